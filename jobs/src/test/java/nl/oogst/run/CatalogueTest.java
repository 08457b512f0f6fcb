package nl.oogst.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.oogst.model.DataSetSchema;
import nl.oogst.release.catalogue.Standards;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a release says of itself, held against the standards it follows. */
class CatalogueTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SHAPES = "dcat-ap-nl-3.0/";

  @TempDir private static Path folder;
  private static Ran ran;

  @BeforeAll
  static void harvest() {
    DataRoot root = new DataRoot(folder, "alfa", "beta");
    root.file("alfa/2024-12-31/plaatsingen.csv", DataRoot.placements("A1", "A2", "A3"));
    root.file("beta/2025-01-15/plaatsingen.csv", DataRoot.placements("B1"));
    ran = Ran.harvest(root);
    assertThat(ran.code()).as(ran.err()).isZero();
  }

  private static JsonNode json(String path) throws IOException {
    return JSON.readTree(Files.readAllBytes(ran.release().resolve(path)));
  }

  private static String sha256(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void dataPackagesOfBothZonesAreValidFrictionlessV2() throws IOException {
    for (String zone : List.of("public", "restricted")) {
      JsonNode dataPackage = json(zone + "/datapackage.json");
      assertThat(Standards.problems("frictionless-2.0/datapackage.json", dataPackage)).isEmpty();
      for (JsonNode resource : dataPackage.path("resources")) {
        assertThat(Standards.problems("frictionless-2.0/dataresource.json", resource))
            .as(resource.path("name").asText())
            .isEmpty();
        assertThat(Standards.problems("frictionless-2.0/tableschema.json", resource.path("schema")))
            .as(resource.path("name").asText())
            .isEmpty();
      }
    }
  }

  @Test
  void aDataPackageThatIsNoneIsSeen() throws IOException {
    JsonNode wrong = JSON.readTree("{\"name\": \"x\", \"resources\": [{\"name\": \"no path\"}]}");
    assertThat(Standards.problems("frictionless-2.0/datapackage.json", wrong)).isNotEmpty();
  }

  @Test
  void theDataPackageTellsBytesChecksumAndRowsOfEveryDataSet() throws IOException {
    for (String zone : List.of("public", "restricted")) {
      Set<String> described = new TreeSet<>();
      for (JsonNode resource : json(zone + "/datapackage.json").path("resources")) {
        Path file = ran.release().resolve(zone).resolve(resource.path("path").asText());
        described.add(file.toString());
        assertThat(resource.path("bytes").asLong()).isEqualTo(Files.size(file));
        assertThat(resource.path("hash").asText()).isEqualTo("sha256:" + sha256(file));
        assertThat(Ran.query("SELECT count(*) FROM '" + file + "'"))
            .containsExactly(resource.path("rows").asText());
        List<String> names = new ArrayList<>();
        resource.path("schema").path("fields").forEach(f -> names.add(f.path("name").asText()));
        assertThat(Ran.query("SELECT column_name FROM (DESCRIBE FROM '" + file + "')"))
            .containsExactlyElementsOf(names);
      }
      Set<String> written = new TreeSet<>();
      for (Path file : DataRoot.tree(ran.release().resolve(zone))) {
        if (file.toString().endsWith(".parquet")) {
          written.add(file.toString());
        }
      }
      assertThat(described).isEqualTo(written);
    }
  }

  @Test
  void theLedgerOfTheDataPackageAddsUpToTheRowsDelivered() throws IOException {
    JsonNode ledger = json("public/datapackage.json").path("ledger");
    long states = 0;
    for (String state : Ledger.STATES) {
      states += ledger.path(state).asLong();
    }
    assertThat(states).isEqualTo(ledger.path("rows").asLong()).isEqualTo(4);
  }

  @Test
  void codesHaveTheirLabelsAndMeasuresTheirUnits() throws IOException {
    for (JsonNode resource : json("public/datapackage.json").path("resources")) {
      if (!resource.path("name").asText().equals("jobs_realised")) {
        continue;
      }
      Map<String, JsonNode> fields = new java.util.TreeMap<>();
      for (JsonNode field : resource.path("schema").path("fields")) {
        fields.put(field.path("name").asText(), field);
      }
      assertThat(fields.get("organisation").path("categories").findValuesAsText("value"))
          .contains("BZK", "IenW");
      assertThat(fields.get("organisation").path("categories").findValuesAsText("label"))
          .contains("Infrastructuur en Waterstaat");
      assertThat(fields.get("fte").path("unit").asText()).isEqualTo("fte");
      return;
    }
    throw new AssertionError("jobs_realised is not described");
  }

  private static ValidationReport validate(Model data, String shapes) {
    return ShaclValidator.get()
        .validate(
            Shapes.parse(RDFDataMgr.loadGraph(Standards.file(SHAPES + shapes).toString())),
            data.getGraph());
  }

  private static Model dcat() {
    return RDFDataMgr.loadModel(ran.release().resolve("public/dcat.jsonld").toString());
  }

  @Test
  void theCatalogueConformsToEveryShapeOfDcatApNl() {
    for (String shapes :
        List.of(
            "dcat-ap-SHACL.ttl",
            "dcat-ap-nl-SHACL.ttl",
            "dcat-ap-nl-SHACL-klassebereik.ttl",
            "dcat-ap-nl-SHACL-klassebereik-codelijsten.ttl")) {
      List<String> found = new ArrayList<>();
      validate(dcat(), shapes)
          .getEntries()
          .forEach(e -> found.add(e.focusNode() + " " + e.resultPath() + " " + e.message()));
      assertThat(found).as(shapes).isEmpty();
    }
  }

  /** A service that gives access is recommended; these are files. */
  @Test
  void whatIsRecommendedIsThereButAServiceForAccess() {
    List<String> found = new ArrayList<>();
    validate(dcat(), "dcat-ap-nl-SHACL-aanbevolen.ttl")
        .getEntries()
        .forEach(e -> found.add(String.valueOf(e.resultPath())));
    assertThat(found)
        .allSatisfy(path -> assertThat(path).contains("http://www.w3.org/ns/dcat#accessService"));
  }

  @Test
  void aCatalogueWithoutPublisherIsRefusedByTheShapes() {
    Model wrong = dcat();
    wrong.removeAll(null, DCTerms.publisher, null);
    assertThat(validate(wrong, "dcat-ap-nl-SHACL.ttl").conforms()).isFalse();
  }

  @Test
  void eachPublicDataSetIsInASeriesWithChecksumLicenceAndATooiPublisher() throws IOException {
    Model model = dcat();
    int public_ = 0;
    for (JsonNode resource : json("public/datapackage.json").path("resources")) {
      String name = resource.path("name").asText();
      String id = "https://example.org/oogst/dataset/" + ran.release().getFileName() + "/" + name;
      var dataset = model.getResource(id);
      assertThat(model.contains(dataset, RDF.type, DCAT.Dataset)).as(name).isTrue();
      assertThat(dataset.getPropertyResourceValue(DCTerms.publisher).getURI())
          .startsWith("https://identifier.overheid.nl/tooi/id/ministerie/mnre");
      assertThat(dataset.getPropertyResourceValue(DCTerms.accessRights).getURI())
          .endsWith("/PUBLIC");
      assertThat(
              dataset
                  .getPropertyResourceValue(
                      ResourceFactory.createProperty("http://www.w3.org/ns/dcat#inSeries"))
                  .getURI())
          .isEqualTo("https://example.org/oogst/series/" + name);
      var distribution = dataset.getPropertyResourceValue(DCAT.distribution);
      assertThat(distribution.getPropertyResourceValue(DCTerms.license)).isNotNull();
      var checksum =
          distribution.getPropertyResourceValue(
              ResourceFactory.createProperty("http://spdx.org/rdf/terms#checksum"));
      assertThat(
              checksum
                  .getProperty(
                      ResourceFactory.createProperty("http://spdx.org/rdf/terms#checksumValue"))
                  .getString())
          .isEqualTo(resource.path("hash").asText().substring("sha256:".length()));
      public_++;
    }
    assertThat(public_).isGreaterThan(5);
    assertThat(Files.readString(ran.release().resolve("public/dcat.jsonld")))
        .contains("access-right/NON_PUBLIC");
  }

  @Test
  void theLineageIsAStartAndACompleteWithEveryDeliveryAndDataSet() throws IOException {
    List<JsonNode> events = new ArrayList<>();
    for (String line :
        Files.readAllLines(ran.release().resolve("restricted/lineage/openlineage.jsonl"))) {
      events.add(JSON.readTree(line));
    }
    assertThat(events)
        .extracting(e -> e.path("eventType").asText())
        .containsExactly("START", "COMPLETE");
    Set<String> runs = new TreeSet<>();
    for (JsonNode event : events) {
      runs.add(UUID.fromString(event.at("/run/runId").asText()).toString());
      assertThat(event.path("eventTime").asText()).isEqualTo("2025-01-15T00:00:00Z");
      assertThat(event.at("/job/namespace").asText()).isNotEmpty();
      assertThat(event.at("/job/name").asText()).isNotEmpty();
      assertThat(URI.create(event.path("producer").asText()).isAbsolute()).isTrue();
      facets(event);
      List<String> inputs = new ArrayList<>();
      event.path("inputs").forEach(input -> inputs.add(input.path("name").asText()));
      assertThat(inputs).containsExactly("alfa/2024-12-31", "beta/2025-01-15");
    }
    assertThat(runs).hasSize(1);
    List<String> outputs = new ArrayList<>();
    events.get(1).path("outputs").forEach(out -> outputs.add(out.path("name").asText()));
    assertThat(outputs)
        .contains("public/jobs_realised", "restricted/placements")
        .doesNotHaveDuplicates();
    JsonNode exact = null;
    for (JsonNode output : events.get(1).path("outputs")) {
      if (output.path("name").asText().equals("restricted/unprotected/jobs_realised")) {
        exact = output;
      }
    }
    assertThat(exact.at("/facets/columnLineage/fields/fte/inputFields").findValuesAsText("field"))
        .contains("hours_per_week");
  }

  /** Each facet names who made it and its definition, as the specification asks. */
  private static void facets(JsonNode node) {
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (entry.getKey().toLowerCase(java.util.Locale.ROOT).endsWith("facets")) {
        for (JsonNode facet : entry.getValue()) {
          assertThat(facet.path("_producer").asText()).startsWith("https://");
          assertThat(facet.path("_schemaURL").asText())
              .matches("https://openlineage.io/spec/facets/[0-9-]+/(\\w+).json#/\\$defs/\\1");
        }
      } else if (entry.getValue().isContainerNode()) {
        facets(entry.getValue());
        entry.getValue().forEach(CatalogueTest::facets);
      }
    }
  }

  @Test
  void theViewsRunInDuckDbAsPastedAndShowLabels() throws IOException, SQLException {
    String sql = Files.readString(ran.release().resolve("public/views.sql"));
    // in the folder of the release the paths are as they stand; a test cannot change its folder
    String moved = sql.replace("['public/", "['" + ran.release() + "/public/");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(moved);
      for (JsonNode resource : json("public/datapackage.json").path("resources")) {
        String name = resource.path("name").asText();
        try (ResultSet result = statement.executeQuery("SELECT count(*) FROM \"" + name + "\"")) {
          assertThat(result.next()).isTrue();
          assertThat(result.getLong(1)).as(name).isEqualTo(resource.path("rows").asLong());
        }
      }
      try (ResultSet result =
          statement.executeQuery(
              "SELECT DISTINCT organisation_label, organisation_label_en FROM jobs_realised WHERE"
                  + " breakdown = 'organisation'")) {
        assertThat(result.next()).isTrue();
        assertThat(result.getString(1)).isEqualTo("Binnenlandse Zaken en Koninkrijksrelaties");
        assertThat(result.getString(2)).isEqualTo("Interior and Kingdom Relations");
      }
      try (ResultSet result =
          statement.executeQuery(
              "SELECT comment FROM duckdb_columns() WHERE table_name = 'jobs_realised' AND"
                  + " column_name = 'fte'")) {
        assertThat(result.next()).isTrue();
        assertThat(result.getString(1)).contains("36").endsWith("[fte]");
      }
    }
  }

  @Test
  void everyFileOfTheCatalogueIsInTheManifest() throws IOException {
    List<String> paths = json("manifest.json").path("files").findValuesAsText("path");
    assertThat(paths)
        .contains(
            "public/datapackage.json",
            "public/dcat.jsonld",
            "public/data-dictionary.html",
            "public/data-dictionary.en.html",
            "public/views.sql",
            "restricted/datapackage.json",
            "restricted/lineage/openlineage.jsonl");
  }

  @Test
  void theDictionaryOfTheReleaseTellsEveryColumn() throws IOException {
    String page = Files.readString(ran.release().resolve("public/data-dictionary.html"));
    for (DataSetSchema schema :
        DataSetSchema.loadAll(DataRoot.repository().resolve("schemas/datasets")).values()) {
      assertThat(page).contains("<section id=\"" + schema.name() + "\">");
      schema
          .columns()
          .forEach(column -> assertThat(page).contains("<code>" + column.name() + "</code>"));
    }
  }
}
