package nl.oogst.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The reports on the parts of a file are one report only when the parts are the file. */
class FileReportTest {
  private static FileReport part(int number, boolean regular, String... doubted) {
    FileReport report = new FileReport(7, 3);
    report.ofPart(number, regular, Set.of(doubted));
    return report;
  }

  @Test
  void partsThatWereReadAsTheFirstSaysAreTheFile() {
    assertThat(FileReport.join(List.of(part(0, true, "start_date"), part(1, true, "start_date"))))
        .hasValueSatisfying(
            whole -> {
              assertThat(whole.part()).isNegative();
              assertThat(whole.file()).isEqualTo(7);
            });
    assertThat(FileReport.join(List.of(part(0, true, "start_date"), part(1, true)))).isPresent();
  }

  @Test
  void aDoubtThatTheFirstPartCouldNotHaveAsksForTheWholeColumn() {
    // 03-04-2024 in a later part only: whether day or month comes first was not looked at
    assertThat(FileReport.join(List.of(part(0, true), part(1, true, "start_date")))).isEmpty();
    assertThat(FileReport.join(List.of(part(0, true, "hours"), part(1, true, "start_date"))))
        .isEmpty();
  }

  @Test
  void aPartThatWasCutWronglyAsksForTheWholeFile() {
    assertThat(FileReport.join(List.of(part(0, true), part(1, false)))).isEmpty();
  }
}
