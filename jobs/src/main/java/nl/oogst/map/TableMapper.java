package nl.oogst.map;

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
public final class TableMapper {
  private final List<Headers> entities = new ArrayList<>();
  private final EntityChoice choice;
  private final ContentJudge judge;

  /**
   * @param judge looks at the content of columns whose header only looks like a field
   */
  public TableMapper(Schemas schemas, ContentJudge judge) {
    HeaderWords words = new HeaderWords(schemas.rules("headers"));
    PayPeriod period = new PayPeriod(schemas.rules("headers").path("pay_period"), words);
    for (EntitySchema entity : schemas.entities()) {
      boolean paid = entity.name().equals(period.entity());
      entities.add(new Headers(entity, words, paid ? period : null));
    }
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
    Optional<EntityChoice.Choice> chosen =
        rule == null ? choice.choose(headers, judge, sample) : Optional.of(of(rule));
    List<Integer> bsn = bsnColumns(headers);
    if (chosen.isEmpty()) {
      return notRecognised(file, sheet, headers, sample, bsn, rule);
    }
    EntitySchema entity = chosen.get().entity().entity();
    ColumnMatcher matcher = new ColumnMatcher(chosen.get().entity(), rule, headers);
    List<ColumnMapping> columns = matcher.match(judge, sample);
    Map<String, String> constants = rule == null ? Map.of() : rule.constants();
    List<String> missing = missing(entity, columns, constants);
    long mapped = columns.stream().filter(column -> column.field() != null).count();
    if (mapped < EntityChoice.FEWEST_COLUMNS && !missing.isEmpty()) {
      return notRecognised(file, sheet, headers, sample, bsn, rule);
    }
    List<Issue> issues = new ArrayList<>(matcher.issues());
    issues.addAll(aboutFields(entity, columns, constants, missing));
    return new TableMapping(
        file,
        sheet,
        entity.name(),
        rule == null ? Mode.SNAPSHOT : rule.mode(),
        chosen.get().reason(),
        columns,
        rule == null ? Formats.NONE : rule.formats(),
        constants,
        rule == null ? Map.of() : rule.values(),
        missing,
        bsn,
        issues);
  }

  private EntityChoice.Choice of(TableRule rule) {
    return entities.stream()
        .filter(headers -> headers.entity().name().equals(rule.entity()))
        .map(headers -> new EntityChoice.Choice(headers, EntityReason.PROFILE))
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
    for (ColumnMapping column : columns) {
      given.add(column.field());
      given.add(column.also());
    }
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
    if (!judged && columns.stream().noneMatch(column -> column.gives(end))) {
      issues.add(
          new Issue(IssueCode.NOT_JUDGED, end, null, "een einde, dat niet voor het begin ligt"));
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
      columns.add(new ColumnMapping(i, headers.get(i), null, Reason.NOT_RECOGNISED, 0));
    }
    return new TableMapping(
        file,
        sheet,
        null,
        rule == null ? Mode.SNAPSHOT : rule.mode(),
        EntityReason.NOT_RECOGNISED,
        columns,
        Formats.NONE,
        Map.of(),
        Map.of(),
        List.of(),
        bsn,
        List.of(new Issue(code, null, null, null)));
  }
}
