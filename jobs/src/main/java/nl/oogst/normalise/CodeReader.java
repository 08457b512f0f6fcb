package nl.oogst.normalise;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import nl.oogst.map.TableMapping;
import nl.oogst.model.Code;
import nl.oogst.model.CodeList;
import nl.oogst.model.Field;
import nl.oogst.read.CellType;

/** Finds the code that a text stands for: by the profile's translation, code, label or synonym. */
final class CodeReader extends FieldReader {
  private static final int MOST_REMEMBERED = 10_000;
  private static final int MOST_SHOWN = 8;
  private static final String UNKNOWN = "unknown";

  /** A text seen before. */
  private record Answer(Reading reading, Code code) {}

  private final CodeList list;
  private final Map<String, String> translations;
  private final boolean lenient;
  private final String expected;
  private final Map<String, Answer> seen = new HashMap<>();

  /**
   * @param translations folded text to code, from the profile
   * @param lenient whether a text that is no code is kept as {@code unknown}
   */
  CodeReader(
      Field field, int slot, CodeList list, Map<String, String> translations, boolean lenient) {
    super(field, slot);
    this.list = list;
    this.expected = expected(list);
    this.translations = translations;
    this.lenient = lenient && list.code(UNKNOWN).isPresent();
  }

  @Override
  Reading read(String text, CellType type, Values values) {
    Answer answer = seen.get(text);
    if (answer == null) {
      answer = answer(text);
      if (seen.size() < MOST_REMEMBERED) {
        seen.put(text, answer);
      }
    }
    if (answer.code() != null) {
      values.set(slot(), answer.code());
    }
    return answer.reading();
  }

  private Answer answer(String text) {
    String translated = translations.get(TableMapping.valueKey(text));
    Code code =
        (translated == null ? list.find(text) : list.code(translated))
            .or(() -> sheetNumber(text))
            .orElse(null);
    if (code != null) {
      return new Answer(Reading.VALUE, code);
    }
    if (lenient) {
      return new Answer(Reading.CODE_UNKNOWN, list.code(UNKNOWN).orElseThrow());
    }
    return new Answer(Blanks.empty(text) ? Reading.EMPTY : Reading.NO_CODE, null);
  }

  /** A code that is a number, stored as {@code 3.0} by a sheet. */
  private Optional<Code> sheetNumber(String text) {
    if (!text.endsWith(".0")) {
      return Optional.empty();
    }
    String whole = text.substring(0, text.length() - 2);
    String translated = translations.get(TableMapping.valueKey(whole));
    return translated == null ? list.find(whole) : list.code(translated);
  }

  @Override
  String expected() {
    return expected;
  }

  private static String expected(CodeList list) {
    StringJoiner codes = new StringJoiner(", ", "één van: ", "");
    int shown = 0;
    for (Code code : list.codes()) {
      if (shown++ == MOST_SHOWN) {
        codes.add("…");
        break;
      }
      codes.add(code.label().nl());
    }
    return codes.toString();
  }
}
