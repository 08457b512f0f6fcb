package nl.oogst.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.oogst.read.BaseTables.Base;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Polluted tables load better than the best that was published for the benchmark whose pollutions
 * these are: 9.96 simple and 9.60 weighted with the dialect given, 9.19 and 9.45 without.
 */
class PollutionBenchmarkTest {
  /** Of ten, for a table of few rows in which one is polluted. */
  private static final double NEARLY = 9.40;

  /**
   * What cannot come back whole: spaces between cells that hold spaces and are not quoted; a second
   * table with the same header, which is read as one table whose header is repeated.
   */
  private static final Set<String> OPEN = Set.of("field_delimiter_space", "multitable_same");

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aShopOfEightyFourRowsLoadsBetterThanPublished(boolean given) throws IOException {
    PollutionBenchmark.Outcome outcome = PollutionBenchmark.run(BaseTables.shop(83), given);
    assertThat(outcome.simple()).isGreaterThan(9.985);
    assertThat(outcome.weighted()).isGreaterThan(9.965);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void everyPollutionOfAWholeFileLoadsPerfectly(boolean given) throws IOException {
    for (Base base : BaseTables.all(16)) {
      Map<String, Double> kinds = PollutionBenchmark.run(base, given).kinds();
      kinds.forEach(
          (kind, score) -> {
            if (kind.startsWith("row_")) {
              assertThat(score).as("%s, %s", base.name(), kind).isGreaterThan(NEARLY);
            } else if (!OPEN.contains(kind)) {
              double least = kind.equals("multitable_more") ? 9.6 : 9.9999;
              assertThat(score).as("%s, %s", base.name(), kind).isGreaterThan(least);
            }
          });
    }
  }

  @Test
  void dialectsAreFoundInShortTexts() {
    List<DialectCorpus.Answer> answers =
        DialectCorpus.cases().stream().map(DialectCorpus::sniff).toList();
    assertThat(answers).hasSizeGreaterThan(140);
    assertThat(DialectCorpus.weightedF1(answers)).isGreaterThan(0.98);
  }

  @Test
  void dialectsAreFoundFromTheFirstRowsOfTables() {
    List<DialectCorpus.Answer> answers =
        DialectCorpus.generated().stream().map(DialectCorpus::sniff).toList();
    assertThat(answers).hasSizeGreaterThan(1_000);
    assertThat(DialectCorpus.weightedF1(answers)).isGreaterThan(0.99);
  }
}
