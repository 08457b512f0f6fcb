package nl.oogst.normalise;

import nl.oogst.model.Field;
import nl.oogst.model.IssueCode;
import nl.oogst.read.CellType;

/** Reads numbers in the style of their column. */
final class NumberReader extends FieldReader {
  private final ColumnStyle style;
  private final NumberKind kind;

  NumberReader(Field field, int slot, ColumnStyle style) {
    super(field, slot);
    this.style = style;
    this.kind = NumberKind.of(field);
  }

  @Override
  Reading read(String text, CellType type, Values values) {
    if (type == CellType.ERROR || type == CellType.BOOLEAN || type == CellType.DATE) {
      return Reading.UNREADABLE;
    }
    long number = type == CellType.NUMBER ? Numbers.parseMachine(text) : byStyle(text, values);
    if (number == Numbers.UNREADABLE) {
      boolean promised = !field().required() && Blanks.promised(text);
      return Blanks.empty(text) && !promised ? Reading.EMPTY : Reading.UNREADABLE;
    }
    values.set(slot(), number);
    return Reading.VALUE;
  }

  private long byStyle(String text, Values values) {
    style.read(text, values.line());
    if (!Numbers.ambiguous(text, kind)) {
      return Numbers.parse(text, style.numbers(), kind);
    }
    style.doubt(text, values.line());
    if (style.numbers() == NumberStyle.UNDECIDED) {
      values.issue(IssueCode.NUMBER_AMBIGUOUS, slot(), "een getal zonder punten, zoals 1234,5");
    }
    return Numbers.parse(text, style.numbers(), kind);
  }

  @Override
  String expected() {
    return "een getal, zoals 24,5";
  }
}
