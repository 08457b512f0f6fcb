package nl.oogst.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import nl.oogst.model.Code;
import nl.oogst.model.Column;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Schemas;
import nl.oogst.release.Footer;

/** The code labels that go into the footer of a data set. */
final class Labels {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Labels() {}

  static Map<String, String> footer(DataSetSchema schema, Schemas schemas) {
    Map<String, String> footer = new TreeMap<>();
    for (Column column : schema.columns()) {
      if (column.codelist() != null) {
        Map<String, Map<String, String>> labels = new LinkedHashMap<>();
        for (Code code : schemas.codelist(column.codelist()).codes()) {
          labels.put(
              code.code(), new TreeMap<>(Map.of("nl", code.label().nl(), "en", code.label().en())));
        }
        footer.put(Footer.labelsKey(column.name()), json(labels));
      }
    }
    return footer;
  }

  private static String json(Object labels) {
    try {
      return JSON.writeValueAsString(labels);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
