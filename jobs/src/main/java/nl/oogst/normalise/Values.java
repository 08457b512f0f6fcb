package nl.oogst.normalise;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.oogst.model.Code;
import nl.oogst.model.Days;
import nl.oogst.model.EntitySchema;
import nl.oogst.model.Field;
import nl.oogst.model.Fixed;
import nl.oogst.model.Issue;
import nl.oogst.model.IssueCode;
import nl.oogst.model.Severity;

/** The values of the row at hand, one slot a field, with what was found about them. Reused. */
final class Values {
  private final EntitySchema entity;
  private final Object[] objects;
  private final long[] numbers;
  private final Reading[] readings;
  private final String[] texts;
  private long line;
  private List<Issue> issues = new ArrayList<>();
  private List<BadValue> bad = new ArrayList<>();

  Values(EntitySchema entity) {
    this.entity = entity;
    int size = entity.fields().size();
    objects = new Object[size];
    numbers = new long[size];
    readings = new Reading[size];
    texts = new String[size];
    clear(0);
  }

  /** Physical line of the row at hand. */
  long line() {
    return line;
  }

  void clear(long newLine) {
    line = newLine;
    Arrays.fill(objects, null);
    Arrays.fill(numbers, Fixed.NONE);
    Arrays.fill(readings, Reading.EMPTY);
    Arrays.fill(texts, "");
    if (!issues.isEmpty()) {
      issues = new ArrayList<>();
    }
    if (!bad.isEmpty()) {
      bad = new ArrayList<>();
    }
  }

  void set(int slot, Object value) {
    objects[slot] = value;
  }

  void set(int slot, long value) {
    numbers[slot] = value;
  }

  void reading(int slot, Reading reading, String text) {
    readings[slot] = reading;
    texts[slot] = text;
  }

  Reading reading(int slot) {
    return readings[slot];
  }

  /** Whether a field has a value; false for a field the entity does not have. */
  boolean has(int slot) {
    return slot >= 0 && (readings[slot] == Reading.VALUE || readings[slot] == Reading.CODE_UNKNOWN);
  }

  <T> T object(int slot, Class<T> type) {
    return type.cast(objects[slot]);
  }

  String text(int slot) {
    return (String) objects[slot];
  }

  /** {@link Fixed} millionths, or NONE. */
  long number(int slot) {
    return numbers[slot];
  }

  /** A day, or NONE. */
  int day(int slot) {
    return numbers[slot] == Fixed.NONE ? Days.NONE : (int) numbers[slot];
  }

  /** A value as a person may see it: dates as yyyy-mm-dd, codes as codes, nothing as nothing. */
  String shown(int slot) {
    Field field = entity.fields().get(slot);
    if (!has(slot)) {
      return "";
    }
    String text =
        switch (field.type()) {
          case TEXT -> text(slot);
          case CODE -> object(slot, Code.class).code();
          case BOOLEAN, PERIOD -> String.valueOf(objects[slot]);
          case DATE -> String.valueOf(Days.date(day(slot)));
          case DECIMAL -> BigDecimal.valueOf(number(slot), 6).stripTrailingZeros().toPlainString();
        };
    return Shown.value(field, text);
  }

  /** Adds an issue about a field; an error makes the row fail. */
  void issue(IssueCode code, int slot, String expected) {
    Field field = entity.fields().get(slot);
    String shown = Shown.value(field, texts[slot]);
    issues.add(new Issue(code, field.name(), shown, expected));
    if (code.severity() == Severity.ERROR) {
      bad.add(new BadValue(field.name(), code, shown));
    }
  }

  /** Makes the row fail as a whole, for an error that is reported elsewhere. */
  void fail(IssueCode code) {
    bad.add(new BadValue(null, code, ""));
  }

  boolean failed() {
    return !bad.isEmpty();
  }

  List<Issue> issues() {
    return issues.isEmpty() ? List.of() : List.copyOf(issues);
  }

  List<BadValue> bad() {
    return List.copyOf(bad);
  }
}
