package nl.oogst.run;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.oogst.model.Delivery;
import nl.oogst.resolve.Origin;

/** Folder and file names by the numbers that records carry. */
final class Names implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Files inside one delivered file that can be told apart. */
  static final int INNER_FILES = 1 << 12;

  private final List<Delivery> deliveries;
  private final Map<Integer, String> files = new HashMap<>();
  private final Map<String, Origin> origins;

  Names(List<Delivery> deliveries, Map<String, Origin> origins, List<FileReport> reports) {
    this.deliveries = deliveries;
    this.origins = origins;
    for (FileReport report : reports) {
      for (int i = 0; i < report.inner().size(); i++) {
        files.put(number(report.file(), i), report.inner().get(i));
      }
    }
  }

  /** The number of a file inside a delivered file. */
  static int number(int file, int inner) {
    return file * INNER_FILES + inner;
  }

  /** Where the numbers of a proeftuin begin. */
  Origin origin(String proeftuin) {
    return origins.get(proeftuin);
  }

  Delivery delivery(int index) {
    return deliveries.get(index);
  }

  String file(int number) {
    return files.get(number);
  }
}
