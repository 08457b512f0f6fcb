package nl.oogst.sample;

import java.util.ArrayList;
import java.util.List;

/** One table of one entity in a delivery: columns and rows, not yet in any file form. */
record Sheet(
    String entity, String name, List<String> fields, List<String> headers, List<Row> rows) {

  static Sheet of(
      String entity, String name, List<String> fields, List<Row> rows, Wording wording) {
    var headers = new ArrayList<String>();
    fields.forEach(field -> headers.add(wording.header(entity, field)));
    return new Sheet(entity, name, List.copyOf(fields), headers, new ArrayList<>(rows));
  }

  int indexOf(String field) {
    return fields.indexOf(field);
  }
}
