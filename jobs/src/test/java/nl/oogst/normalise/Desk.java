package nl.oogst.normalise;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.oogst.map.Formats;
import nl.oogst.map.Mode;
import nl.oogst.map.TableMapper;
import nl.oogst.map.TableMapping;
import nl.oogst.model.Issue;
import nl.oogst.model.IssueCode;
import nl.oogst.model.Schemas;
import nl.oogst.model.TextMasking;
import nl.oogst.read.CellType;
import nl.oogst.read.Row;
import nl.oogst.read.Rows;

/** Puts rows through mapping and normalising, starting from a valid row of each entity. */
final class Desk {
  static final Schemas SCHEMAS =
      Schemas.load(Path.of(System.getProperty("oogst.root", "..")).resolve("schemas"));
  static final LinkKey KEY = LinkKey.parse("0123456789abcdef".repeat(4));

  private static final Map<String, Map<String, String>> VALID =
      Map.of(
          "placement",
          Map.of(
              "placement_id", "P-1",
              "person_id", "K-1",
              "organisation", "BZK",
              "attribution", "supplier",
              "contract_form", "permanent",
              "target_group", "wajong",
              "start_date", "2024-01-15",
              "hours_per_week", "24"),
          "paid_hours",
          Map.of(
              "placement_id", "P-1",
              "period_start", "2024-01-01",
              "period_end", "2024-01-31",
              "hours", "104"),
          "indicator",
          Map.of("indicator", "satisfaction_candidate", "period", "2024", "value", "7.5"),
          "practice",
          Map.of("practice", "open_question", "from", "2020-01-01"),
          "lesson",
          Map.of(
              "lesson_id", "L-1",
              "date", "2024-01-01",
              "phase", "new_tender",
              "theme", "process",
              "text", "Begin op tijd"),
          "statement",
          Map.of("measure", "jobs", "period", "2024", "value", "12"));

  private final Map<String, String> cells = new LinkedHashMap<>();
  private Formats formats = Formats.NONE;
  private final List<List<String>> sample = new ArrayList<>();
  private LinkKey key;
  private CellType type = CellType.TEXT;
  private String typedField;

  private Desk(String entity) {
    SCHEMAS
        .entity(entity)
        .fields()
        .forEach(
            field -> {
              String value = VALID.get(entity).get(field.name());
              if (value != null) {
                cells.put(field.name(), value);
              }
            });
  }

  static Desk of(String entity) {
    return new Desk(entity);
  }

  static Desk placement() {
    return of("placement");
  }

  /** A table that is none of the entities. */
  static RowNormaliser unrecognised(String... headers) {
    TableMapping mapping =
        new TableMapper(SCHEMAS, new ColumnContent(SCHEMAS))
            .map("table.csv", null, List.of(headers), List.of(), null);
    return RowNormaliser.create(mapping, SCHEMAS, List.of(), null, text -> text, null);
  }

  Desk with(String header, String value) {
    cells.put(header, value);
    return this;
  }

  Desk without(String header) {
    cells.remove(header);
    return this;
  }

  Desk formats(Formats declared) {
    formats = declared;
    return this;
  }

  Desk key(LinkKey linkKey) {
    key = linkKey;
    return this;
  }

  Desk typed(String field, CellType cellType) {
    typedField = field;
    type = cellType;
    return this;
  }

  /** Further rows of the table, which differ in one field. */
  Desk beside(String header, String... values) {
    for (String value : values) {
      Map<String, String> other = new LinkedHashMap<>(cells);
      other.put(header, value);
      sample.add(List.copyOf(other.values()));
    }
    return this;
  }

  List<String> headers() {
    return List.copyOf(cells.keySet());
  }

  TableMapping mapping() {
    TableMapping mapped =
        new TableMapper(SCHEMAS, new ColumnContent(SCHEMAS))
            .map("table.csv", null, headers(), sample, null);
    return new TableMapping(
        mapped.file(),
        mapped.sheet(),
        mapped.entity(),
        Mode.SNAPSHOT,
        mapped.why(),
        mapped.columns(),
        formats,
        mapped.constants(),
        mapped.values(),
        mapped.missing(),
        mapped.bsnColumns(),
        mapped.issues());
  }

  RowNormaliser normaliser() {
    List<List<String>> all = new ArrayList<>(sample);
    all.add(List.copyOf(cells.values()));
    return RowNormaliser.create(
        mapping(), SCHEMAS, all, key, text -> TextMasking.mask(text).text(), null);
  }

  Row row() {
    String[] texts = cells.values().toArray(String[]::new);
    return typedField == null
        ? Rows.data(texts)
        : Rows.typed(headers().indexOf(typedField), type, texts);
  }

  Outcome outcome() {
    return normaliser().normalise(row());
  }

  static List<Issue> issues(Outcome outcome) {
    if (outcome instanceof Outcome.Kept kept) {
      return kept.issues();
    }
    if (outcome instanceof Outcome.Quarantined quarantined) {
      return quarantined.issues();
    }
    return outcome instanceof Outcome.Refused refused ? refused.issues() : List.of();
  }

  static List<IssueCode> codes(Outcome outcome) {
    return issues(outcome).stream().map(Issue::code).toList();
  }
}
