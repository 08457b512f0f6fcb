package nl.oogst.release.catalogue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import nl.oogst.model.Code;
import nl.oogst.model.Column;
import nl.oogst.model.ColumnType;
import nl.oogst.model.DataSetSchema.Zone;
import nl.oogst.release.Footer;

/**
 * {@code datapackage.json} (Frictionless Data Package v2): for each data set of a zone its files
 * with bytes, SHA-256 and rows, its Table Schema with texts, units and code labels; and the ledger.
 */
final class DataPackage {
  private static final String PROFILES = "https://datapackage.org/profiles/2.0/";
  private static final String PARQUET = "application/vnd.apache.parquet";

  private final Described release;
  private final Terms terms;

  DataPackage(Described release, Terms terms) {
    this.release = release;
    this.terms = terms;
  }

  ObjectNode of(Zone zone, List<Resource> resources) {
    var root = Json.object();
    root.put("$schema", PROFILES + "datapackage.json");
    root.put("name", zone == Zone.PUBLIC ? "oogst" : "oogst-restricted");
    root.put("id", terms.base() + "release/" + release.releaseId() + "/" + zone.code());
    root.put("title", terms.title().nl());
    root.put("title_en", terms.title().en());
    root.put("description", terms.description().nl());
    root.put("description_en", terms.description().en());
    root.put("version", release.releaseId());
    root.put("created", release.moment());
    root.put("as_of", release.asOf().toString());
    root.put("program_version", release.programVersion());
    root.put("access", zone.code());
    contributors(root);
    if (zone == Zone.PUBLIC) {
      var licence = root.putArray("licenses").addObject();
      licence.put("name", terms.licenceName());
      licence.put("path", terms.licence());
      licence.put("title", terms.licenceTitle().nl());
      var keywords = root.putArray("keywords");
      terms.keywords().forEach(keyword -> keywords.add(keyword.nl()));
    }
    var ledger = root.putObject("ledger");
    release.ledger().forEach(ledger::put);
    var list = root.putArray("resources");
    resources.forEach(resource -> list.add(resource(resource)));
    return root;
  }

  private void contributors(ObjectNode root) {
    var list = root.putArray("contributors");
    var publisher = list.addObject();
    publisher.put("title", terms.publisherName().nl());
    publisher.put("path", terms.publisher());
    publisher.putArray("roles").add("publisher");
    var contact = list.addObject();
    contact.put("title", terms.contactName());
    contact.put("email", terms.contactEmail());
    contact.putArray("roles").add("contact");
  }

  private ObjectNode resource(Resource resource) {
    var schema = resource.schema();
    var node = Json.object();
    node.put("$schema", PROFILES + "dataresource.json");
    node.put("name", resource.name().replace('/', '-'));
    var paths = resource.paths();
    if (paths.size() == 1) {
      node.put("path", paths.get(0));
    } else {
      var list = node.putArray("path");
      paths.forEach(list::add);
    }
    node.put("type", "table");
    node.put("title", schema.title());
    node.put("title_en", schema.titleEn());
    node.put("description", schema.description());
    node.put("description_en", schema.descriptionEn());
    node.put("version", schema.version());
    node.put("format", "parquet");
    node.put("mediatype", PARQUET);
    node.put("bytes", resource.bytes());
    if (paths.size() == 1) {
      node.put("hash", "sha256:" + resource.files().get(0).sha256());
    } else {
      var parts = node.putArray("parts");
      for (int i = 0; i < paths.size(); i++) {
        var file = resource.files().get(i);
        parts.addObject().put("path", paths.get(i)).put("hash", "sha256:" + file.sha256());
      }
    }
    node.put("rows", resource.rows());
    node.set("schema", tableSchema(resource));
    return node;
  }

  /** The declaration, with the labels of codes as categories. */
  private ObjectNode tableSchema(Resource resource) {
    var node = Footer.tableSchema(resource.schema());
    var fields = node.withArray("fields");
    for (int i = 0; i < fields.size(); i++) {
      Column column = resource.schema().columns().get(i);
      if (column.codelist() != null && column.type() == ColumnType.STRING) {
        var categories = ((ObjectNode) fields.get(i)).putArray("categories");
        for (Code code : release.schemas().codelist(column.codelist()).codes()) {
          categories
              .addObject()
              .put("value", code.code())
              .put("label", code.label().nl())
              .put("label_en", code.label().en());
        }
      }
    }
    return node;
  }
}
