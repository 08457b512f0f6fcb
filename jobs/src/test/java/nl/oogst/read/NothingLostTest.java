package nl.oogst.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import nl.oogst.read.BaseTables.Base;
import nl.oogst.read.Pollutions.Polluted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * However broken a text is, every letter and digit of it stands in some row, once and in order; and
 * every physical line is in exactly one row.
 */
class NothingLostTest {
  private static final int MUTATIONS = 60 * Integer.getInteger("oogst.fuzz.times", 1);

  private static Stream<Base> tables() {
    return BaseTables.all(12).stream();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void everyLetterOfAMutatedTextIsInSomeRow(Base base) {
    Random random = new Random(base.name().hashCode());
    for (Polluted polluted : Pollutions.of(base).subList(0, 24)) {
      for (int i = 0; i < MUTATIONS; i++) {
        byte[] mutated = Mutations.bytes(polluted.bytes(), random);
        DialectHint hint = i % 2 == 0 ? DialectHint.NONE : polluted.dialect();
        nothingIsLost(polluted.name() + ", mutation " + i, mutated, hint);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void everyLetterOfAPollutedTextIsInSomeRow(Base base) {
    for (Polluted polluted : Pollutions.of(base)) {
      nothingIsLost(polluted.name(), polluted.bytes(), polluted.dialect());
      nothingIsLost(polluted.name(), polluted.bytes(), DialectHint.NONE);
    }
  }

  private static void nothingIsLost(String what, byte[] bytes, DialectHint hint) {
    Reading reading = Reading.bytes(bytes, "a.csv", hint);
    List<Reading.Table> tables = reading.tables();
    boolean text =
        tables.stream()
            .allMatch(
                t ->
                    t.start().format() == Format.DELIMITED
                        && !t.start().dialect().encoding().startsWith("UTF-16"));
    if (tables.isEmpty() || !text) {
      return;
    }
    StringBuilder read = new StringBuilder();
    long line = 1;
    for (Reading.Table table : tables) {
      for (Reading.Physical row : table.rows()) {
        assertThat(row.line()).as(what).isEqualTo(line++);
        row.cells().forEach(read::append);
        for (String cell : row.cells()) {
          line += lineEnds(cell);
        }
      }
    }
    String file = new String(bytes, StandardCharsets.ISO_8859_1);
    boolean open = !file.isEmpty() && !file.endsWith("\n") && !file.endsWith("\r");
    assertThat(line - 1).as(what).isEqualTo(lineEnds(file) + (open ? 1 : 0));
    assertThat(letters(read)).as(what).isEqualTo(letters(file));
  }

  private static long lineEnds(String text) {
    long n = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      n += c == '\r' || (c == '\n' && (i == 0 || text.charAt(i - 1) != '\r')) ? 1 : 0;
    }
    return n;
  }

  /** Letters and digits that are no part of how a text is written down. */
  private static String letters(CharSequence text) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) {
        letters.append(c);
      }
    }
    return letters.toString();
  }

  @Test
  void aQuoteThatNeverClosesCostsOneRowItsQuotes() {
    StringBuilder text = new StringBuilder("nr;naam;uren\n");
    for (int i = 0; i < 500; i++) {
      text.append(i).append(i == 250 ? ";\"Ann;36\n" : ";Ben;32\n");
    }
    Reading.Table table = Reading.text(text.toString()).only();
    assertThat(table.data()).hasSize(500);
    assertThat(table.data().get(250)).containsExactly("250", "\"Ann", "36");
    assertThat(table.data().get(251)).containsExactly("251", "Ben", "32");
    assertThat(table.issues()).hasSize(1);
  }
}
