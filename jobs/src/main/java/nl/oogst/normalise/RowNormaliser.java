package nl.oogst.normalise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import nl.oogst.map.ColumnMapping;
import nl.oogst.map.TableMapping;
import nl.oogst.model.EntitySchema;
import nl.oogst.model.Field;
import nl.oogst.model.Issue;
import nl.oogst.model.IssueCode;
import nl.oogst.model.Item;
import nl.oogst.model.Schemas;
import nl.oogst.model.Severity;
import nl.oogst.read.CellType;
import nl.oogst.read.ReadIssue;
import nl.oogst.read.Row;
import nl.oogst.read.RowKind;

/**
 * Turns the rows of one table into records, with exactly the errors and warnings of contract
 * section 3. Made once for a table; not thread-safe.
 */
public final class RowNormaliser {
  private static final Set<String> LENIENT = Set.of("contract_form", "target_group");

  private final TableMapping mapping;
  private final RowScreen screen;
  private final List<Issue> tableIssues = new ArrayList<>();

  // of a recognised table only
  private Values values;
  private ColumnStyles styles;
  private RowRules rules;
  private Function<Values, Item> items;
  private FieldReader[] readers;
  private int[] columns;

  /** Where the year of a pay period stands beside it; -1 where it does not. */
  private int[] years;

  private String[] constants;
  private int[] missing;
  private int[] key;
  private int placement;

  private RowNormaliser(
      TableMapping mapping, EntitySchema entityOrNull, List<List<String>> sample) {
    this.mapping = mapping;
    this.screen = new RowScreen(mapping, entityOrNull, sample);
  }

  /**
   * Compiles the reader of a table.
   *
   * @param sample the first data rows, for what one value cannot tell
   * @param linkKeyOrNull without it the fields that link persons are dropped
   * @param mask masks addresses and telephone numbers inside a text; returns an equal text when
   *     there are none
   * @param lookOrNull reads the whole table again when its first rows leave open how a column is
   *     written; without it an open question stays an issue
   */
  public static RowNormaliser create(
      TableMapping mapping,
      Schemas schemas,
      List<List<String>> sample,
      LinkKey linkKeyOrNull,
      UnaryOperator<String> mask,
      SecondLook lookOrNull) {
    EntitySchema entity = mapping.recognised() ? schemas.entity(mapping.entity()) : null;
    RowNormaliser normaliser = new RowNormaliser(mapping, entity, sample);
    if (entity != null) {
      normaliser.styles = new ColumnStyles(mapping, entity, sample, lookOrNull);
      normaliser.compile(entity, schemas, linkKeyOrNull, mask);
    }
    return normaliser;
  }

  private void compile(
      EntitySchema entity, Schemas schemas, LinkKey linkKey, UnaryOperator<String> mask) {
    values = new Values(entity);
    rules = new RowRules(entity);
    items =
        Items.of(entity, linkKey == null ? null : new Linker(linkKey, schemas.rules("linking")));
    key = entity.key().stream().mapToInt(entity::indexOf).toArray();
    placement = entity.indexOf("placement_id");
    missing = mapping.missing().stream().mapToInt(entity::indexOf).toArray();
    FieldReaders all = new FieldReaders(mapping, entity, schemas, styles, mask, LENIENT);
    List<FieldReader> used = new ArrayList<>();
    Map<String, Integer> places = new HashMap<>();
    for (ColumnMapping column : mapping.columns()) {
      if (column.field() != null) {
        places.put(column.field(), column.index());
      }
      if (column.also() != null) {
        places.put(column.also(), column.index());
      }
    }
    boolean dropped = false;
    for (Field field : entity.fields()) {
      boolean given =
          places.containsKey(field.name()) || mapping.constants().containsKey(field.name());
      dropped |= given && field.link() && linkKey == null;
      if (given && !(field.link() && linkKey == null)) {
        used.add(all.create(field));
      }
    }
    readers = used.toArray(FieldReader[]::new);
    columns = used.stream().mapToInt(r -> places.getOrDefault(r.field().name(), -1)).toArray();
    years =
        used.stream()
            .mapToInt(r -> r instanceof PayPeriodReader period ? period.yearColumn() : -1)
            .toArray();
    constants =
        used.stream()
            .map(r -> mapping.constants().getOrDefault(r.field().name(), ""))
            .toArray(String[]::new);
    if (dropped) {
      tableIssues.add(new Issue(IssueCode.LINK_DROPPED, null, null, null));
    }
  }

  /** Issues about the table that only reading it shows, besides those of the mapping. */
  public List<Issue> tableIssues() {
    return List.copyOf(tableIssues);
  }

  /** Issues about the table that are known only when all its rows have been read. */
  public List<Issue> closingIssues() {
    return styles == null ? List.of() : styles.closing();
  }

  /** The fields that {@link #closingIssues} are about. */
  public Set<String> doubted() {
    return styles == null ? Set.of() : styles.doubted();
  }

  /** Whether {@link #closingIssues} may still name another line, when more rows are read. */
  public boolean closesLater() {
    return styles != null && styles.placing() && !doubted().isEmpty();
  }

  /** How dates and numbers of columns are read, and why; complete when all rows have been read. */
  public List<Judgement> judgements() {
    return styles == null ? List.of() : styles.judgements();
  }

  /**
   * The row read last, as it was understood: field to value in the order of the entity, empty where
   * there is none, masked where it tells about a person.
   */
  public Map<String, String> shown() {
    Map<String, String> shown = new LinkedHashMap<>();
    for (FieldReader reader : readers) {
      shown.put(reader.field().name(), values.shown(reader.slot()));
    }
    return shown;
  }

