package nl.oogst.cli;

import java.nio.file.Path;

/** Where the defaults lie: the folder of the program, whatever the current folder is. */
record Home(Path folder) {

  static Home find() {
    return new Home(Path.of(System.getProperty("oogst.home", ".")));
  }

  /** What the user gave, relative to the current folder; else the default, relative to home. */
  Path orDefault(Path given, String name) {
    Path path = given == null ? folder.resolve(name) : given;
    Path here = Path.of("").toAbsolutePath();
    Path full = path.toAbsolutePath().normalize();
    return full.startsWith(here) && !full.equals(here) ? here.relativize(full) : full;
  }
}
