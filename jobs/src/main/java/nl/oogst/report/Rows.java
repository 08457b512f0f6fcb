package nl.oogst.report;

import java.util.ArrayList;
import java.util.List;
import nl.oogst.model.Dutch;

/** What became of the rows of a delivery, in words. */
final class Rows {

  /** A state of the ledger. */
  private record State(String name, String label, String inSentence, String meaning) {}

  private static final List<State> STATES =
      List.of(
          new State(
              "accepted", "Telt nu mee", "tellen nu mee", "de nieuwste stand van deze gegevens"),
          new State(
              "superseded",
              "Vervangen",
              "zijn later vervangen",
              "een latere levering heeft een nieuwere rij"),
          new State(
              "duplicate", "Dubbel", "waren dubbel", "stond al in deze levering; de eerste telt"),
          new State(
              "quarantined",
              "Apart gehouden",
              "zijn apart gehouden",
              "heeft een fout en telt niet mee"),
          new State(
              "not_a_record",
              "Geen gegevens",
              "zonder gegevens (leeg, titel, totaal)",
              "lege regel, titel of totaal"));

  private Rows() {}

  /** The states that occur. */
  static List<FeedbackView.State> states(Delivered delivered) {
    List<FeedbackView.State> states = new ArrayList<>();
    for (State state : STATES) {
      long rows = delivered.rows(state.name());
      if (rows > 0) {
        states.add(new FeedbackView.State(state.label(), Dutch.count(rows), state.meaning()));
      }
    }
    return states;
  }

  /** The same in one sentence. */
  static String sentence(Delivered delivered) {
    long all = delivered.rows("rows");
    if (all == 0) {
      return "Er stonden geen rijen in.";
    }
    List<String> parts = new ArrayList<>();
    for (State state : STATES) {
      long rows = delivered.rows(state.name());
      if (rows > 0) {
        parts.add(Dutch.count(rows) + " " + state.inSentence());
      }
    }
    String total = Dutch.count(all) + (all == 1 ? " rij: " : " rijen: ");
    return total + String.join(", ", parts) + ".";
  }
}
