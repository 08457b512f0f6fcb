package nl.oogst.map;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.oogst.model.EntitySchema;
import nl.oogst.model.Field;
import nl.oogst.model.Issue;
import nl.oogst.model.IssueCode;
import nl.oogst.model.Schemas;
import nl.oogst.read.Prose;

/** Decides what the columns of tables mean. Immutable; one for all tables of a run. */
public final class TableMapper implements Serializable {
  private static final long serialVersionUID = 1L;

  private final List<Headers> entities = new ArrayList<>();
  private final EntityChoice choice;
  private final ContentJudge judge;

  /**
   * @param judge looks at the content of columns whose header only looks like a field
   */
  public TableMapper(Schemas schemas, ContentJudge judge) {
    schemas.entities().forEach(entity -> entities.add(new Headers(entity)));
    this.choice = new EntityChoice(entities);
    this.judge = judge;
  }

  /**
   * Maps one table.
   *
   * @param file name inside the delivery
   * @param sheet the sheet, or null for text
   * @param sample the first data rows
   * @param profileOrNull the proeftuin's profile
   */
  public TableMapping map(
      String file,
      String sheet,
      List<String> headers,
      List<List<String>> sample,
      Profile profileOrNull) {
    TableRule rule =
        Optional.ofNullable(profileOrNull).flatMap(p -> p.find(file, sheet)).orElse(null);
    Optional<Headers> entity = rule == null ? choice.choose(headers) : Optional.of(of(rule));
    List<Integer> bsn = bsnColumns(headers);
    if (entity.isEmpty()) {
      return notRecognised(file, sheet, headers, sample, bsn, rule);
    }
    ColumnMatcher matcher = new ColumnMatcher(entity.get(), rule, headers);
    List<ColumnMapping> columns = matcher.match(judge, sample);
    Map<String, String> constants = rule == null ? Map.of() : rule.constants();
    List<String> missing = missing(entity.get().entity(), columns, constants);
    long mapped = columns.stream().filter(column -> column.field() != null).count();
    if (mapped < EntityChoice.FEWEST_COLUMNS && !missing.isEmpty()) {
      return notRecognised(file, sheet, headers, sample, bsn, rule);
    }
    List<Issue> issues = new ArrayList<>(matcher.issues());
    issues.addAll(aboutFields(entity.get().entity(), columns, constants, missing));
    return new TableMapping(
        file,
        sheet,
        entity.get().entity().name(),
        rule == null ? Mode.SNAPSHOT : rule.mode(),
        rule != null,
        columns,
        rule == null ? Formats.NONE : rule.formats(),
        constants,
        rule == null ? Map.of() : rule.values(),
        missing,
        bsn,
        issues);
  }

  private Headers of(TableRule rule) {
    return entities.stream()
        .filter(headers -> headers.entity().name().equals(rule.entity()))
        .findFirst()
        .orElseThrow();
  }

  private static List<Integer> bsnColumns(List<String> headers) {
    List<Integer> columns = new ArrayList<>();
    for (int i = 0; i < headers.size(); i++) {
      if (Headers.namesBsn(headers.get(i))) {
        columns.add(i);
      }
    }
    return columns;
  }

  private static List<String> missing(
      EntitySchema entity, List<ColumnMapping> columns, Map<String, String> constants) {
    Set<String> given = new HashSet<>(constants.keySet());
    columns.forEach(column -> given.add(column.field()));
    List<String> missing = new ArrayList<>();
    for (Field field : entity.fields()) {
      if (field.required() && !given.contains(field.name())) {
        missing.add(field.name());
      }
    }
    if (!EntityChoice.measured(entity.name(), given)) {
      missing.add("value");
    }
    return missing;
  }

  private static List<Issue> aboutFields(
      EntitySchema entity,
      List<ColumnMapping> columns,
      Map<String, String> constants,
      List<String> missing) {
    List<Issue> issues = new ArrayList<>();
    for (String field : missing) {
      String label = entity.find(field).map(f -> f.label().nl()).orElse(field);
      issues.add(
          new Issue(IssueCode.REQUIRED_COLUMN_MISSING, field, null, "een kolom '" + label + "'"));
    }
    String end = entity.name().equals("placement") ? "end_date" : "to";
    boolean judged = entity.find(end).isEmpty() || constants.containsKey(end);
    if (!judged && columns.stream().noneMatch(column -> end.equals(column.field()))) {
      issues.add(new Issue(IssueCode.NOT_JUDGED, end, null, IssueCode.END_BEFORE_START.code()));
    }
    return issues;
  }

  private static TableMapping notRecognised(
      String file,
      String sheet,
      List<String> headers,
      List<List<String>> sample,
      List<Integer> bsn,
      TableRule rule) {
    // a sheet of explanation is no table that somebody should mend
    boolean prose = rule == null && sheet != null && Prose.only(headers, sample);
    IssueCode code = prose ? IssueCode.NO_TABLE : IssueCode.TABLE_NOT_RECOGNISED;
    List<ColumnMapping> columns = new ArrayList<>();
    for (int i = 0; i < headers.size(); i++) {
      columns.add(new ColumnMapping(i, headers.get(i), null, Reason.NOT_RECOGNISED, 0, null, null));
    }
    return new TableMapping(
        file,
        sheet,
        null,
        rule == null ? Mode.SNAPSHOT : rule.mode(),
        rule != null,
        columns,
        Formats.NONE,
        Map.of(),
        Map.of(),
        List.of(),
        bsn,
        List.of(new Issue(code, null, null, null)));
  }
}
