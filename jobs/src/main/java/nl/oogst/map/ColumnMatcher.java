package nl.oogst.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.oogst.model.Field;
import nl.oogst.model.FieldType;
import nl.oogst.model.Folding;
import nl.oogst.model.Issue;
import nl.oogst.model.IssueCode;

/** Gives each column of a table its field: by profile, name, label, synonym, then likeness. */
final class ColumnMatcher {
  /** A likeness must be ahead of the next one by this much. */
  private static final double AHEAD = 0.03;

  /** A listed synonym is nearly as good as the name itself. */
  private static final double SYNONYM = 0.95;

  /** A likeness is never as sure as a listed name. */
  private static final double MOST_LIKELY = 0.94;

  /** Headers less alike are not worth a look at the values. */
  private static final double WORTH_LOOKING = 0.35;

  private static final int MOST_CANDIDATES = 3;

  private final Headers names;
  private final TableRule rule;
  private final List<String> headers;
  private final ColumnMapping[] columns;
  private final List<Issue> issues = new ArrayList<>();
  private final Set<String> given = new HashSet<>();

  ColumnMatcher(Headers names, TableRule ruleOrNull, List<String> headers) {
    this.names = names;
    this.rule = ruleOrNull;
    this.headers = headers;
    this.columns = new ColumnMapping[headers.size()];
  }

  List<ColumnMapping> match(ContentJudge judge, List<List<String>> sample) {
    byProfile();
    byNames();
    byPayPeriod(sample);
    byLikeness(judge, sample);
    reportTheRest();
    return List.of(columns);
  }

  List<Issue> issues() {
    return issues;
  }

  private void byProfile() {
    if (rule == null) {
      return;
    }
    given.addAll(rule.constants().keySet());
    Map<String, ColumnRule> rules = new HashMap<>();
    rule.columns().forEach(column -> rules.put(key(column.header()), column));
    for (int i = 0; i < columns.length; i++) {
      ColumnRule column = rules.get(key(headers.get(i)));
      if (column == null) {
        continue;
      }
      if (column.field() == null) {
        columns[i] = mapping(i, null, Reason.KNOWN_AND_DROPPED, 1);
      } else if (given.add(column.field())) {
        columns[i] = mapping(i, column.field(), Reason.PROFILE, 1).withFormat(column.format());
      } else {
        columns[i] = superseded(i, column.field(), IssueCode.COLUMN_DUPLICATE);
      }
    }
  }

  private static String key(String header) {
    String folded = Folding.fold(header);
    return folded.isEmpty() ? header.strip() : folded;
  }

  /** The strongest reason first, so that a name outranks a synonym wherever it stands. */
  private void byNames() {
    for (Reason reason : List.of(Reason.NAME, Reason.LABEL, Reason.SYNONYM)) {
      for (int i = 0; i < columns.length; i++) {
        Optional<Headers.Match> match = names.find(headers.get(i));
        if (columns[i] == null && match.isPresent() && match.get().reason() == reason) {
          String field = match.get().field().name();
          columns[i] =
              given.add(field)
                  ? mapping(i, field, reason, reason == Reason.SYNONYM ? SYNONYM : 1)
                  : second(i, field);
        }
      }
    }
  }

  /** A second column for a field that has one already. */
  private ColumnMapping second(int i, String field) {
    if (rule != null && rule.constants().containsKey(field)) {
      return mapping(i, null, Reason.CONSTANT, 1).withQuestion(field);
    }
    boolean sameHeader =
        firstOf(field).filter(c -> key(c.header()).equals(key(headers.get(i)))).isPresent();
    return superseded(
        i, field, sameHeader ? IssueCode.COLUMN_DUPLICATE : IssueCode.COLUMN_AMBIGUOUS);
  }

  private ColumnMapping superseded(int i, String field, IssueCode code) {
    String first = firstOf(field).map(ColumnMapping::header).orElse(field);
    issues.add(
        new Issue(code, headers.get(i), label(field), "één kolom; gebruikt is '" + first + "'"));
    return mapping(i, null, Reason.SUPERSEDED, 1).withQuestion(field);
  }

  private Optional<ColumnMapping> firstOf(String field) {
    for (ColumnMapping column : columns) {
      if (column != null && field.equals(column.field())) {
        return Optional.of(column);
      }
    }
    return Optional.empty();
  }

  private ColumnMapping mapping(int i, String field, Reason reason, double certainty) {
    return new ColumnMapping(i, headers.get(i), field, reason, certainty);
  }

  /** One column with whole pay periods, where nothing else gives their first or last day. */
  private void byPayPeriod(List<List<String>> sample) {
    PayPeriod period = names.payPeriod();
    if (period == null || given.contains(period.end())) {
      return;
    }
    for (int i = 0; i < columns.length; i++) {
      boolean named =
          columns[i] == null
              ? !given.contains(period.start()) && period.isNamedBy(headers.get(i))
              : columns[i].reason() == Reason.PROFILE && columns[i].gives(period.start());
      if (named) {
        ColumnMapping column =
            columns[i] == null ? mapping(i, period.start(), Reason.SYNONYM, SYNONYM) : columns[i];
        columns[i] = besideYear(column.withAlso(period.end()), period, sample);
        given.add(period.start());
        given.add(period.end());
        return;
      }
    }
  }

