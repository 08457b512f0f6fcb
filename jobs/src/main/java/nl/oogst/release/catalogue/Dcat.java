package nl.oogst.release.catalogue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.DataSetSchema.Zone;
import nl.oogst.model.Text;
import nl.oogst.release.Manifest;

/**
 * {@code dcat.jsonld} (DCAT-AP-NL 3.0): a catalogue of the data sets of a release. Each public data
 * set is a member of a series that goes on over releases; the restricted records are described, not
 * offered.
 */
final class Dcat {
  private static final String EU = "http://publications.europa.eu/resource/authority/";
  private static final String PARQUET =
      "https://www.iana.org/assignments/media-types/application/vnd.apache.parquet";
  private static final String SHA256 = "http://spdx.org/rdf/terms#checksumAlgorithm_sha256";
  private static final String PROFILE = "https://docs.geostandaarden.nl/dcat/dcat-ap-nl30/";

  private final Described release;
  private final Terms terms;
  private final ArrayNode graph;
  private final ObjectNode root = Json.object();

  Dcat(Described release, Terms terms) {
    this.release = release;
    this.terms = terms;
    root.set("@context", context());
    graph = root.putArray("@graph");
  }

  private static ObjectNode context() {
    var context = Json.object();
    context.put("adms", "http://www.w3.org/ns/adms#");
    context.put("dcat", "http://www.w3.org/ns/dcat#");
    context.put("dct", "http://purl.org/dc/terms/");
    context.put("foaf", "http://xmlns.com/foaf/0.1/");
    context.put("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
    context.put("skos", "http://www.w3.org/2004/02/skos/core#");
    context.put("spdx", "http://spdx.org/rdf/terms#");
    context.put("vcard", "http://www.w3.org/2006/vcard/ns#");
    context.put("xsd", "http://www.w3.org/2001/XMLSchema#");
    return context;
  }

  ObjectNode of(List<Resource> resources) {
    var catalog = node(terms.base() + "catalog", "dcat:Catalog");
    Json.texts(catalog, "dct:title", terms.title());
    Json.texts(catalog, "dct:description", terms.description());
    responsible(catalog);
    ref(catalog, "dct:license", terms.licence());
    ref(catalog, "dct:language", EU + "language/NLD");
    ref(catalog, "dct:spatial", terms.spatial());
    ref(catalog, "foaf:homepage", terms.base());
    catalog.putArray("dcat:themeTaxonomy").addObject().put("@id", EU + "data-theme");
    date(catalog, "dct:modified");
    var members = catalog.putArray("dcat:dataset");
    for (var resource : resources) {
      series(resource.schema());
      members.addObject().put("@id", dataset(resource));
    }
    members.addObject().put("@id", restricted());
    shared();
    return root;
  }

  private String address(String kind, String name) {
    return terms.base() + kind + "/" + name;
  }

  private ObjectNode node(String id, String type) {
    return graph.addObject().put("@id", id).put("@type", type);
  }

  private static void ref(ObjectNode node, String key, String id) {
    node.putObject(key).put("@id", id);
  }

  private static void typed(ObjectNode node, String key, String type, String value) {
    node.putObject(key).put("@type", type).put("@value", value);
  }

  private void date(ObjectNode node, String key) {
    typed(node, key, "xsd:date", release.asOf().toString());
  }

  private void responsible(ObjectNode node) {
    ref(node, "dct:publisher", terms.publisher());
    ref(node, "dct:creator", terms.publisher());
    ref(node, "dcat:contactPoint", contact());
  }

  private String contact() {
    return terms.base() + "contact";
  }

  /** What the data sets of all releases share; its members are the data sets of each. */
  private void series(DataSetSchema schema) {
    var series = node(address("series", schema.name()), "dcat:DatasetSeries");
    Json.texts(series, "dct:title", new Text(schema.title(), schema.titleEn()));
    Json.texts(series, "dct:description", new Text(schema.description(), schema.descriptionEn()));
    responsible(series);
    ref(series, "dct:accrualPeriodicity", terms.frequency());
    ref(series, "dct:spatial", terms.spatial());
  }

  private String dataset(Resource resource) {
    var schema = resource.schema();
    var id = address("dataset", release.releaseId() + "/" + schema.name());
    var dataset = described(id, schema.title(), schema.titleEn(), Zone.PUBLIC);
    Json.texts(dataset, "dct:description", new Text(schema.description(), schema.descriptionEn()));
    ref(dataset, "dcat:inSeries", address("series", schema.name()));
    dataset.put("dcat:version", schema.version());
    var distributions = dataset.putArray("dcat:distribution");
    for (var file : resource.files()) {
      distributions.addObject().put("@id", distribution(schema, file));
    }
    return id;
  }

  /** What a data set has in either zone, but its description. */
  private ObjectNode described(String id, String title, String titleEn, Zone zone) {
    var dataset = node(id, "dcat:Dataset");
    dataset.put("dct:identifier", id);
    Json.texts(dataset, "dct:title", new Text(title, titleEn));
    responsible(dataset);
    ref(
        dataset,
        "dct:accessRights",
        EU + "access-right/" + (zone == Zone.PUBLIC ? "PUBLIC" : "NON_PUBLIC"));
    var themes = dataset.putArray("dcat:theme");
    terms.themes().forEach(theme -> themes.addObject().put("@id", theme));
    var keywords = dataset.putArray("dcat:keyword");
    for (var keyword : terms.keywords()) {
      keywords.addObject().put("@language", "nl").put("@value", keyword.nl());
      keywords.addObject().put("@language", "en").put("@value", keyword.en());
    }
    date(dataset, "dct:issued");
    date(dataset, "dct:modified");
    ref(dataset, "dct:accrualPeriodicity", terms.frequency());
    ref(dataset, "dct:language", EU + "language/NLD");
    ref(dataset, "dct:spatial", terms.spatial());
    var time = dataset.putObject("dct:temporal").put("@type", "dct:PeriodOfTime");
    typed(time, "dcat:startDate", "xsd:date", release.from().toString());
    typed(time, "dcat:endDate", "xsd:date", release.asOf().toString());
    ref(dataset, "dcat:landingPage", terms.base());
    ref(dataset, "foaf:page", file("public/data-dictionary.html"));
    ref(dataset, "dct:conformsTo", PROFILE);
    ref(dataset, "adms:status", EU + "dataset-status/COMPLETED");
    return dataset;
  }

  private String distribution(DataSetSchema schema, Manifest.Entry entry) {
    var url = file(entry.path());
    var distribution = node(url + "#distribution", "dcat:Distribution");
    Json.texts(distribution, "dct:title", new Text(schema.title(), schema.titleEn()));
    ref(distribution, "dcat:accessURL", file("public/datapackage.json"));
    ref(distribution, "dcat:downloadURL", url);
    ref(distribution, "dct:license", terms.licence());
    ref(distribution, "dct:format", EU + "file-type/PARQUET");
    ref(distribution, "dcat:mediaType", PARQUET);
    ref(distribution, "dct:language", EU + "language/NLD");
    var tableSchema = file("public/datapackage.json") + "#" + schema.name();
    ref(distribution, "dct:conformsTo", tableSchema);
    node(tableSchema, "dct:Standard");
    node(url, "rdfs:Resource");
    typed(distribution, "dcat:byteSize", "xsd:nonNegativeInteger", Long.toString(entry.bytes()));
    var checksum = distribution.putObject("spdx:checksum").put("@type", "spdx:Checksum");
    ref(checksum, "spdx:algorithm", SHA256);
    typed(checksum, "spdx:checksumValue", "xsd:hexBinary", entry.sha256());
    date(distribution, "dct:issued");
    return url + "#distribution";
  }

  private String file(String path) {
    return address("release", release.releaseId() + "/" + path);
  }

  /** The records behind the figures: that they exist, and who may see them. */
  private String restricted() {
    var id = address("dataset", release.releaseId() + "/restricted");
    var dataset =
        described(id, "Records achter de cijfers", "Records behind the figures", Zone.RESTRICTED);
    Json.texts(
        dataset,
        "dct:description",
        new Text(
            "Gepseudonimiseerde plaatsingen en betaalde uren, grootboek en kwaliteitsmeldingen."
                + " Alleen voor medewerkers van het Adviesteam die deze gegevens nodig hebben.",
            "Pseudonymised placements and paid hours, ledger and quality issues. Only for members"
                + " of the advisory team who need them."));
    return id;
  }

  /** What the nodes above point at. */
  private void shared() {
    var agent = node(terms.publisher(), "foaf:Agent");
    Json.texts(agent, "foaf:name", terms.publisherName());
    var contact = graph.addObject().put("@id", contact());
    contact.putArray("@type").add("vcard:Organization").add("vcard:Kind");
    contact.put("vcard:fn", terms.contactName());
    ref(contact, "vcard:hasEmail", "mailto:" + terms.contactEmail());
    var licence = node(terms.licence(), "dct:LicenseDocument");
    Json.texts(licence, "dct:title", terms.licenceTitle());
    node(terms.spatial(), "dct:Location");
    node(terms.frequency(), "dct:Frequency");
    node(EU + "language/NLD", "dct:LinguisticSystem");
    node(EU + "file-type/PARQUET", "dct:MediaTypeOrExtent");
    node(PARQUET, "dct:MediaType");
    node(PROFILE, "dct:Standard");
    node(file("public/datapackage.json"), "rdfs:Resource");
    node(SHA256, "spdx:ChecksumAlgorithm");
    node(terms.base(), "foaf:Document");
    node(file("public/data-dictionary.html"), "foaf:Document");
    concept(EU + "dataset-status/COMPLETED", new Text("Compleet", "Completed"));
    concept(EU + "data-theme/SOCI", new Text("Bevolking en samenleving", "Population and society"));
    concept(
        EU + "data-theme/GOVE",
        new Text("Overheid en publieke sector", "Government and public sector"));
    var taxonomy = node(EU + "data-theme", "skos:ConceptScheme");
    Json.texts(taxonomy, "dct:title", new Text("Thema's", "Data themes"));
    for (var zone : List.of("PUBLIC", "NON_PUBLIC")) {
      node(EU + "access-right/" + zone, "dct:RightsStatement");
    }
  }

  private void concept(String id, Text label) {
    Json.texts(node(id, "skos:Concept"), "skos:prefLabel", label);
  }
}
