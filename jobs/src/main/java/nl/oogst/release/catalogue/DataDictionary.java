package nl.oogst.release.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import nl.oogst.model.Code;
import nl.oogst.model.Column;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.DataSetSchema.Zone;
import nl.oogst.model.Schemas;
import nl.oogst.model.Text;

/** What every column of every data set means, made from the declarations in {@code schemas/}. */
public final class DataDictionary {
  /** The language of a page. */
  public enum Language {
    NL,
    EN;

    String of(Text text) {
      return this == NL ? text.nl() : text.en();
    }

    String of(String nl, String en) {
      return this == NL ? nl : en;
    }

    String code() {
      return of("nl", "en");
    }
  }

  private static final String MADE =
      "Made from schemas/ by the program; change it there, not here.";

  private final List<DataSetSchema> dataSets;
  private final Schemas schemas;

  public DataDictionary(Collection<DataSetSchema> dataSets, Schemas schemas) {
    this.dataSets = new ArrayList<>(dataSets);
    this.schemas = schemas;
  }

  /** The dictionary as Markdown. */
  public String markdown(Language in) {
    var page = new StringBuilder();
    page.append("# ").append(title(in)).append("\n\n<!-- ").append(MADE).append(" -->\n\n");
    page.append(intro(in)).append("\n");
    for (var zone : Zone.values()) {
      page.append("\n## ").append(zone(zone, in)).append("\n");
      for (var schema : of(zone)) {
        page.append("\n### `").append(schema.name()).append("`\n\n**");
        page.append(in.of(schema.title(), schema.titleEn()))
            .append("** (")
            .append(in.of("versie ", "version "))
            .append(schema.version())
            .append("). ");
        page.append(cell(in.of(schema.description(), schema.descriptionEn()))).append("\n\n");
        row(page, headings(in));
        page.append("|---|---|---|---|\n");
        for (var column : schema.columns()) {
          row(
              page,
              List.of(
                  "`" + column.name() + "`",
                  type(column, in),
                  in.of(column.title(), column.titleEn()),
                  description(column, in, list -> "`" + list + "`")));
        }
      }
    }
    page.append("\n## ").append(lists(in)).append("\n");
    for (var list : codelists()) {
      page.append("\n### `").append(list).append("`\n\n");
      row(page, List.of("code", "Nederlands", "English"));
      page.append("|---|---|---|\n");
      for (Code code : schemas.codelist(list).codes()) {
        row(page, List.of("`" + code.code() + "`", code.label().nl(), code.label().en()));
      }
    }
    return page.toString();
  }

  private static void row(StringBuilder page, List<String> cells) {
    page.append('|');
    cells.forEach(cell -> page.append(' ').append(cell(cell)).append(" |"));
    page.append('\n');
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("<", "&lt;").replace('\n', ' ');
  }

  /** The dictionary as one page of HTML that needs nothing else. */
  public String html(Language in) {
    var page = new StringBuilder();
    page.append("<!DOCTYPE html>\n<html lang=\"").append(in.code()).append("\">\n<head>\n");
    page.append(
        "<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n");
    page.append("<title>").append(escape(title(in))).append("</title>\n<style>\n").append(STYLE);
    page.append("</style>\n</head>\n<body>\n<header>\n<h1>").append(escape(title(in)));
    page.append("</h1>\n<p>").append(escape(intro(in))).append("</p>\n<p><a href=\"");
    page.append(in.of("data-dictionary.en.html", "data-dictionary.html")).append("\" lang=\"");
    page.append(in.of("en", "nl")).append("\">").append(in.of("In English", "In het Nederlands"));
    page.append("</a></p>\n</header>\n<nav aria-label=\"");
    page.append(in.of("Gegevenssets", "Data sets")).append("\">\n<ul>\n");
    for (var schema : dataSets) {
      page.append("<li><a href=\"#").append(schema.name()).append("\">");
      page.append(escape(in.of(schema.title(), schema.titleEn()))).append("</a></li>\n");
    }
    page.append("</ul>\n</nav>\n<main>\n");
    for (var zone : Zone.values()) {
      page.append("<h2>").append(escape(zone(zone, in))).append("</h2>\n");
      of(zone).forEach(schema -> section(page, schema, in));
    }
    page.append("<h2>").append(escape(lists(in))).append("</h2>\n");
    for (var list : codelists()) {
      page.append("<section id=\"list-").append(list).append("\">\n<h3>").append(list);
      page.append("</h3>\n");
      table(page, list, List.of("code", "Nederlands", "English"));
      for (Code code : schemas.codelist(list).codes()) {
        page.append("<tr><th scope=\"row\"><code>").append(escape(code.code()));
        page.append("</code></th><td lang=\"nl\">").append(escape(code.label().nl()));
        page.append("</td><td lang=\"en\">").append(escape(code.label().en()));
        page.append("</td></tr>\n");
      }
      page.append("</tbody>\n</table>\n</section>\n");
    }
    return page.append("</main>\n</body>\n</html>\n").toString();
  }

