package nl.oogst.inspect;

import java.util.StringJoiner;
import nl.oogst.map.ColumnMapping;
import nl.oogst.map.TableMapping;

/** Says in words why a column has its field, or what must be asked about it. */
final class ColumnWords {
  private ColumnWords() {}

  static String why(ColumnMapping column, TableMapping mapping) {
    if (mapping.bsnColumns().contains(column.index())) {
      return "named for citizen service numbers: the delivery would be refused";
    }
    return switch (column.reason()) {
      case PROFILE -> "the profile says so" + both(column);
      case CONSTANT -> "not used: the profile gives " + column.question() + " one value";
      case NAME -> "the field's own name";
      case LABEL -> "the field's label";
      case SYNONYM -> "a listed name for it" + both(column);
      case LIKENESS -> "header and content look like it";
      case BESIDE -> "read together with " + column.question();
      case KNOWN_AND_DROPPED -> "known and dropped: the profile says so";
      case SUPERSEDED -> "not used: another column gives " + column.question();
      case NOT_RECOGNISED -> question(column);
    };
  }

  private static String both(ColumnMapping column) {
    return column.also() == null ? "" : "; one column for the whole pay period";
  }

  private static String question(ColumnMapping column) {
    if (column.candidates().isEmpty()) {
      return column.header().isBlank() ? "no header" : "no field; not kept";
    }
    StringJoiner fields = new StringJoiner(" or ", "not sure enough: ", "? The profile can say so");
    for (ColumnMapping.Candidate candidate : column.candidates()) {
      fields.add(candidate.field() + " (" + TextView.share(candidate.certainty()) + ")");
    }
    return fields.toString();
  }
}
