package nl.oogst.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files of {@link KeptProeftuinen}. What cannot be removed stays: it is in nobody's way, and
 * the next run tries again.
 */
record KeptFolder(Path folder) {

  /** Removes what no entry names, of this run or not: it is of a run that was killed. */
  void removeUnnamed() {
    try {
      Set<Path> named = new HashSet<>();
      List<Path> all = files();
      for (Path path : all) {
        KeptEntry entry = path.endsWith(KeptEntry.FILE) ? KeptEntry.read(path) : null;
        if (entry != null) {
          named.add(path);
          entry.files().forEach(part -> named.add(folder.resolve(part.file())));
        }
      }
      remove(all, named);
    } catch (IOException | UncheckedIOException e) {
      // see above
    }
  }

  /** Removes all but some files, and folders that are empty then. */
  void removeAllBut(Set<Path> these) {
    try {
      remove(files(), these);
    } catch (IOException | UncheckedIOException e) {
      // see above
    }
  }

  private List<Path> files() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).toList();
    }
  }

  private static void remove(List<Path> all, Set<Path> but) throws IOException {
    for (Path path : all) {
      if (!but.contains(path)) {
        Files.delete(path);
        try (Stream<Path> left = Files.list(path.getParent())) {
          if (left.findAny().isEmpty()) {
            Files.delete(path.getParent());
          }
        }
      }
    }
  }
}
