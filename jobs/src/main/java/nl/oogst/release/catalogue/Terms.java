package nl.oogst.release.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import nl.oogst.model.SchemaMistake;
import nl.oogst.model.Schemas;
import nl.oogst.model.Text;

/**
 * Who publishes, under which terms: {@code schemas/rules/catalogue.json}.
 *
 * @param base the address below which data sets get theirs, ending in a slash
 * @param publisher TOOI id of the publishing organisation
 */
record Terms(
    String base,
    Text title,
    Text description,
    String publisher,
    Text publisherName,
    String contactName,
    String contactEmail,
    String licence,
    String licenceName,
    Text licenceTitle,
    List<String> themes,
    List<Text> keywords,
    String spatial,
    String frequency) {
  private static final String FILE = "rules/catalogue.json";

  /**
   * Reads the terms.
   *
   * @throws SchemaMistake naming what is missing
   */
  static Terms load(Schemas schemas) {
    JsonNode rules = schemas.rules("catalogue");
    var publisher = rules.path("publisher");
    var contact = rules.path("contact");
    var licence = rules.path("licence");
    var themes = new ArrayList<String>();
    rules.path("themes").forEach(theme -> themes.add(uri(theme.asText())));
    var keywords = new ArrayList<Text>();
    rules.path("keywords").forEach(word -> keywords.add(both(word, "keywords")));
    if (themes.isEmpty()) {
      throw new SchemaMistake(FILE, "'themes' lists nothing");
    }
    var base = uri(text(rules, "base"));
    if (!base.endsWith("/")) {
      throw new SchemaMistake(FILE, "'base' must end with a slash");
    }
    return new Terms(
        base,
        both(rules.path("title"), "title"),
        both(rules.path("description"), "description"),
        uri(text(publisher, "tooi")),
        both(publisher.path("name"), "publisher.name"),
        text(contact, "name"),
        text(contact, "email"),
        uri(text(licence, "uri")),
        text(licence, "name"),
        both(licence.path("title"), "licence.title"),
        List.copyOf(themes),
        List.copyOf(keywords),
        uri(text(rules, "spatial")),
        uri(text(rules, "frequency")));
  }

  private static String text(JsonNode node, String key) {
    var text = node.path(key).asText("");
    if (text.isBlank()) {
      throw new SchemaMistake(FILE, "'" + key + "' is missing or empty");
    }
    return text;
  }

  private static Text both(JsonNode node, String key) {
    if (node.path("nl").asText("").isBlank() || node.path("en").asText("").isBlank()) {
      throw new SchemaMistake(FILE, "'" + key + "' needs a text under 'nl' and under 'en'");
    }
    return new Text(node.path("nl").asText(), node.path("en").asText());
  }

  private static String uri(String text) {
    try {
      if (URI.create(text).isAbsolute()) {
        return text;
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    throw new SchemaMistake(FILE, "'" + text + "' is no address; expected one as https://…");
  }
}
