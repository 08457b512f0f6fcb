package nl.oogst.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.oogst.model.Dutch;
import nl.oogst.model.IssueCode;
import nl.oogst.model.IssueText;
import nl.oogst.model.Schemas;
import nl.oogst.model.Severity;

/** Puts what is to be told to a proeftuin in words. */
final class FeedbackViews {
  /** Issues about what counts now, whichever delivery they stand in. */
  private static final Set<IssueCode> STILL_HOLD =
      Set.of(
          IssueCode.VANISHED,
          IssueCode.ORPHAN_PAID_HOURS,
          IssueCode.OVERLAPPING_PAY_PERIODS,
          IssueCode.STATEMENT_DIFFERS);

  private final Schemas schemas;
  private final KindViews kinds;

  FeedbackViews(Schemas schemas) {
    this.schemas = schemas;
    this.kinds = new KindViews(schemas);
  }

  FeedbackView.Page page(Feedback feedback, String csv) {
    List<Delivered> all = feedback.deliveries();
    List<FeedbackView.Section> sections = new ArrayList<>();
    List<FeedbackView.Refused> refused = new ArrayList<>();
    List<FeedbackView.Line> lines = new ArrayList<>();
    Delivered newest = null;
    int newestRead = -1;
    Delivered before = null;
    Delivered beforeNewest = null;
    for (int i = 0; i < all.size(); i++) {
      Delivered delivered = all.get(i);
      String anchor = DeliveryWords.anchor(i + 1);
      lines.add(0, line(delivered, anchor));
      if (delivered.refused()) {
        refused.add(0, refused(delivered, anchor, laterRead(all, i)));
        continue;
      }
      sections.add(0, section(delivered, before, anchor));
      beforeNewest = before;
      before = delivered;
      newest = delivered;
      newestRead = i;
    }
    List<FeedbackView.Open> open = open(all, newestRead);
    return new FeedbackView.Page(
        feedback.id(),
        feedback.name(),
        csv,
        lead(feedback, newest, open),
        newest == null ? List.of() : tiles(newest),
        refused,
        sections.isEmpty() ? null : sections.get(0),
        open,
        newest == null ? List.of() : Praise.of(newest, beforeNewest, open),
        solved(newest, beforeNewest),
        lines,
        sections.isEmpty() ? List.of() : sections.subList(1, sections.size()));
  }

  private static boolean laterRead(List<Delivered> all, int index) {
    return all.subList(index + 1, all.size()).stream().anyMatch(later -> !later.refused());
  }

  private static String lead(Feedback feedback, Delivered newest, List<FeedbackView.Open> open) {
    Delivered last = feedback.newest();
    String title = DeliveryWords.title(last);
    if (last.refused()) {
      return "Uw nieuwste levering, "
          + title
          + ", is geweigerd. Hieronder staat waarom, en wat u kunt doen.";
    }
    long must = newest.issues(Severity.ERROR);
    long look = newest.issues(Severity.WARNING);
    String start = "In uw nieuwste levering, " + title + ", ";
    if (must > 0) {
      return start + "moet iets beter. Verbeter dat eerst en lever dan opnieuw.";
    }
    String fine =
        look > 0
            ? "zijn geen fouten gevonden. Kijk nog wel even naar de punten onder ‘Kijk na’."
            : "is alles in orde. Dank u wel!";
    return start + fine + (open.isEmpty() ? "" : " Van eerdere leveringen staat nog iets open.");
  }

  private static List<FeedbackView.Tile> tiles(Delivered newest) {
    long records = newest.records();
    long good = records - newest.rows("quarantined") - newest.rows("duplicate");
    long must = newest.issues(Severity.ERROR);
    long look = newest.issues(Severity.WARNING);
    return List.of(
        new FeedbackView.Tile(
            "good",
            Dutch.count(good),
            good == 1 ? "rij is goed" : "rijen zijn goed",
            "van de " + Dutch.count(records) + " in deze levering",
            "goed"),
        new FeedbackView.Tile(
            must > 0 ? "must" : "good",
            Dutch.count(must),
            must == 1 ? "punt moet beter" : "punten moeten beter",
            must > 0 ? "dit telt niet mee" : "niets te verbeteren",
            must > 0 ? "nieuwste-must" : "goed"),
        new FeedbackView.Tile(
            look > 0 ? "look" : "good",
            Dutch.count(look),
            look == 1 ? "punt om na te kijken" : "punten om na te kijken",
            look > 0 ? "hoeft geen fout te zijn" : "niets om na te kijken",
            look > 0 ? "nieuwste-look" : "goed"));
  }

  private FeedbackView.Refused refused(Delivered delivered, String anchor, boolean later) {
    Map<String, FeedbackView.Reason> reasons = new LinkedHashMap<>();
    delivered
        .issues()
        .forEach(
            (code, kind) -> {
              if (code.level() == IssueCode.Level.DELIVERY) {
                IssueText text = schemas.issue(code);
                for (Example example : kind.examples()) {
                  String where = where(code, example);
                  reasons.putIfAbsent(
                      code + where,
                      new FeedbackView.Reason(
                          text.explanation().nl(),
                          where,
                          text.remedy().nl(),
                          text.treatment().nl()));
                }
              }
            });
    return new FeedbackView.Refused(
        anchor,
        DeliveryWords.title(delivered),
        reasons.values().stream().limit(KindViews.EXAMPLES).toList(),
        later
            ? "Daarna is een nieuwere levering wel gelezen. Lever deze alleen opnieuw als er iets in"
                + " stond dat u later niet meer heeft geleverd."
            : "Zolang deze levering niet opnieuw komt, tellen wij met de vorige.");
  }

