package nl.oogst.inspect;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import nl.oogst.map.ColumnMapping;
import nl.oogst.map.TableMapping;
import nl.oogst.model.IssueText;
import nl.oogst.model.Schemas;
import nl.oogst.read.Decision;
import nl.oogst.read.Dialect;
import nl.oogst.read.TableSource;
import nl.oogst.read.TableStart;

/**
 * A file as JSON, in the shape that {@code docs/inspect.md} describes. Keys are always there; what
 * does not apply is null.
 */
public final class JsonView {
  /** Of the shape; raised when a key changes or goes. */
  public static final int VERSION = 1;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Schemas schemas;

  public JsonView(Schemas schemas) {
    this.schemas = schemas;
  }

  public ObjectNode file(FileView file) {
    ObjectNode node = JSON.createObjectNode();
    node.put("file", file.name());
    node.put("bytes", file.bytes());
    node.put("profile", file.profile());
    node.put("refused", file.refused());
    ArrayNode refusals = node.putArray("refusals");
    if (file.failure() != null) {
      refusal(refusals, file.failure().code().code(), file.failure().file())
          .put("detail", file.failure().detail());
    }
    for (FileView.CitizenNumbers numbers : file.numbers()) {
      refusal(refusals, "bsn_found", numbers.file())
          .put("column", TextView.header(numbers.column()))
          .put("values", numbers.values());
    }
    ArrayNode skipped = node.putArray("skipped");
    for (TableSource.Skipped one : file.skipped()) {
      skipped
          .addObject()
          .put("file", one.file())
          .put("code", one.code().code())
          .put("reason", one.reason());
    }
    ArrayNode tables = node.putArray("tables");
    file.tables().forEach(table -> table(tables.addObject(), table));
    return node;
  }

  private static ObjectNode refusal(ArrayNode refusals, String code, String file) {
    return refusals
        .addObject()
        .put("code", code)
        .put("file", file)
        .putNull("column")
        .putNull("values")
        .putNull("detail");
  }

  private void table(ObjectNode node, TableView table) {
    TableStart start = table.start();
    TableMapping mapping = table.mapping();
    node.put("file", start.file());
    node.put("sheet", start.sheet());
    node.put("format", lower(start.format()));
    dialect(node.putObject("dialect"), start.dialect());
    ArrayNode decisions = node.putArray("decisions");
    for (Decision decision : start.decisions()) {
      decisions
          .addObject()
          .put("what", decision.what())
          .put("chosen", decision.chosen())
          .put("reason", decision.reason());
    }
    node.put("entity", mapping.entity());
    node.put("entity_reason", lower(mapping.why()));
    node.put("mode", lower(mapping.mode()));
    ArrayNode columns = node.putArray("columns");
    mapping.columns().forEach(column -> column(columns.addObject(), column, mapping));
    ArrayNode missing = node.putArray("missing");
    mapping.missing().forEach(missing::add);
    ObjectNode constants = node.putObject("constants");
    mapping.constants().entrySet().stream()
        .sorted(java.util.Map.Entry.comparingByKey())
        .forEach(constant -> constants.put(constant.getKey(), constant.getValue()));
    judgements(node.putArray("styles"), table);
    node.putObject("rows")
        .put("all", table.rows().all())
        .put("kept", table.rows().kept())
        .put("quarantined", table.rows().quarantined())
        .put("not_a_record", table.rows().notRecords());
    records(node.putArray("records"), table);
    issues(node.putArray("issues"), table);
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** The words of a Frictionless Table Dialect. */
  private static void dialect(ObjectNode node, Dialect dialect) {
    node.put("encoding", dialect.encoding());
    node.put("delimiter", dialect.delimiter());
    node.put("quoteChar", dialect.quoteChar());
    node.put("escapeChar", dialect.escapeChar());
    node.put("lineTerminator", dialect.lineEnd());
    node.put("commentChar", dialect.commentChar());
    ArrayNode rows = node.putArray("headerRows");
    dialect.headerRows().forEach(rows::add);
  }

  private static void column(ObjectNode node, ColumnMapping column, TableMapping mapping) {
    node.put("number", column.index() + 1);
    node.put("header", TextView.header(column.header()));
    ArrayNode fields = node.putArray("fields");
    if (column.field() != null) {
      fields.add(column.field());
    }
    if (column.also() != null) {
      fields.add(column.also());
    }
    node.put("reason", lower(column.reason()));
    node.put("certainty", Math.round(column.certainty() * 1000) / 1000.0);
    node.put("explanation", ColumnWords.why(column, mapping));
    ArrayNode candidates = node.putArray("candidates");
    for (ColumnMapping.Candidate candidate : column.candidates()) {
      candidates
          .addObject()
          .put("field", candidate.field())
          .put("certainty", Math.round(candidate.certainty() * 1000) / 1000.0);
    }
  }

  private static void judgements(ArrayNode nodes, TableView table) {
    table
        .judgements()
        .forEach(
            judgement ->
                nodes
                    .addObject()
                    .put("header", TextView.header(judgement.header()))
                    .put("field", judgement.field())
                    .put("how_nl", judgement.how().nl())
                    .put("how_en", judgement.how().en())
                    .put("why_nl", judgement.why().nl())
                    .put("why_en", judgement.why().en())
                    .put("line", judgement.line() == 0 ? null : judgement.line()));
  }

  private static void records(ArrayNode nodes, TableView table) {
    for (TableView.Shown record : table.records()) {
      ObjectNode node = nodes.addObject().put("line", record.line());
      ObjectNode values = node.putObject("values");
      record.values().forEach((field, value) -> values.put(field, value.isEmpty() ? null : value));
    }
  }

  private void issues(ArrayNode nodes, TableView table) {
    for (IssueGroup group : table.issues()) {
      IssueText text = schemas.issue(group.code());
      ObjectNode node = nodes.addObject();
      node.put("code", group.code().code());
      node.put("severity", lower(group.code().severity()));
      node.put("field", group.field() == null ? null : TextView.header(group.field()));
      node.put("count", group.count());
      node.put("explanation_nl", text.explanation().nl());
      node.put("explanation_en", text.explanation().en());
      node.put("treatment_nl", text.treatment().nl());
      node.put("treatment_en", text.treatment().en());
      ArrayNode examples = node.putArray("examples");
      for (IssueGroup.Example example : group.examples()) {
        ObjectNode one = examples.addObject();
        one.put("line", example.line() == 0 ? null : example.line());
        one.put("found", example.found());
        one.put("expected", example.expected());
      }
    }
  }
}
