package nl.oogst.report.document;

/**
 * Writes HTML that is XML as well. Text and attributes are escaped; only pictures and style go in
 * raw.
 */
final class Html {
  private final StringBuilder out = new StringBuilder(64 * 1024);
  private final boolean linksToPages;

  /**
   * An empty page.
   *
   * @param linksToPages whether what leads to another page is a link, or only words
   */
  Html(boolean linksToPages) {
    this.linksToPages = linksToPages;
  }

  /** Opens an element with attributes, given as name, value, name, value. */
  Html open(String name, String... attributes) {
    start(name, attributes);
    out.append('>');
    return this;
  }

  Html close(String name) {
    out.append("</").append(name).append('>');
    return this;
  }

  /** An element without content. */
  Html empty(String name, String... attributes) {
    start(name, attributes);
    out.append("/>");
    return this;
  }

  Html element(String name, String text) {
    return open(name).text(text).close(name);
  }

  private void start(String name, String... attributes) {
    out.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      text(attributes[i + 1]);
      out.append('"');
    }
  }

  Html text(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c < ' ' && c != '\n' && c != '\t' ? ' ' : c);
      }
    }
    return this;
  }

  /** Text with {@code **stress**} and {@code [links](#place)}; see {@link Inline}. */
  Html inline(String text) {
    for (Inline.Part part : Inline.parse(text)) {
      switch (part.kind()) {
        case PLAIN -> text(part.text());
        case STRESS -> open("strong").text(part.text()).close("strong");
        case LINK -> {
          if (linksToPages || !part.leadsToPage()) {
            open("a", "href", part.target()).text(part.text()).close("a");
          } else {
            text(part.text());
          }
        }
      }
    }
    return this;
  }

  Html raw(String markup) {
    out.append(markup);
    return this;
  }

  Html line() {
    out.append('\n');
    return this;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