  private static String where(IssueCode code, Example example) {
    List<String> parts = new ArrayList<>();
    if (example.file() != null) {
      parts.add("bestand " + Shown.text(example.file()));
    }
    if (example.field() != null) {
      parts.add("kolom " + Shown.text(example.field()));
    }
    if (code == IssueCode.BSN_FOUND) {
      parts.add("aantal waarden: " + Shown.text(example.found()));
    }
    return String.join(", ", parts);
  }

  private FeedbackView.Section section(Delivered delivered, Delivered before, String anchor) {
    return new FeedbackView.Section(
        anchor,
        DeliveryWords.title(delivered),
        before == null ? null : DeliveryWords.title(before),
        Rows.sentence(delivered),
        Rows.states(delivered),
        kinds.groups(delivered, before, anchor),
        kinds.notes(delivered));
  }

  /** What still holds of deliveries before the newest, by kind. */
  private List<FeedbackView.Open> open(List<Delivered> all, int newest) {
    Map<IssueCode, List<FeedbackView.Link>> links = new EnumMap<>(IssueCode.class);
    Map<IssueCode, Long> counts = new EnumMap<>(IssueCode.class);
    for (int i = all.size() - 1; i >= 0; i--) {
      Delivered delivered = all.get(i);
      String anchor = DeliveryWords.anchor(i + 1);
      if (i == newest || delivered.refused()) {
        continue;
      }
      delivered
          .issues()
          .forEach(
              (code, kind) -> {
                if (STILL_HOLD.contains(code)) {
                  counts.merge(code, kind.count(), Long::sum);
                  links
                      .computeIfAbsent(code, c -> new ArrayList<>())
                      .add(
                          new FeedbackView.Link(
                              KindViews.anchor(anchor, code), DeliveryWords.title(delivered)));
                }
              });
    }
    List<FeedbackView.Open> open = new ArrayList<>();
    links.forEach(
        (code, its) -> {
          IssueText text = schemas.issue(code);
          open.add(
              new FeedbackView.Open(
                  KindViews.tone(code.severity()),
                  Dutch.count(counts.get(code)),
                  text.explanation().nl(),
                  text.remedy().nl(),
                  its));
        });
    return open;
  }

  /** What the newest delivery no longer has; what is told for information is left out. */
  private List<String> solved(Delivered newest, Delivered before) {
    List<String> solved = new ArrayList<>();
    if (before != null) {
      before
          .issues()
          .forEach(
              (code, kind) -> {
                boolean gone = KindViews.count(newest, code) == 0;
                if (gone && code.severity() != Severity.INFO && !STILL_HOLD.contains(code)) {
                  solved.add(
                      schemas.issue(code).explanation().nl()
                          + " Vorige keer "
                          + Dutch.count(kind.count())
                          + " keer, nu niet meer.");
                }
              });
    }
    return solved;
  }

  private static FeedbackView.Line line(Delivered delivered, String anchor) {
    boolean refused = delivered.refused();
    long aside = delivered.rows("quarantined");
    return new FeedbackView.Line(
        anchor,
        DeliveryWords.title(delivered),
        refused ? "–" : Dutch.count(delivered.rows("rows")),
        refused ? "–" : Dutch.count(delivered.records() - aside - delivered.rows("duplicate")),
        refused ? "–" : Dutch.count(aside),
        Dutch.count(delivered.issues(Severity.ERROR)),
        Dutch.count(delivered.issues(Severity.WARNING)),
        refused ? "geweigerd" : delivered.aboveTolerance() ? "moet beter" : "gelezen");
  }

  /** The overview of all proeftuinen, with the name of each page. */
  FeedbackView.Overview overview(Map<String, Feedback> byPage) {
    List<FeedbackView.Entry> entries = new ArrayList<>();
    long refused = 0;
    long must = 0;
    long fine = 0;
    for (Map.Entry<String, Feedback> page : byPage.entrySet()) {
      Feedback feedback = page.getValue();
      Standing standing = Standing.of(feedback);
      refused += feedback.refused();
      must += standing == Standing.MUST || standing == Standing.REFUSED ? 1 : 0;
      fine += standing == Standing.GOOD ? 1 : 0;
      entries.add(
          new FeedbackView.Entry(
              page.getKey(),
              feedback.name(),
              feedback.id(),
              Dutch.count(feedback.deliveries().size()),
              Dutch.count(feedback.rows()),
              Dutch.count(feedback.issues(Severity.ERROR)),
              Dutch.count(feedback.issues(Severity.WARNING)),
              standing.dutch(feedback.newest()),
              standing.tone()));
    }
    return new FeedbackView.Overview(
        "Wat de controle van alle leveringen opleverde, per proeftuin.",
        List.of(
            new FeedbackView.Tile(
                "plain", Dutch.count(byPage.size()), "proeftuinen", "gecontroleerd", null),
            new FeedbackView.Tile(
                "good", Dutch.count(fine), "zonder opmerkingen", "in de nieuwste levering", null),
            new FeedbackView.Tile(
                must > 0 ? "must" : "good",
                Dutch.count(must),
                "moeten iets verbeteren",
                "in de nieuwste levering",
                null),
            new FeedbackView.Tile(
                refused > 0 ? "must" : "good",
                Dutch.count(refused),
                "leveringen geweigerd",
                "nu of eerder",
                null)),
        entries);
  }
}
