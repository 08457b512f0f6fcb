package nl.oogst.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.oogst.model.DeliveredFile;
import nl.oogst.read.DialectHint;
import nl.oogst.read.TextPart;
import nl.oogst.read.TextParts;
import org.apache.spark.api.java.JavaSparkContext;

/** Which files are read in parts, by several tasks, and where they are cut. */
final class CutFiles {
  /** No file is. */
  static final CutFiles NONE = new CutFiles(Map.of());

  private final Map<Integer, List<TextPart>> parts;

  /** A stretch of a file between two cuts. */
  private record Between(String path, long from, long to) implements java.io.Serializable {}

  private CutFiles(Map<Integer, List<TextPart>> parts) {
    this.parts = new LinkedHashMap<>(parts);
  }

  /**
   * Cuts the files that are larger than a part.
   *
   * @param files those that are to be read
   * @param every about how many bytes a part has
   */
  static CutFiles of(
      JavaSparkContext spark, Inbox inbox, List<DeliveredFile> files, Reading reading, long every) {
    Map<DeliveredFile, List<Long>> cuts = new LinkedHashMap<>();
    // as bytes: Kryo knows no records
    List<byte[]> all = new ArrayList<>();
    for (DeliveredFile file : files) {
      if (file.bytes() > every) {
        List<Long> its =
            TextParts.cuts(
                Path.of(file.path()),
                file.name(),
                hints(inbox, reading, file),
                file.bytes(),
                every);
        if (!its.isEmpty()) {
          cuts.put(file, its);
          long from = 0;
          for (long to : its) {
            all.add(JavaBytes.write(new Between(file.path(), from, to)));
            from = to;
          }
        }
      }
    }
    if (cuts.isEmpty()) {
      return NONE;
    }
    List<TextParts.Stretch> counted =
        spark.parallelize(all, all.size()).map(CutFiles::count).collect().stream()
            .map(bytes -> JavaBytes.read(bytes, TextParts.Stretch.class))
            .toList();
    Map<Integer, List<TextPart>> parts = new LinkedHashMap<>();
    int first = 0;
    for (Map.Entry<DeliveredFile, List<Long>> one : cuts.entrySet()) {
      DeliveredFile file = one.getKey();
      int last = first + one.getValue().size();
      List<TextPart> its =
          parts(inbox, reading, file, one.getValue(), counted.subList(first, last));
      if (!its.isEmpty()) {
        parts.put(file.index(), its);
      }
      first = last;
    }
    return new CutFiles(parts);
  }

  private static Function<String, DialectHint> hints(
      Inbox inbox, Reading reading, DeliveredFile file) {
    return reading.hints(inbox.deliveries().get(file.delivery()).proeftuin());
  }

  private static byte[] count(byte[] stretch) {
    Between between = JavaBytes.read(stretch, Between.class);
    return JavaBytes.write(count(between));
  }

  private static TextParts.Stretch count(Between between) {
    try {
      return TextParts.count(Path.of(between.path()), between.from(), between.to());
    } catch (IOException e) {
      // the file went or changed: no part will end where this says
      return new TextParts.Stretch(-1, -1);
    }
  }

  private static List<TextPart> parts(
      Inbox inbox,
      Reading reading,
      DeliveredFile file,
      List<Long> cuts,
      List<TextParts.Stretch> stretches) {
    try {
      return TextParts.parts(
          Path.of(file.path()), file.name(), hints(inbox, reading, file), cuts, stretches);
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }

  /** Without some files, which are read as a whole. */
  CutFiles without(List<Integer> files) {
    CutFiles left = new CutFiles(parts);
    left.parts.keySet().removeAll(files);
    return left;
  }

  boolean contains(int file) {
    return parts.containsKey(file);
  }

  /** The numbers of parts of a file; 0 when it is read as a whole. */
  int parts(int file) {
    return parts.getOrDefault(file, List.of()).size();
  }

  /** What is read of a file: its parts in order, or all of it. */
  List<ReadUnit> units(DeliveredFile file) {
    List<TextPart> its = parts.get(file.index());
    return its == null
        ? List.of(new ReadUnit(file, null))
        : its.stream().map(part -> new ReadUnit(file, part)).toList();
  }
}
