package nl.oogst.normalise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.oogst.map.ColumnMapping;
import nl.oogst.map.Formats;
import nl.oogst.map.TableMapping;
import nl.oogst.model.EntitySchema;
import nl.oogst.model.Field;
import nl.oogst.model.FieldType;

/**
 * Decides for each column how its numbers and dates are written: by profile, else by its own
 * values, else by those of the other columns, since one sheet is written in one way.
 */
final class ColumnStyles {
  private final Formats formats;
  private final Map<String, Evidence> byField = new HashMap<>();
  private final Evidence all = new Evidence();
  private final List<Judgement> judgements = new ArrayList<>();

  ColumnStyles(TableMapping mapping, EntitySchema entity, List<List<String>> sample) {
    this.formats = mapping.formats();
    for (ColumnMapping column : mapping.columns()) {
      Field field = column.field() == null ? null : entity.find(column.field()).orElseThrow();
      if (field != null && (field.type() == FieldType.DATE || field.type() == FieldType.DECIMAL)) {
        Evidence evidence = evidence(field, column.index(), sample);
        byField.put(field.name(), evidence);
        all.add(evidence);
      }
    }
    for (ColumnMapping column : mapping.columns()) {
      if (column.field() != null && byField.containsKey(column.field())) {
        judge(column, entity.find(column.field()).orElseThrow());
      }
    }
  }

  private static Evidence evidence(Field field, int column, List<List<String>> sample) {
    Evidence evidence = new Evidence();
    NumberKind kind = NumberKind.of(field);
    for (List<String> row : sample) {
      String text = column < row.size() ? CellText.of(row.get(column)) : "";
      if (field.type() == FieldType.DATE) {
        evidence.date(text);
      } else {
        evidence.number(text, kind);
      }
    }
    return evidence;
  }

  NumberStyle numbers(String field) {
    if (",".equals(formats.decimalChar()) || ".".equals(formats.groupChar())) {
      return NumberStyle.DUTCH;
    }
    if (".".equals(formats.decimalChar()) || ",".equals(formats.groupChar())) {
      return NumberStyle.ENGLISH;
    }
    Evidence own = byField.getOrDefault(field, all);
    boolean decided = own.numbers() != NumberStyle.UNDECIDED || own.mixedNumbers();
    return decided ? own.numbers() : all.numbers();
  }

  DateOrder dates(String field) {
    Evidence own = byField.getOrDefault(field, all);
    boolean decided = own.dates() != DateOrder.UNDECIDED || own.mixedDates();
    return decided ? own.dates() : all.dates();
  }

  private void judge(ColumnMapping column, Field field) {
    Evidence own = byField.get(field.name());
    if (field.type() == FieldType.DATE) {
      String pattern = column.dateFormat() == null ? formats.date() : column.dateFormat();
      if (pattern != null) {
        add(column, "datums als " + pattern, "volgens het profiel");
      } else if (dates(field.name()) != DateOrder.UNDECIDED || own.mixedDates()) {
        add(column, words(dates(field.name())), why(own.mixedDates(), own.dateWitness(), field));
      }
    } else if (formats.decimalChar() != null || formats.groupChar() != null) {
      add(column, words(numbers(field.name())), "volgens het profiel");
    } else if (numbers(field.name()) != NumberStyle.UNDECIDED || own.mixedNumbers()) {
      add(
          column,
          words(numbers(field.name())),
          why(own.mixedNumbers(), own.numberWitness(), field));
    }
  }

  private static String words(DateOrder order) {
    return switch (order) {
      case DAY_FIRST -> "dag voor maand";
      case MONTH_FIRST -> "maand voor dag";
      case UNDECIDED -> "dag voor maand, met twijfel";
    };
  }

  private static String words(NumberStyle style) {
    return switch (style) {
      case DUTCH -> "komma voor de decimalen";
      case ENGLISH -> "punt voor de decimalen";
      case UNDECIDED -> "komma voor de decimalen, met twijfel";
    };
  }

  private static String why(boolean mixed, String witness, Field field) {
    if (mixed) {
      return "de kolom spreekt zichzelf tegen";
    }
    return witness == null
        ? "door andere kolommen"
        : "door een waarde als " + Shown.value(field, witness);
  }

  private void add(ColumnMapping column, String how, String why) {
    judgements.add(new Judgement(column.header(), column.field(), how, why));
  }

  List<Judgement> judgements() {
    return judgements;
  }
}
