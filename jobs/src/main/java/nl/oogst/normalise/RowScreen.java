package nl.oogst.normalise;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.oogst.map.ColumnMapping;
import nl.oogst.map.TableMapping;
import nl.oogst.model.EntitySchema;
import nl.oogst.model.Field;
import nl.oogst.model.FieldType;
import nl.oogst.model.Folding;
import nl.oogst.model.Issue;
import nl.oogst.model.IssueCode;
import nl.oogst.read.Row;

/** Looks at a row before it is read: is it a record, and does it hold a citizen service number? */
final class RowScreen {
  private static final Set<String> TOTALS =
      Set.of(
          "totaal",
          "totalen",
          "subtotaal",
          "subtotalen",
          "eindtotaal",
          "total",
          "totals",
          "subtotal",
          "grandtotal",
          "generaaltotaal",
          "algeheeltotaal",
          "tot",
          "som");
  private static final List<String> PERSONS =
      List.of(
          "persoon",
          "person",
          "kandidaat",
          "deelnemer",
          "medewerker",
          "werknemer",
          "client",
          "burger",
          "sofi",
          "naam",
          "identiteit");
  private static final List<String> OTHERS =
      List.of("contract", "kvk", "rsin", "btw", "factuur", "order", "bedrijf", "project");

  private final List<String> headers = new ArrayList<>();
  private final int[] named;
  private final int[] watched;
  private final List<LostZeros> lostZeros = new ArrayList<>();

  /**
   * @param sample the first data rows
   */
  RowScreen(TableMapping mapping, EntitySchema entityOrNull, List<List<String>> sample) {
    Set<Integer> watch = new TreeSet<>();
    for (ColumnMapping column : mapping.columns()) {
      headers.add(column.header());
      if (personLike(column, entityOrNull)) {
        watch.add(column.index());
        if (mayLoseZeros(column, entityOrNull)) {
          lostZeros.add(new LostZeros(column.index(), sample));
        }
      }
    }
    watch.removeAll(mapping.bsnColumns());
    named = mapping.bsnColumns().stream().mapToInt(i -> i).toArray();
    watched = watch.stream().mapToInt(i -> i).toArray();
  }

  private static boolean personLike(ColumnMapping column, EntitySchema entity) {
    if (column.field() != null && entity != null) {
      Field field = entity.find(column.field()).orElseThrow();
      return field.person() || field.link() || field.freetext();
    }
    String header = Folding.fold(column.header());
    return PERSONS.stream().anyMatch(header::contains)
        && OTHERS.stream().noneMatch(header::contains);
  }

  /** Whether a column holds numbers of persons, and not sentences or dates of birth. */
  private static boolean mayLoseZeros(ColumnMapping column, EntitySchema entity) {
    if (column.field() == null || entity == null) {
      return !Folding.fold(column.header()).contains("datum");
    }
    Field field = entity.find(column.field()).orElseThrow();
    return field.type() == FieldType.TEXT && !field.freetext();
  }

  /** One issue for each cell that holds a citizen service number. */
  List<Issue> citizenServiceNumbers(Row row) {
    List<Issue> found = List.of();
    for (int column : named) {
      if (!CellText.of(row.cell(column)).isEmpty()) {
        found = add(found, column, "geen kolom met burgerservicenummers");
      }
    }
    for (int column : watched) {
      if (Bsn.in(row.cell(column))) {
        found = add(found, column, "een nummer van de proeftuin zelf");
      }
    }
    for (LostZeros zeros : lostZeros) {
      if (zeros.found(row.cell(zeros.column()), row.type(zeros.column()))) {
        found = add(found, zeros.column(), "een nummer van de proeftuin zelf");
      }
    }
    return found;
  }

  private List<Issue> add(List<Issue> found, int column, String expected) {
    List<Issue> more = found.isEmpty() ? new ArrayList<>(2) : found;
    more.add(new Issue(IssueCode.BSN_FOUND, headers.get(column), null, expected));
    return more;
  }

  static boolean blank(Row row) {
    for (int i = 0; i < row.size(); i++) {
      if (!CellText.of(row.cell(i)).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** Whether the first filled cell says total. */
  static boolean total(Row row) {
    for (int i = 0; i < row.size(); i++) {
      String text = CellText.of(row.cell(i));
      if (!text.isEmpty()) {
        return saysTotal(text);
      }
    }
    return false;
  }

  private static boolean saysTotal(String text) {
    if ("tsegaTSEGA".indexOf(text.charAt(0)) < 0) {
      return false;
    }
    int end = 0;
    while (end < text.length()
        && (Character.isLetter(text.charAt(end)) || text.charAt(end) == '-')) {
      end++;
    }
    String first = Folding.fold(text.substring(0, end));
    if (TOTALS.contains(first)) {
      return true;
    }
    int second = end + 1;
    while (second < text.length() && Character.isLetter(text.charAt(second))) {
      second++;
    }
    return second <= text.length()
        && TOTALS.contains(first + Folding.fold(text.substring(end, second)));
  }
}
