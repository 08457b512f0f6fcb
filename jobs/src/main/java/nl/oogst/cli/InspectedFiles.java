package nl.oogst.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.oogst.run.WrongUse;

/** The files that a user names, with what their place tells about them. */
record InspectedFiles(List<Inspected> list) {

  /**
   * A file to look at.
   *
   * @param name the file inside its delivery, as a profile's patterns see it
   * @param proeftuin whose it is, or null when nothing tells
   */
  record Inspected(Path path, String name, String proeftuin) {}

  /**
   * All files, those of folders in order of name.
   *
   * @throws WrongUse when one does not exist
   */
  static InspectedFiles find(List<Path> given, String proeftuinOrNull) throws IOException {
    List<Inspected> all = new ArrayList<>();
    for (Path path : given) {
      if (Files.isDirectory(path)) {
        try (Stream<Path> inside = Files.list(path)) {
          inside
              .filter(file -> Files.isRegularFile(file) && !hidden(file))
              .sorted()
              .forEach(file -> all.add(inspected(file, proeftuinOrNull)));
        }
      } else if (Files.exists(path)) {
        all.add(inspected(path, proeftuinOrNull));
      } else {
        throw new WrongUse("The file '" + path + "' does not exist.");
      }
    }
    return new InspectedFiles(all);
  }

  private static boolean hidden(Path file) {
    return file.getFileName().toString().startsWith(".");
  }

  private static Inspected inspected(Path path, String given) {
    Path full = path.toAbsolutePath().normalize();
    for (int i = 0; i + 3 < full.getNameCount(); i++) {
      boolean delivery =
          full.getName(i).toString().equals("deliveries")
              && full.getName(i + 2).toString().matches("\\d{4}-\\d\\d-\\d\\d.*");
      if (delivery) {
        String owner = full.getName(i + 1).toString();
        String name = full.subpath(i + 3, full.getNameCount()).toString().replace('\\', '/');
        return new Inspected(path, name, given == null ? owner : given);
      }
    }
    return new Inspected(path, full.getFileName().toString(), given);
  }
}
