package nl.oogst.report;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.oogst.model.Issue;
import nl.oogst.model.IssueCode;
import nl.oogst.model.Schemas;
import nl.oogst.model.Severity;
import nl.oogst.run.Check;
import nl.oogst.run.Settings;

/** Feedback to make pages of. */
final class SomeFeedback {
  static final Path REPOSITORY =
      Path.of(System.getProperty("oogst.root", "..")).toAbsolutePath().normalize();
  static final Schemas SCHEMAS = Schemas.load(REPOSITORY.resolve("schemas"));

  private SomeFeedback() {}

  /** Proeftuinen of the sample; all when none is named. */
  static List<Feedback> ofSample(String... proeftuinen) throws Exception {
    Settings settings =
        new Settings(
            REPOSITORY.resolve("sample-data"),
            Path.of("not used"),
            REPOSITORY.resolve("schemas"),
            REPOSITORY.resolve("schemas/profiles"),
            null,
            null,
            null,
            "local[1]",
            false,
            "test");
    return Check.run(settings, List.of(proeftuinen), line -> {}).proeftuinen();
  }

  /** A delivery that was read. */
  static Delivered delivered(String folder, IssueTally tally, int delivery) {
    return new Delivered(
        folder,
        LocalDate.parse(folder.substring(0, 10)),
        false,
        Map.of("rows", 1234L, "accepted", 1200L, "quarantined", 30L, "not_a_record", 4L),
        true,
        tally.of(delivery));
  }

  static Delivered refused(String folder, IssueTally tally, int delivery) {
    LocalDate date = LocalDate.parse(folder.substring(0, 10));
    return new Delivered(folder, date, true, Map.of(), false, tally.of(delivery));
  }

  /** Every kind of issue, more than once, with the words that a hostile file would like. */
  static Feedback everything(String id, String text) {
    IssueTally tally = new IssueTally(200);
    for (IssueCode code : IssueCode.values()) {
      boolean refuses =
          code.level() == IssueCode.Level.DELIVERY && code.severity() == Severity.ERROR;
      for (int i = 1; i <= 7; i++) {
        String sheet = i % 2 == 0 ? text : null;
        tally.add(refuses ? 2 : 1, text + ".csv", sheet, i, "placement", issue(code, text, i));
      }
      if (code.code().length() % 3 == 0 && !refuses) {
        tally.add(0, "oud.csv", null, 3, "paid_hours", issue(code, text, 1));
      }
    }
    return new Feedback(
        id,
        text,
        List.of(
            delivered("2024-07-01", tally, 0),
            delivered("2025-01-01_" + text, tally, 1),
            refused("2025-07-01", tally, 2)));
  }

  private static Issue issue(IssueCode code, String text, int number) {
    return new Issue(code, number % 3 == 0 ? "start_date" : text, text, text + " " + number);
  }
}
