package nl.oogst.normalise;

import nl.oogst.model.Field;
import nl.oogst.model.IssueCode;
import nl.oogst.read.CellType;

/** Reads numbers in the style of their column. */
final class NumberReader extends FieldReader {
  private final NumberStyle style;
  private final NumberKind kind;

  NumberReader(Field field, int slot, NumberStyle style) {
    super(field, slot);
    this.style = style;
    this.kind = NumberKind.of(field);
  }

  @Override
  Reading read(String text, CellType type, Values values) {
    if (type == CellType.ERROR || type == CellType.BOOLEAN || type == CellType.DATE) {
      return Reading.UNREADABLE;
    }
    long number =
        type == CellType.NUMBER ? Numbers.parseMachine(text) : Numbers.parse(text, style, kind);
    if (number == Numbers.UNREADABLE) {
      return Blanks.empty(text) ? Reading.EMPTY : Reading.UNREADABLE;
    }
    values.set(slot(), number);
    if (style == NumberStyle.UNDECIDED && type == CellType.TEXT && Numbers.ambiguous(text, kind)) {
      values.issue(IssueCode.NUMBER_AMBIGUOUS, slot(), "een getal zonder punten, zoals 1234,5");
    }
    return Reading.VALUE;
  }

  @Override
  String expected() {
    return "een getal, zoals 24,5";
  }
}
