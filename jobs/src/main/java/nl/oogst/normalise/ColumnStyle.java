package nl.oogst.normalise;

import java.util.List;
import nl.oogst.map.ColumnMapping;
import nl.oogst.map.Reason;
import nl.oogst.model.Field;
import nl.oogst.model.FieldType;
import nl.oogst.model.Issue;
import nl.oogst.model.IssueCode;
import nl.oogst.model.Text;

/**
 * How one column writes its numbers or dates: by profile, else by its own values, else by those of
 * the other columns, since one sheet is written in one way. When neither the first rows nor the
 * profile tell, and a value comes by that can be read twice, the whole column is looked at.
 */
final class ColumnStyle {
  /** What may be asked of the table that the column stands in. */
  interface Table {
    /** Reads on in the whole table until this column is decided, and settles all columns. */
    void lookFurther(ColumnStyle style);

    /** A column whose values are decided, for one whose own are not; null when there is none. */
    ColumnStyle other(ColumnStyle style);
  }

  private final ColumnMapping column;
  private final Field field;
  private final Table table;
  private final NumberStyle declaredNumbers;
  private final String declaredDates;
  private final Evidence own = new Evidence();
  private boolean looked;
  private NumberStyle numbers = NumberStyle.UNDECIDED;
  private DateOrder dates = DateOrder.UNDECIDED;
  private DateOrder hyphens = DateOrder.UNDECIDED;
  private boolean aboutHyphens;
  private boolean lookedForHyphens;
  private boolean placing;
  private String firstDoubtful;
  private long firstDoubtfulLine;

  /**
   * @param declaredNumbers the profile's number style, or null
   * @param declaredDates the profile's date pattern, or null
   */
  ColumnStyle(
      ColumnMapping column,
      Field field,
      NumberStyle declaredNumbers,
      String declaredDates,
      Table table) {
    this.column = column;
    this.field = field;
    this.declaredNumbers = declaredNumbers;
    this.declaredDates = declaredDates;
    this.table = table;
  }

  /** A column that nothing is known of, read as is usual in the Netherlands. */
  static ColumnStyle usual(Field field) {
    Table alone =
        new Table() {
          @Override
          public void lookFurther(ColumnStyle style) {}

          @Override
          public ColumnStyle other(ColumnStyle style) {
            return null;
          }
        };
    ColumnMapping none =
        new ColumnMapping(
            -1, field.name(), field.name(), null, -1, Reason.CONSTANT, 1, null, null, List.of());
    ColumnStyle style = new ColumnStyle(none, field, NumberStyle.DUTCH, null, alone);
    style.settle();
    return style;
  }

  int index() {
    return column.index();
  }

  Field field() {
    return field;
  }

  /** Takes a value as evidence; {@code line} is 0 where it is not known. */
  void observe(String text, long line) {
    switch (field.type()) {
      case DATE -> own.date(text, line);
      case DECIMAL -> own.number(text, NumberKind.of(field), line);
      case TEXT, CODE, BOOLEAN, PERIOD ->
          throw new IllegalStateException(field.name() + " has no style");
    }
  }

  /** A value of the column that is being read for good. */
  void read(String text, long line) {
    if (placing) {
      own.seen(text, line);
      placing = own.witness().line() == 0;
    }
  }

  /** Concludes from what the columns of the table have shown so far. */
  void settle() {
    ColumnStyle other = own.silent() ? table.other(this) : null;
    Evidence telling = other == null ? own : other.own;
    numbers = declaredNumbers == null ? telling.numbers() : declaredNumbers;
    dates = telling.dates();
    hyphens = own.hyphens() == DateOrder.UNDECIDED ? telling.hyphens() : own.hyphens();
    placing = own.witness() != null && own.witness().line() == 0;
  }

  /** Whether the value that decided among the first rows has not come by yet. */
  boolean placing() {
    return placing;
  }

  boolean decided() {
    return !own.silent();
  }

  /** Whether what this column is looked through for was found. */
  boolean answered() {
    return aboutHyphens ? own.hyphens() != DateOrder.UNDECIDED : decided();
  }

  /** Whether two columns tell the same. */
  boolean sameAs(ColumnStyle other) {
    return own.numbers() == other.own.numbers() && own.dates() == other.own.dates();
  }

