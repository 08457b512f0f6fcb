package nl.oogst.normalise;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.oogst.map.ColumnMapping;
import nl.oogst.map.Formats;
import nl.oogst.map.TableMapping;
import nl.oogst.model.EntitySchema;
import nl.oogst.model.Field;
import nl.oogst.model.FieldType;
import nl.oogst.model.Issue;
import nl.oogst.read.CellType;

/** How the columns of one table write their numbers and dates. */
final class ColumnStyles implements ColumnStyle.Table {
  private final Map<String, ColumnStyle> byField = new LinkedHashMap<>();
  private final Formats formats;
  private final SecondLook look;
  private ColumnMapping payPeriodColumn;
  private PayPeriodStyle payPeriods;

  /**
   * @param lookOrNull reads the table again where its first rows do not tell; without it what they
   *     do not tell stays undecided
   */
  ColumnStyles(
      TableMapping mapping, EntitySchema entity, List<List<String>> sample, SecondLook lookOrNull) {
    this.formats = mapping.formats();
    this.look = lookOrNull;
    for (ColumnMapping column : mapping.columns()) {
      Field field = column.field() == null ? null : entity.find(column.field()).orElseThrow();
      if (field != null && column.also() != null) {
        payPeriods = new PayPeriodStyle(column, sample, lookOrNull);
        payPeriodColumn = column;
      } else if (field != null
          && (field.type() == FieldType.DATE || field.type() == FieldType.DECIMAL)) {
        byField.put(field.name(), style(column, field, sample));
      }
    }
    settle();
  }

  private void settle() {
    byField.values().forEach(ColumnStyle::settle);
  }

  private ColumnStyle style(ColumnMapping column, Field field, List<List<String>> sample) {
    boolean date = field.type() == FieldType.DATE;
    String pattern = column.dateFormat() == null ? formats.date() : column.dateFormat();
    ColumnStyle style =
        new ColumnStyle(column, field, date ? null : declared(), date ? pattern : null, this);
    for (List<String> row : sample) {
      if (column.index() < row.size()) {
        style.observe(CellText.of(row.get(column.index())), 0);
      }
    }
    return style;
  }

  private NumberStyle declared() {
    if (",".equals(formats.decimalChar()) || ".".equals(formats.groupChar())) {
      return NumberStyle.DUTCH;
    }
    boolean english = ".".equals(formats.decimalChar()) || ",".equals(formats.groupChar());
    return english ? NumberStyle.ENGLISH : null;
  }

  /** The style of the column that gives a field; the usual one for a constant of the profile. */
  ColumnStyle of(Field field) {
    ColumnStyle style = byField.get(field.name());
    return style == null ? ColumnStyle.usual(field) : style;
  }

  /** The style of the column with whole pay periods that gives a field; null when none does. */
  PayPeriodStyle payPeriods(Field field) {
    return payPeriodColumn != null && payPeriodColumn.gives(field.name()) ? payPeriods : null;
  }

  @Override
  public void lookFurther(ColumnStyle asking) {
    if (look == null) {
      return;
    }
    List<ColumnStyle> open =
        new ArrayList<>(byField.values().stream().filter(style -> !style.decided()).toList());
    look.records(
        row -> {
          for (ColumnStyle style : open) {
            if (!style.decided() && row.type(style.index()) == CellType.TEXT) {
              style.observe(CellText.of(row.cell(style.index())), row.line());
            }
          }
          return !asking.answered();
        });
    settle();
  }

  @Override
  public ColumnStyle other(ColumnStyle style) {
    ColumnStyle found = null;
    for (ColumnStyle other : byField.values()) {
      boolean tells = other.field().type() == style.field().type() && other.decided();
      if (tells && found != null && !found.sameAs(other)) {
        return null;
      }
      found = tells && found == null ? other : found;
    }
    return found;
  }

  List<Judgement> judgements() {
    Stream<Judgement> periods =
        payPeriods == null ? Stream.empty() : Stream.of(payPeriods).map(PayPeriodStyle::judgement);
    return Stream.concat(periods, byField.values().stream().map(ColumnStyle::judgement))
        .filter(Objects::nonNull)
        .toList();
  }

  /** The fields about which {@link #closing} says something. */
  Set<String> doubted() {
    Set<String> fields = new TreeSet<>();
    byField.forEach(
        (field, style) -> {
          if (style.closing() != null) {
            fields.add(field);
          }
        });
    return fields;
  }

  /** Whether a line that {@link #closing} would name is not known yet. */
  boolean placing() {
    return byField.values().stream().anyMatch(ColumnStyle::placing);
  }

  /** What columns decided about values that can be read twice, known when all have been read. */
  List<Issue> closing() {
    return byField.values().stream().map(ColumnStyle::closing).filter(Objects::nonNull).toList();
  }
}