  /**
   * Reads one row of the ledger. Nothing of the row object is kept. What the reader tolerated stays
   * in {@link Row#issues()}; an error there quarantines the row.
   *
   * @throws IllegalArgumentException for a header or a {@code sep=} line, which are no rows
   */
  public Outcome normalise(Row row) {
    Outcome other = byKind(row);
    if (other != null) {
      return other;
    }
    List<Issue> refused = screen.citizenServiceNumbers(row);
    if (!refused.isEmpty()) {
      return new Outcome.Refused(refused);
    }
    if (!mapping.recognised()) {
      return new Outcome.NotARecord(
          RowScreen.blank(row) ? Outcome.Reason.BLANK : Outcome.Reason.NOT_RECOGNISED);
    }
    values.clear(row.line());
    int unread = readFields(row);
    Outcome.Reason reason = unread > 0 ? noRecord(row, unread) : null;
    if (reason != null) {
      return new Outcome.NotARecord(reason);
    }
    for (int slot : missing) {
      values.reading(slot, Reading.EMPTY, "");
      values.issue(IssueCode.REQUIRED_COLUMN_MISSING, slot, "een kolom voor dit veld");
    }
    rules.check(values);
    for (ReadIssue issue : row.issues()) {
      if (issue.code().severity() == Severity.ERROR) {
        values.fail(issue.code());
      }
    }
    return values.failed()
        ? new Outcome.Quarantined(placementKey(), values.issues(), values.bad())
        : new Outcome.Kept(items.apply(values), values.issues());
  }

  private static Outcome byKind(Row row) {
    return switch (row.kind()) {
      case DATA -> null;
      case BLANK -> new Outcome.NotARecord(Outcome.Reason.BLANK);
      case PREAMBLE -> new Outcome.NotARecord(Outcome.Reason.TITLE);
      case REPEATED_HEADER -> new Outcome.NotARecord(Outcome.Reason.REPEATED_HEADER);
      case FOOTER ->
          new Outcome.NotARecord(
              RowScreen.total(row) ? Outcome.Reason.TOTAL : Outcome.Reason.FOOTER);
      case HEADER, SEP_LINE ->
          throw new IllegalArgumentException("a " + row.kind() + " is no row of the ledger");
    };
  }

  /** Reads all fields; how many required ones have no value. */
  private int readFields(Row row) {
    int unread = 0;
    for (int i = 0; i < readers.length; i++) {
      FieldReader reader = readers[i];
      int column = columns[i];
      String text = column < 0 ? "" : CellText.of(row.cell(column));
      if (years[i] >= 0 && reader instanceof PayPeriodReader period) {
        text = period.text(CellText.of(row.cell(years[i])), text);
      }
      CellType type = column < 0 ? CellType.TEXT : row.type(column);
      if (text.isEmpty()) {
        text = constants[i];
        type = CellType.TEXT;
      }
      values.reading(reader.slot(), Reading.VALUE, text);
      Reading reading = text.isEmpty() ? Reading.EMPTY : reader.read(text, type, values);
      values.reading(reader.slot(), reading, text);
      if (reading != Reading.VALUE) {
        unread += judge(reader, reading, type) ? 1 : 0;
      }
    }
    return unread;
  }

  /** Adds what the contract says of a field without a plain value; whether it is a required one. */
  private boolean judge(FieldReader reader, Reading reading, CellType type) {
    boolean required = reader.field().required();
    switch (reading) {
      case VALUE -> {}
      case EMPTY -> {
        if (required) {
          values.issue(IssueCode.REQUIRED_MISSING, reader.slot(), reader.expected());
        }
      }
      case CODE_UNKNOWN -> {
        values.issue(IssueCode.CODE_READ_AS_UNKNOWN, reader.slot(), reader.expected());
        return false;
      }
      case NO_CODE ->
          values.issue(
              required ? IssueCode.CODE_UNKNOWN : IssueCode.OPTIONAL_CODE_UNKNOWN,
              reader.slot(),
              reader.expected());
      case UNREADABLE -> unreadable(reader, required, type);
    }
    return required;
  }

  private void unreadable(FieldReader reader, boolean required, CellType type) {
    if (required) {
      values.issue(IssueCode.REQUIRED_UNREADABLE, reader.slot(), reader.expected());
    } else if (reader.field().name().equals("end_date")) {
      values.issue(IssueCode.END_DATE_UNREADABLE, reader.slot(), reader.expected());
    } else if (type != CellType.ERROR) {
      // an error cell has an issue of its own
      values.issue(IssueCode.OPTIONAL_UNREADABLE, reader.slot(), reader.expected());
    }
  }

  /** A blank row, or a total whose key or most required fields are missing; null for a record. */
  private Outcome.Reason noRecord(Row row, int unread) {
    if (RowScreen.blank(row)) {
      // a record that could not be read has no cells, and is not blank
      return row.issues().stream().anyMatch(i -> i.code().severity() == Severity.ERROR)
          ? null
          : Outcome.Reason.BLANK;
    }
    boolean keyless = false;
    for (int slot : key) {
      keyless |= !values.has(slot);
    }
    int required = 0;
    for (FieldReader reader : readers) {
      required += reader.field().required() ? 1 : 0;
    }
    return (keyless || 2 * unread >= required) && RowScreen.total(row)
        ? Outcome.Reason.TOTAL
        : null;
  }

  private String placementKey() {
    return values.has(placement) ? values.text(placement) : null;
  }

  /** Whether a row belongs in the ledger: all but headers and {@code sep=} lines. */
  public static boolean counts(RowKind kind) {
    return kind != RowKind.HEADER && kind != RowKind.SEP_LINE;
  }
}