  /** "Maand" with 3 beside "Jaar" with 2025 is March 2025. */
  private ColumnMapping besideYear(
      ColumnMapping column, PayPeriod period, List<List<String>> sample) {
    if (!PayPeriod.lackYear(values(sample, column.index()))) {
      return column;
    }
    for (int i = 0; i < columns.length; i++) {
      if (columns[i] == null
          && period.isYear(headers.get(i))
          && PayPeriod.areYears(values(sample, i))) {
        columns[i] = mapping(i, null, Reason.BESIDE, SYNONYM).withQuestion(column.header());
        return column.withBeside(i);
      }
    }
    return column;
  }

  /** A column and a field that it looks like. */
  private record Guess(int column, Field field, double certainty) {}

  private void byLikeness(ContentJudge judge, List<List<String>> sample) {
    List<Guess> guesses = new ArrayList<>();
    for (int i = 0; i < columns.length; i++) {
      if (columns[i] == null && !Headers.namesBsn(headers.get(i)) && !headers.get(i).isBlank()) {
        List<String> values = values(sample, i);
        for (Field field : names.entity().fields()) {
          double certainty = given.contains(field.name()) ? 0 : certainty(judge, field, i, values);
          if (certainty >= names.words().worthAsking()) {
            guesses.add(new Guess(i, field, certainty));
          }
        }
      }
    }
    guesses.sort(
        Comparator.comparingDouble(Guess::certainty)
            .reversed()
            .thenComparingInt(Guess::column)
            .thenComparing(guess -> guess.field().name()));
    for (Guess guess : guesses) {
      if (columns[guess.column()] == null && !given.contains(guess.field().name())) {
        settle(guess, guesses);
      }
    }
  }

  /**
   * The header's likeness, weighed with the share of values that fit. A code list tells more than a
   * date or a number, which many fields have; values that do not fit leave a question at most.
   */
  private double certainty(ContentJudge judge, Field field, int i, List<String> values) {
    double name = names.likeness().of(headers.get(i), field);
    double content = name < WORTH_LOOKING ? -1 : judge.fit(field, values);
    if (content < 0) {
      return Math.min(name, MOST_LIKELY);
    }
    double weight = field.type() == FieldType.CODE ? 0.45 : 0.25;
    double certainty = (1 - weight) * name + weight * content;
    return Math.min(certainty, content < 0.5 ? names.words().sure() - 0.01 : MOST_LIKELY);
  }

  private void settle(Guess guess, List<Guess> guesses) {
    boolean rivalled =
        guesses.stream()
            .anyMatch(
                other ->
                    !other.equals(guess)
                        && (other.column() == guess.column() || other.field().equals(guess.field()))
                        && open(other)
                        && other.certainty() > guess.certainty() - AHEAD);
    List<ColumnMapping.Candidate> candidates =
        guesses.stream()
            .filter(other -> other.column() == guess.column() && open(other))
            .limit(MOST_CANDIDATES)
            .map(other -> new ColumnMapping.Candidate(other.field().name(), other.certainty()))
            .toList();
    String field = guess.field().name();
    if (guess.certainty() >= names.words().sure() && !rivalled) {
      given.add(field);
      columns[guess.column()] =
          mapping(guess.column(), field, Reason.LIKENESS, guess.certainty())
              .withCandidates(candidates);
    } else {
      columns[guess.column()] =
          mapping(guess.column(), null, Reason.NOT_RECOGNISED, guess.certainty())
              .withQuestion(field)
              .withCandidates(candidates);
    }
  }

  /** Whether neither the column nor the field has been settled. */
  private boolean open(Guess guess) {
    return columns[guess.column()] == null && !given.contains(guess.field().name());
  }

  private static List<String> values(List<List<String>> sample, int column) {
    List<String> values = new ArrayList<>(sample.size());
    for (List<String> row : sample) {
      if (column < row.size() && !row.get(column).isBlank()) {
        values.add(row.get(column).strip());
      }
    }
    return values;
  }

  private void reportTheRest() {
    for (int i = 0; i < columns.length; i++) {
      if (columns[i] == null) {
        columns[i] = mapping(i, null, Reason.NOT_RECOGNISED, 0);
      }
      boolean unknown = columns[i].reason() == Reason.NOT_RECOGNISED;
      if (unknown && !headers.get(i).isBlank() && !Headers.namesBsn(headers.get(i))) {
        String asked = columns[i].question();
        String expected = asked == null ? null : "misschien " + label(asked);
        issues.add(new Issue(IssueCode.COLUMN_NOT_RECOGNISED, headers.get(i), null, expected));
      }
    }
  }

  /** What the sender calls a field. */
  private String label(String field) {
    return names
        .entity()
        .find(field)
        .map(found -> "'" + found.label().nl() + "'")
        .orElse("'" + field + "'");
  }
}
