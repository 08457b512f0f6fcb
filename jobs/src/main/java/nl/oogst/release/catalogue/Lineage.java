package nl.oogst.release.catalogue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import nl.oogst.model.Column;

/**
 * The run as two OpenLineage events, START and COMPLETE, a JSON object a line: deliveries in, data
 * sets out, with the columns of each and the delivered fields behind the dimensions and measures.
 *
 * <p>The run's id follows from the release, its time is the as-of date: the same release has the
 * same lineage.
 */
final class Lineage {
  private static final String SPEC = "https://openlineage.io/spec/";
  private static final String EVENT = SPEC + "2-0-2/OpenLineage.json#/$defs/RunEvent";
  private static final String DELIVERIES = "oogst-deliveries";
  private static final String RELEASES = "oogst-releases";
  private static final String PLACEMENTS = "restricted/placements";
  private static final String HOURS = "restricted/paid_hours";

  /** The columns of placements and hours that a measure is made from. */
  private static final Map<String, List<String>> BEHIND =
      Map.ofEntries(
          Map.entry("jobs_started", List.of("start_date", "job_id", "is_job")),
          Map.entry("jobs_ended", List.of("end_date", "job_id", "is_job")),
          Map.entry("jobs_active", List.of("start_date", "end_date", "job_id", "is_job")),
          Map.entry("persons", List.of("person", "start_date", "end_date", "is_job")),
          Map.entry("fte", List.of("hours_per_week", "start_date", "end_date", "is_job")),
          Map.entry("other_placements", List.of("start_date", "end_date", "is_job")),
          Map.entry("estimated_hours", List.of("hours_per_week", "start_date", "end_date")),
          Map.entry("realised_eur", List.of("value_eur", "valuation_scheme", "start_date")));

  private static final List<String> DIMENSIONS =
      List.of("organisation", "proeftuin", "target_group", "route", "attribution", "contract_form");

  private final Described release;
  private final String producer;

  Lineage(Described release, Terms terms) {
    this.release = release;
    this.producer =
        terms.base()
            + "program/"
            + URLEncoder.encode(release.programVersion(), StandardCharsets.UTF_8);
  }

  String of(List<Resource> outputs) {
    var start = event("START");
    var complete = event("COMPLETE");
    var in = complete.putArray("inputs");
    inputs().forEach((name, files) -> in.add(input(name, files)));
    start.set("inputs", complete.get("inputs").deepCopy());
    start.putArray("outputs");
    var out = complete.putArray("outputs");
    outputs.forEach(resource -> out.add(output(resource)));
    return Json.line(start) + Json.line(complete);
  }

  private ObjectNode event(String type) {
    var event = Json.object();
    event.put("eventType", type);
    event.put("eventTime", release.moment());
    event.put("producer", producer);
    event.put("schemaURL", EVENT);
    var run = event.putObject("run");
    var name = "oogst/" + release.releaseId();
    run.put("runId", UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString());
    var facets = run.putObject("facets");
    var nominal = facet(facets, "nominalTime", "1-0-1/NominalTimeRunFacet.json#/$defs/");
    nominal.put("nominalStartTime", release.moment());
    var engine = facet(facets, "processing_engine", "1-1-1/ProcessingEngineRunFacet.json#/$defs/");
    engine.put("name", "oogst").put("version", release.programVersion());
    event.putObject("job").put("namespace", "oogst").put("name", "run");
    return event;
  }

  /** A facet of the standard; its definition has the name of its file. */
  private ObjectNode facet(ObjectNode facets, String key, String schema) {
    var name = schema.substring(schema.indexOf('/') + 1, schema.indexOf(".json"));
    return facets
        .putObject(key)
        .put("_producer", producer)
        .put("_schemaURL", SPEC + "facets/" + schema + name);
  }

  private Map<String, List<Described.Input>> inputs() {
    var deliveries = new TreeMap<String, List<Described.Input>>();
    for (var file : release.inputs()) {
      deliveries.merge(
          file.proeftuin() + "/" + file.delivery(),
          List.of(file),
          (a, b) -> java.util.stream.Stream.concat(a.stream(), b.stream()).toList());
    }
    return deliveries;
  }

  private ObjectNode input(String name, List<Described.Input> files) {
    var input = Json.object().put("namespace", DELIVERIES).put("name", name);
    var digest = new StringBuilder();
    long bytes = 0;
    for (var file : files) {
      digest.append(file.file()).append('\n').append(file.sha256()).append('\n');
      bytes += file.bytes();
    }
    var version =
        facet(
            input.putObject("facets"), "version", "1-0-1/DatasetVersionDatasetFacet.json#/$defs/");
    version.put(
        "datasetVersion",
        UUID.nameUUIDFromBytes(digest.toString().getBytes(StandardCharsets.UTF_8)).toString());
    var statistics =
        facet(
            input.putObject("inputFacets"),
            "inputStatistics",
            "1-0-0/InputStatisticsInputDatasetFacet.json#/$defs/");
    statistics.put("size", bytes).put("fileCount", files.size());
    return input;
  }

  private ObjectNode output(Resource resource) {
    var path = resource.files().get(0).path();
    var name = path.substring(0, path.length() - ".parquet".length());
    var output = Json.object().put("namespace", RELEASES).put("name", name);
    var facets = output.putObject("facets");
    var version = facet(facets, "version", "1-0-1/DatasetVersionDatasetFacet.json#/$defs/");
    version.put("datasetVersion", release.releaseId());
    var schema = facet(facets, "schema", "1-1-1/SchemaDatasetFacet.json#/$defs/");
    var fields = schema.putArray("fields");
    for (var column : resource.schema().columns()) {
      fields
          .addObject()
          .put("name", column.name())
          .put("type", column.type().code())
          .put("description", column.descriptionEn());
    }
    var lineage = columnLineage(resource, name);
    if (!lineage.isEmpty()) {
      facet(facets, "columnLineage", "1-2-0/ColumnLineageDatasetFacet.json#/$defs/")
          .set("fields", lineage);
    }
    var statistics =
        facet(
            output.putObject("outputFacets"),
            "outputStatistics",
            "1-0-2/OutputStatisticsOutputDatasetFacet.json#/$defs/");
    statistics.put("rowCount", resource.rows()).put("size", resource.bytes());
    return output;
  }

  /** Public figures come from those before protection, and these from placements and hours. */
  private static ObjectNode columnLineage(Resource resource, String name) {
    var fields = Json.object();
    for (var column : resource.schema().columns()) {
      if (column.role() != Column.Role.MEASURE && column.role() != Column.Role.DIMENSION) {
        continue;
      }
      if (name.startsWith("public/") && BEHIND.containsKey(column.name())) {
        from(fields, column.name(), "restricted/unprotected/" + resource.name(), column.name());
      } else if (name.startsWith("restricted/unprotected/")) {
        BEHIND
            .getOrDefault(column.name(), List.of())
            .forEach(behind -> from(fields, column.name(), PLACEMENTS, behind));
        if (column.name().equals("paid_hours") || column.name().equals("banen")) {
          from(fields, column.name(), HOURS, "hours");
        }
        if (DIMENSIONS.contains(column.name())) {
          from(fields, column.name(), PLACEMENTS, column.name());
        }
      }
    }
    return fields;
  }

  private static void from(ObjectNode fields, String column, String dataSet, String field) {
    fields
        .withObject("/" + column)
        .withArray("inputFields")
        .addObject()
        .put("namespace", RELEASES)
        .put("name", dataSet)
        .put("field", field);
  }
}
