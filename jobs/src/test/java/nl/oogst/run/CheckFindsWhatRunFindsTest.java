package nl.oogst.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.oogst.model.Delivery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A check raises the issues that a run keeps: the same codes, files, lines and words. */
class CheckFindsWhatRunFindsTest {
  private static final String COLUMNS =
      "proeftuin, delivery, file, sheet, coalesce(line, 0), entity, field, code, found, expected";

  @TempDir private Path folder;

  @Test
  void onTheWholeSample() throws IOException {
    DataRoot root = new DataRoot(folder);
    Path home = DataRoot.repository();
    Settings settings =
        new Settings(
            home.resolve("sample-data"),
            root.out(),
            home.resolve("schemas"),
            home.resolve("schemas/profiles"),
            null,
            null,
            null,
            "local[2]",
            false,
            "test");
    Outcome outcome = Harvest.run(settings, line -> {});
    List<String> ofRun = new Ran(root, 3, "", "").rows(COLUMNS, "restricted/issues", "");

    Findings findings = local(settings);

    assertThat(outcome.exitCode()).isEqualTo(3);
    assertThat(rows(settings, findings))
        .hasSizeGreaterThan(300)
        .containsExactlyInAnyOrderElementsOf(ofRun);
    assertThat(findings.ledger().totals()).isEqualTo(outcome.rows());
  }

  static Findings local(Settings settings) {
    Definitions definitions = Definitions.load(settings);
    Inbox inbox = InboxScan.scan(settings, definitions.schemas());
    return new LocalCheck(definitions, inbox, null, Integer.MAX_VALUE).run();
  }

  /** All issues as rows of the data set, as text. */
  static List<String> rows(Settings settings, Findings findings) {
    Definitions definitions = Definitions.load(settings);
    List<String> rows = new ArrayList<>();
    for (Delivery delivery : InboxScan.scan(settings, definitions.schemas()).deliveries()) {
      findings
          .tally()
          .of(delivery.index())
          .forEach(
              (code, kind) -> {
                assertThat(kind.examples()).hasSize((int) kind.count());
                kind.examples()
                    .forEach(
                        issue ->
                            rows.add(
                                String.join(
                                    "|",
                                    delivery.proeftuin(),
                                    delivery.folder(),
                                    Objects.toString(issue.file(), ""),
                                    Objects.toString(issue.sheet(), ""),
                                    Long.toString(issue.line()),
                                    Objects.toString(issue.entity(), ""),
                                    Objects.toString(issue.field(), ""),
                                    code.code(),
                                    Objects.toString(issue.found(), ""),
                                    Objects.toString(issue.expected(), ""))));
              });
    }
    return rows;
  }
}
