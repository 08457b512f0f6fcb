package nl.oogst.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.oogst.protect.GateReport;
import nl.oogst.protect.GateTable;
import nl.oogst.release.Manifest;
import nl.oogst.release.OutputFailure;

/** The figures of a release that was published, read back as the gate wants them. */
final class ReleasedTables {
  private static final String PARQUET = ".parquet";

  private ReleasedTables() {}

  /** The data sets that were protected: those with exact figures in the restricted zone. */
  static List<String> names(Path release) throws OutputFailure {
    Path folder = release.resolve("restricted").resolve("unprotected");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(PARQUET))
          .map(name -> name.substring(0, name.length() - PARQUET.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw OutputFailure.of("read", folder, e);
    }
  }

  /** Every file of a release that is read for the gate, be it there or not. */
  static List<Path> files(Path release) throws OutputFailure {
    List<Path> files = new ArrayList<>();
    for (String name : names(release)) {
      files.add(release.resolve("public/" + name + PARQUET));
      files.add(release.resolve(ReadSet.EXACT + name + PARQUET));
    }
    for (String one : List.of(ReadSet.PRACTICES, GateReport.FILE)) {
      if (Files.exists(release.resolve(one))) {
        files.add(release.resolve(one));
      }
    }
    return files;
  }

  /** In how many bytes they lie packed, in both forms. */
  static long bytes(Path release) throws OutputFailure {
    long bytes = 0;
    for (String name : names(release)) {
      for (String zone : List.of("public/", ReadSet.EXACT)) {
        Path file = release.resolve(zone + name + PARQUET);
        try {
          bytes += Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
          throw OutputFailure.of("read", file, e);
        }
      }
    }
    return bytes;
  }

  /**
   * All of them that are there in both forms; they are read side by side.
   *
   * @throws OutputFailure when one cannot be read
   */
  static List<GateTable> read(Path release) throws OutputFailure {
    List<Manifest.Entry> entries = new ArrayList<>();
    for (String name : names(release)) {
      entries.add(new Manifest.Entry("public/" + name + PARQUET, 0, null, null));
      entries.add(new Manifest.Entry(ReadSet.EXACT + name + PARQUET, 0, null, null));
    }
    if (Files.exists(release.resolve(ReadSet.PRACTICES))) {
      entries.add(new Manifest.Entry(ReadSet.PRACTICES, 0, null, null));
    }
    List<ReadSet> sets = entries.parallelStream().map(e -> ReadSet.read(release, e)).toList();
    for (ReadSet set : sets) {
      if (!set.problems().isEmpty()) {
        throw OutputFailure.damaged(release, set.problems().get(0));
      }
    }
    return pair(sets);
  }

  /**
   * Sets whose public rows do not stand beside exact ones column by column. In statement_checks the
   * base follows from what a row counts, and its key is that of the cell it is laid beside;
   * revisions has public rows only for what changed in published figures, which are judged in their
   * own sets.
   */
  private static final Set<String> NOT_SIDE_BY_SIDE = Set.of("statement_checks", "revisions");

  /** The public sets that have exact figures, with them, and who uses which practice. */
  static List<GateTable> pair(List<ReadSet> sets) {
    List<GateTable> tables = new ArrayList<>();
    for (ReadSet open : sets) {
      if (open.isPublic() && open.schema() != null && !NOT_SIDE_BY_SIDE.contains(open.name())) {
        sets.stream()
            .filter(exact -> exact.isExact() && exact.name().equals(open.name()))
            .filter(exact -> exact.schema() != null)
            .forEach(e -> tables.add(new GateTable(open.schema(), open.rows(), e.rows())));
      }
    }
    sets.stream()
        .filter(set -> set.path().equals(ReadSet.PRACTICES) && set.schema() != null)
        .forEach(set -> tables.add(new GateTable(set.schema(), set.rows(), set.rows())));
    return tables;
  }

  /** What a release left out, as its audit says; nothing where it has none. */
  static List<GateReport.Block> coarsened(Path release) throws OutputFailure {
    Path file = release.resolve(GateReport.FILE);
    try {
      return Files.exists(file)
          ? GateReport.coarsenedIn(Files.readAllBytes(file))
          : List.<GateReport.Block>of();
    } catch (IOException e) {
      throw OutputFailure.of("read", file, e);
    }
  }
}