  private boolean declared() {
    return declaredNumbers != null || declaredDates != null;
  }

  NumberStyle numbers() {
    return numbers;
  }

  DateOrder dates() {
    return dates;
  }

  /** The order of dates with hyphens; undecided is day first, as is usual. */
  DateOrder hyphens() {
    return hyphens;
  }

  /**
   * A date with hyphens came by that could be read twice, and none so far that could not: the whole
   * column is looked through for one that puts the month first.
   */
  void doubtHyphens() {
    if (!declared() && !lookedForHyphens) {
      lookedForHyphens = true;
      aboutHyphens = true;
      table.lookFurther(this);
      aboutHyphens = false;
    }
  }

  /**
   * A value came by that can be read twice, or that contradicts what is believed: from here on the
   * style is that of the whole column.
   */
  void doubt(String text, long line) {
    if (declared()) {
      return;
    }
    if (own.silent() && !looked) {
      looked = true;
      table.lookFurther(this);
    }
    if (firstDoubtful == null) {
      firstDoubtful = text;
      firstDoubtfulLine = line;
    }
  }

  private boolean undecided() {
    return field.type() == FieldType.DATE
        ? dates == DateOrder.UNDECIDED
        : numbers == NumberStyle.UNDECIDED;
  }

  /** What was decided and why; null when there was nothing to decide. */
  Judgement judgement() {
    boolean dates = field.type() == FieldType.DATE;
    if (dates ? declaredDates != null : declaredNumbers != null) {
      Text how =
          dates ? new Text("datums als " + declaredDates, "dates as " + declaredDates) : how(false);
      return new Judgement(
          column.header(),
          field.name(),
          how,
          new Text("volgens het profiel", "the profile says so"),
          0);
    }
    boolean nothing = own.silent() && undecided() && firstDoubtful == null;
    return nothing
        ? null
        : new Judgement(column.header(), field.name(), how(dates), why(), witnessLine());
  }

  private Text how(boolean aboutDates) {
    if (aboutDates) {
      return switch (dates) {
        case DAY_FIRST -> new Text("dag voor maand", "day before month");
        case MONTH_FIRST -> new Text("maand voor dag", "month before day");
        case UNDECIDED -> new Text("dag voor maand, met twijfel", "day before month, with a doubt");
      };
    }
    return switch (numbers) {
      case DUTCH -> new Text("komma voor de decimalen", "comma before the decimals");
      case ENGLISH -> new Text("punt voor de decimalen", "point before the decimals");
      case UNDECIDED ->
          new Text(
              "komma voor de decimalen, met twijfel", "comma before the decimals, with a doubt");
    };
  }

  private Text why() {
    if (own.mixed()) {
      return new Text("de kolom spreekt zichzelf tegen", "the column contradicts itself");
    }
    ColumnStyle other = own.silent() ? table.other(this) : null;
    if (own.silent() && other == null) {
      return new Text("niets in de tabel beslist", "nothing in the table decides");
    }
    ColumnStyle decider = other == null ? this : other;
    Evidence.Witness witness = decider.own.witness();
    String value = Shown.value(decider.field, witness.text());
    String line = witness.line() == 0 ? "" : " " + witness.line();
    String nl = "door " + value + (line.isEmpty() ? "" : " op regel" + line);
    String en = "because of " + value + (line.isEmpty() ? "" : " on line" + line);
    return other == null
        ? new Text(nl, en)
        : new Text(
            nl + " in kolom '" + other.column.header() + "'",
            en + " in column '" + other.column.header() + "'");
  }

  private long witnessLine() {
    Evidence.Witness witness = own.mixed() ? null : own.witness();
    return witness == null ? 0 : witness.line();
  }

  /** That the column decided about values that can be read twice; null when it did not have to. */
  Issue closing() {
    if (firstDoubtful == null || undecided() || own.mixed()) {
      return null;
    }
    Text how = how(field.type() == FieldType.DATE);
    return new Issue(
        IssueCode.COLUMN_STYLE_DECIDED,
        column.header(),
        Shown.value(field, firstDoubtful) + " (regel " + firstDoubtfulLine + ")",
        how.nl() + ", " + why().nl());
  }
}
