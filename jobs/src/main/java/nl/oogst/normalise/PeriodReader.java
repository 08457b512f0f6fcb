package nl.oogst.normalise;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.oogst.model.Field;
import nl.oogst.model.IssueCode;
import nl.oogst.read.CellType;

/** Reads years and quarters. */
final class PeriodReader extends FieldReader {
  private static final int MOST_REMEMBERED = 1_000;

  private final Map<String, Optional<Periods.Reading>> seen = new HashMap<>();

  PeriodReader(Field field, int slot) {
    super(field, slot);
  }

  @Override
  Reading read(String text, CellType type, Values values) {
    Optional<Periods.Reading> period =
        seen.size() < MOST_REMEMBERED
            ? seen.computeIfAbsent(text, Periods::parse)
            : Periods.parse(text);
    if (period.isEmpty()) {
      return Blanks.empty(text) ? Reading.EMPTY : Reading.UNREADABLE;
    }
    values.set(slot(), period.get().period());
    if (period.get().twoDigitYear()) {
      values.issue(IssueCode.TWO_DIGIT_YEAR, slot(), "een jaartal van vier cijfers");
    }
    return Reading.VALUE;
  }

  @Override
  String expected() {
    return "een jaar of kwartaal, zoals 2025 of 2025-Q1";
  }
}
