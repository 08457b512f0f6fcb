package nl.oogst.run;

import java.util.List;
import java.util.Locale;
import nl.oogst.model.Delivery;
import nl.oogst.model.Issue;
import nl.oogst.model.IssueCode;
import nl.oogst.resolve.Resolution;

/** Issues that no single row, table or placement shows: they rest on the whole. */
final class DriverIssues {
  private final Definitions definitions;
  private final Inbox inbox;
  private final Intake intake;

  DriverIssues(Definitions definitions, Inbox inbox, Intake intake) {
    this.definitions = definitions;
    this.inbox = inbox;
    this.intake = intake;
  }

  /** Hands out why deliveries were refused, and which hold nothing. */
  void ofDeliveries(Ledger ledger, IssueSink sink) {
    for (Refusal refusal : intake.refusals()) {
      sink.issue(refusal.delivery(), refusal.file(), null, 0, null, issue(refusal));
    }
    Issue empty = new Issue(IssueCode.DELIVERY_EMPTY, null, null, null);
    for (int delivery : ledger.empty()) {
      sink.issue(delivery, null, null, 0, null, empty);
    }
  }

  /** Hands out statements that differ from the placements. */
  void ofStatements(List<Resolution.PlacedIssue> differing, IssueSink sink) {
    for (Resolution.PlacedIssue placed : differing) {
      sink.issue(
          placed.place().delivery(),
          intake.names().file(placed.place().file()),
          null,
          placed.place().line(),
          placed.entity(),
          placed.issue());
    }
  }

  private static Issue issue(Refusal refusal) {
    return new Issue(
        IssueCode.valueOf(refusal.code().toUpperCase(Locale.ROOT)),
        refusal.field(),
        refusal.found(),
        refusal.expected());
  }

  /** Hands out person numbers that were not merged, at the newest delivery of their proeftuin. */
  void ofPersons(List<String> doubtful, IssueSink sink) {
    Issue issue =
        new Issue(
            IssueCode.LINK_DOUBTFUL,
            "person_id",
            null,
            "één geboortedatum en hoogstens "
                + definitions.linking().maxPersons()
                + " persoonsnummers");
    for (String person : doubtful) {
      sink.issue(
          newest(person.substring(0, person.indexOf('/'))), null, null, 0, "placement", issue);
    }
  }

  private int newest(String proeftuin) {
    int newest = -1;
    for (Delivery delivery : inbox.deliveries()) {
      if (delivery.proeftuin().equals(proeftuin) && !intake.refused().contains(delivery.index())) {
        newest = delivery.index();
      }
    }
    return newest;
  }
}
