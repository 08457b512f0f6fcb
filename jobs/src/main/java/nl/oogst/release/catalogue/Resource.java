package nl.oogst.release.catalogue;

import java.util.List;
import nl.oogst.model.DataSetSchema;
import nl.oogst.release.Manifest;

/**
 * A data set as it lies in a zone of the release, mostly in one file.
 *
 * @param name of the data set; {@code unprotected/…} for figures before protection
 * @param files from the root of the release, in order
 */
record Resource(String name, DataSetSchema schema, List<Manifest.Entry> files) {
  Resource {
    files = List.copyOf(files);
  }

  long rows() {
    return files.stream().mapToLong(file -> file.rows() == null ? 0 : file.rows()).sum();
  }

  long bytes() {
    return files.stream().mapToLong(Manifest.Entry::bytes).sum();
  }

  /** The paths of the files below their zone. */
  List<String> paths() {
    return files.stream().map(file -> file.path().substring(file.path().indexOf('/') + 1)).toList();
  }
}
