package nl.oogst.normalise;

import java.io.Serializable;
import java.util.List;
import nl.oogst.map.ContentJudge;
import nl.oogst.model.CodeList;
import nl.oogst.model.Field;
import nl.oogst.model.Schemas;

/** Judges a column by what its values can be read as. */
public final class ColumnContent implements Serializable, ContentJudge {
  private static final long serialVersionUID = 1L;

  private final Schemas schemas;

  public ColumnContent(Schemas schemas) {
    this.schemas = schemas;
  }

  @Override
  public double fit(Field field, List<String> values) {
    int filled = 0;
    int fitting = 0;
    for (String value : values) {
      String text = CellText.of(value);
      if (!Blanks.empty(text) && !Blanks.open(text)) {
        filled++;
        fitting += fits(field, text) ? 1 : 0;
      }
    }
    boolean telling =
        switch (field.type()) {
          case TEXT -> false;
          case CODE, DATE, DECIMAL, BOOLEAN, PERIOD -> filled > 0;
        };
    return telling ? (double) fitting / filled : -1;
  }

  private boolean fits(Field field, String text) {
    return switch (field.type()) {
      case TEXT -> true;
      case CODE -> {
        CodeList list = schemas.codelist(field.codelist());
        yield list.find(text).isPresent();
      }
      case DATE -> Dates.parse(text, DateOrder.UNDECIDED) != Dates.UNREADABLE;
      case DECIMAL ->
          Numbers.parse(text, NumberStyle.UNDECIDED, NumberKind.of(field)) != Numbers.UNREADABLE;
      case BOOLEAN -> Booleans.parse(text).isPresent();
      case PERIOD -> Periods.parse(text).isPresent();
    };
  }
}
