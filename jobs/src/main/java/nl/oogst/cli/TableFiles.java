package nl.oogst.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.oogst.read.ReadFailure;
import nl.oogst.read.SourceFiles;
import nl.oogst.read.TableSource;
import nl.oogst.read.TableWriter;
import nl.oogst.run.WrongUse;

/** Writes the tables in files as CSV, without asking what they mean. */
final class TableFiles {
  private final Dialects dialects;
  private final PrintWriter err;

  TableFiles(Dialects dialects, PrintWriter err) {
    this.dialects = dialects;
    this.err = err;
  }

  /** Prints the tables one after the other; exit code 3 when one cannot be read. */
  int print(List<InspectedFiles.Inspected> files, PrintWriter out) throws IOException {
    int code = 0;
    Writer writer = new BufferedWriter(out);
    for (InspectedFiles.Inspected file : files) {
      code = write(file, writer) ? code : Main.REFUSED;
    }
    writer.flush();
    return code;
  }

  /**
   * Writes {@code DIR/<file name>.csv} for each file; what cannot be read becomes an empty file.
   *
   * @throws WrongUse when two files have the same name, or the folder cannot be written
   */
  int writeAll(List<InspectedFiles.Inspected> files, Path folder) {
    Map<String, Path> names = new HashMap<>();
    for (InspectedFiles.Inspected file : files) {
      Path other = names.put(file.path().getFileName().toString(), file.path());
      if (other != null && !other.equals(file.path())) {
        throw new WrongUse(
            "Two files would be written to the same table: '"
                + other
                + "' and '"
                + file.path()
                + "'.");
      }
    }
    try {
      Files.createDirectories(folder);
      for (InspectedFiles.Inspected file : files) {
        Path table = folder.resolve(file.path().getFileName() + ".csv");
        try (Writer writer = Files.newBufferedWriter(table, StandardCharsets.UTF_8)) {
          write(file, writer);
        }
      }
    } catch (IOException e) {
      throw new WrongUse("Cannot write to the folder '" + folder + "' of --table-to.");
    }
    return 0;
  }

  /** The first table; of further ones, also those below it, is said that they are there. */
  private boolean write(InspectedFiles.Inspected file, Writer writer) throws IOException {
    int others = 0;
    long formulas = 0;
    boolean readable = true;
    try (TableSource source = SourceFiles.open(file.path(), file.name(), hints(file))) {
      TableWriter table = new TableWriter(writer);
      table.write(source);
      formulas = table.formulas();
      while (source.next() != null) {
        others++;
      }
    } catch (ReadFailure e) {
      err.println("oogst: " + e.file() + ": " + e.detail() + ".");
      readable = false;
    }
    if (formulas > 0) {
      err.println(
          "oogst: "
              + file.path()
              + ": "
              + formulas
              + (formulas == 1 ? " cell begins" : " cells begin")
              + " as a formula does, and is given as read; do not open the table in a spreadsheet.");
    }
    if (others > 0) {
      err.println(
          "oogst: " + file.path() + " holds " + others + " other tables; only the first is given.");
    }
    return readable;
  }

  private java.util.function.Function<String, nl.oogst.read.DialectHint> hints(
      InspectedFiles.Inspected file) {
    return dialects.of(file.path());
  }
}
