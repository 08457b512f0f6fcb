package nl.oogst.normalise;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import nl.oogst.model.Field;
import nl.oogst.model.IssueCode;
import nl.oogst.read.CellType;

/** Keeps text as delivered, with addresses and telephone numbers masked in what people write. */
final class TextReader extends FieldReader {
  private static final int MOST_REMEMBERED = 4_096;
  private static final int LONGEST_REMEMBERED = 64;
  private static final int KVK_DIGITS = 8;

  /** A text seen before, so that equal values are one object. */
  private record Seen(String value, boolean masked) {}

  private final boolean key;
  private final boolean kvk;
  private final UnaryOperator<String> mask;
  private final Map<String, Seen> seen = new HashMap<>();

  /**
   * @param key whether nearly every row has another value
   */
  TextReader(Field field, int slot, boolean key, UnaryOperator<String> mask) {
    super(field, slot);
    this.key = key;
    this.kvk = field.name().endsWith("_kvk");
    this.mask = mask;
  }

  @Override
  Reading read(String text, CellType type, Values values) {
    if (type == CellType.ERROR) {
      return Reading.UNREADABLE;
    }
    if (key) {
      return keep(values, interpret(text, type));
    }
    Seen known = seen.get(text);
    if (known == null) {
      known = interpret(text, type);
      if (seen.size() < MOST_REMEMBERED && text.length() <= LONGEST_REMEMBERED) {
        seen.put(text, known);
      }
    }
    return keep(values, known);
  }

  private Reading keep(Values values, Seen text) {
    if (text.value() == null) {
      return Reading.EMPTY;
    }
    values.set(slot(), text.value());
    if (text.masked()) {
      values.issue(IssueCode.CONTACT_MASKED, slot(), null);
    }
    return Reading.VALUE;
  }

  private Seen interpret(String text, CellType type) {
    if (Blanks.empty(text)) {
      return new Seen(null, false);
    }
    String whole = type == CellType.NUMBER && text.endsWith(".0") ? withoutDecimals(text) : text;
    if (kvk) {
      return new Seen(kvk(whole), false);
    }
    // numbers of the proeftuin itself stay as delivered, also when they look like a telephone's
    boolean contact = field().freetext() || whole.indexOf('@') >= 0;
    if (field().person() || field().link() || !contact) {
      return new Seen(whole, false);
    }
    String masked = mask.apply(whole);
    return new Seen(masked, !masked.equals(whole));
  }

  private static String withoutDecimals(String text) {
    return text.substring(0, text.length() - 2);
  }

  /** Eight digits; a sheet that took it for a number lost its leading zero. */
  private static String kvk(String text) {
    String digits = text.replaceAll("[ .\u00a0]", "");
    boolean number = digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return number && digits.length() == KVK_DIGITS - 1 ? "0" + digits : number ? digits : text;
  }

  @Override
  String expected() {
    return "een tekst of nummer";
  }
}