  private void section(StringBuilder page, DataSetSchema schema, Language in) {
    var title = in.of(schema.title(), schema.titleEn());
    page.append("<section id=\"").append(schema.name()).append("\">\n<h3>").append(escape(title));
    page.append(" <code>").append(schema.name()).append("</code></h3>\n<p>");
    page.append(escape(in.of(schema.description(), schema.descriptionEn()))).append(" ");
    page.append(in.of("Versie ", "Version ")).append(schema.version()).append(".</p>\n");
    table(page, title, headings(in));
    for (var column : schema.columns()) {
      page.append("<tr><th scope=\"row\"><code>").append(column.name()).append("</code></th><td>");
      page.append(escape(type(column, in))).append("</td><td>");
      page.append(escape(in.of(column.title(), column.titleEn()))).append("</td><td>");
      page.append(escape(description(column, in, list -> list)));
      if (column.codelist() != null) {
        page.append(" <a href=\"#list-").append(column.codelist()).append("\">");
        page.append(in.of("Naar de lijst ", "To the list ")).append(column.codelist());
        page.append("</a>");
      }
      page.append("</td></tr>\n");
    }
    page.append("</tbody>\n</table>\n</section>\n");
  }

  private static void table(StringBuilder page, String caption, List<String> headings) {
    page.append("<table>\n<caption>").append(escape(caption)).append("</caption>\n<thead><tr>");
    for (var heading : headings) {
      page.append("<th scope=\"col\">").append(escape(heading)).append("</th>");
    }
    page.append("</tr></thead>\n<tbody>\n");
  }

  private static final String STYLE =
      """
      body { font: 1rem/1.5 sans-serif; max-width: 70rem; margin: auto; padding: 1rem; color: #1b1b1b; background: #fff; }
      a { color: #01689b; }
      nav ul { columns: 3 14rem; }
      table { border-collapse: collapse; width: 100%; margin-bottom: 2rem; }
      caption { text-align: left; font-weight: bold; padding: .3rem 0; }
      th, td { border: 1px solid #949494; padding: .3rem .5rem; text-align: left; vertical-align: top; }
      th[scope=row] { font-weight: normal; }
      """;

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String title(Language in) {
    return in.of("Wat de gegevens betekenen", "What the data mean");
  }

  private static String intro(Language in) {
    return in.of(
        "Elke kolom van elke gegevensset van een uitgave, met eenheid en codes."
            + " Openbare cijfers over personen zijn afgerond. Een versie telt als in semantic"
            + " versioning: een kolom weg of veranderd is een hoofdversie, een kolom erbij een"
            + " tussenversie, een andere tekst een kleine versie.",
        "Every column of every data set of a release, with its unit and codes. Public figures about"
            + " persons are rounded. Versions are semantic: a column gone or changed is a major"
            + " version, a column added a minor one, another text a patch.");
  }

  private static String zone(Zone zone, Language in) {
    return zone == Zone.PUBLIC
        ? in.of("Openbaar", "Public")
        : in.of("Besloten: alleen voor wie mag", "Restricted: for the entitled only");
  }

  private static String lists(Language in) {
    return in.of("Codelijsten", "Code lists");
  }

  private static List<String> headings(Language in) {
    return List.of(
        in.of("kolom", "column"),
        in.of("soort", "type"),
        in.of("naam", "name"),
        in.of("betekenis", "meaning"));
  }

  private static String type(Column column, Language in) {
    var type = column.type().code();
    if (column.unit() != null) {
      type += ", " + column.unit();
    }
    return column.required() ? type + ", " + in.of("verplicht", "required") : type;
  }

  private static String description(Column column, Language in, Function<String, String> code) {
    var text = in.of(column.description(), column.descriptionEn());
    if (!column.values().isEmpty()) {
      var values = column.values().stream().map(code).toList();
      text += in.of(" Mogelijk: ", " Possible: ") + String.join(", ", values) + ".";
    }
    if (column.codelist() != null) {
      text += in.of(" Codelijst: ", " Code list: ") + code.apply(column.codelist()) + ".";
    }
    return text;
  }

  private List<DataSetSchema> of(Zone zone) {
    return dataSets.stream().filter(schema -> schema.zone() == zone).toList();
  }

  private SortedSet<String> codelists() {
    var lists = new TreeSet<String>();
    for (var schema : dataSets) {
      for (var column : schema.columns()) {
        if (column.codelist() != null) {
          lists.add(column.codelist());
        }
      }
    }
    return lists;
  }
}
