package nl.oogst.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Looks for what keeps people from using a page, with axe-core in a real browser. */
public final class Axe {
  /** Every rule: WCAG 2.0 to 2.2, A and AA, and best practices. */
  private static final String RUN =
      "axe.run(document, {runOnly: {type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a',"
          + " 'wcag21aa', 'wcag22aa', 'best-practice']}, resultTypes: ['violations']})"
          + ".then(found => found.violations.flatMap(v => v.nodes.map(n => v.id + ': ' + v.help +"
          + " ' at ' + n.target.join(' ') + ' ' + n.html.slice(0, 120))))";

  private final String script;

  public Axe() throws IOException {
    try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
      script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** What axe finds wrong, a line each. */
  public List<String> violations(Chromium browser, Path page, int width) throws IOException {
    browser.open(page, width);
    browser.evaluate(script);
    List<String> found = new ArrayList<>();
    for (JsonNode one : browser.evaluate(RUN)) {
      found.add(one.asText());
    }
    return found;
  }
}
