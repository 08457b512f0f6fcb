package nl.oogst.run;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.oogst.model.Days;
import nl.oogst.model.IssueCode;
import nl.oogst.resolve.ByteReader;
import nl.oogst.resolve.ByteWriter;
import nl.oogst.resolve.Knowledge;

/**
 * What reading one delivered file, or a part of it, alone tells: counts, what it holds, why it was
 * refused.
 */
final class FileReport implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Rows of one entity in one file, by what reading alone decides. */
  static final class Counts implements Serializable {
    private static final long serialVersionUID = 1L;

    private long rows;
    private long notARecord;
    private long quarantined;

    void notARecord() {
      rows++;
      notARecord++;
    }

    void quarantined() {
      rows++;
      quarantined++;
    }

    void kept() {
      rows++;
    }

    private static Counts plus(Counts a, Counts b) {
      Counts sum = new Counts();
      sum.rows = a.rows + b.rows;
      sum.notARecord = a.notARecord + b.notARecord;
      sum.quarantined = a.quarantined + b.quarantined;
      return sum;
    }

    long rows() {
      return rows;
    }

    long notARecords() {
      return notARecord;
    }

    long quarantinedRows() {
      return quarantined;
    }
  }

  private final int file;
  private final int delivery;

  /** Names of the files inside; a place's file number is the file's number with this index. */
  private final List<String> inner = new ArrayList<>();

  private final Map<String, Counts> counts = new TreeMap<>();
  private final EnumMap<IssueCode, long[]> issues = new EnumMap<>(IssueCode.class);
  private Knowledge.Mode placements = Knowledge.Mode.NONE;
  private int newestReferenceDate = Days.NONE;
  private final List<Refusal> refusals = new ArrayList<>();
  private boolean kept;

  // of a part of a file
  private int part = -1;
  private boolean regular;
  private final Set<String> doubted = new TreeSet<>();
  private final CitizenNumbers numbers = new CitizenNumbers();

  FileReport(int file, int delivery) {
    this.file = file;
    this.delivery = delivery;
  }

  /** The report of a file whose content was read in an earlier run, as {@link #write} wrote it. */
  static FileReport kept(int file, int delivery, ByteReader in) {
    FileReport report = new FileReport(file, delivery);
    for (int n = in.readInt(); n > 0; n--) {
      report.inner.add(in.readText());
    }
    for (int n = in.readInt(); n > 0; n--) {
      Counts counts = new Counts();
      report.counts.put(in.readText(), counts);
      counts.rows = in.readLong();
      counts.notARecord = in.readLong();
      counts.quarantined = in.readLong();
    }
    for (int n = in.readInt(); n > 0; n--) {
      report.issues.put(IssueCode.valueOf(in.readText()), new long[] {in.readLong()});
    }
    report.placements = Knowledge.Mode.valueOf(in.readText());
    report.newestReferenceDate = in.readInt();
    report.part = in.readInt();
    report.regular = report.part >= 0;
    for (int n = in.readInt(); n > 0; n--) {
      report.doubted.add(in.readText());
    }
    report.kept = true;
    return report;
  }

  /**
   * Says of which part it is.
   *
   * @param isRegular whether the part was read as it would have been with the others
   * @param doubtedFields fields of which a value could be read twice
   */
  void ofPart(int number, boolean isRegular, Set<String> doubtedFields) {
    part = number;
    regular = isRegular;
    doubted.addAll(doubtedFields);
  }

  /** The number of the part; -1 when it is of the whole file. */
  int part() {
    return part;
  }

  /** Columns with citizen service numbers, for which the file is to be refused. */
  CitizenNumbers numbers() {
    return numbers;
  }

  /**
   * The report of a file from those of all its parts, in order; empty when the parts are not what
   * the file is when it is read as a whole.
   */
  static Optional<FileReport> join(List<FileReport> parts) {
    FileReport first = parts.get(0);
    FileReport whole = new FileReport(first.file, first.delivery);
    whole.inner.addAll(first.inner);
    whole.kept = true;
    for (FileReport part : parts) {
      // the first part says how columns were read; only it may have had to
      if (!part.regular || !first.doubted.containsAll(part.doubted)) {
        return Optional.empty();
      }
      part.counts.forEach((key, counts) -> whole.counts.merge(key, counts, Counts::plus));
      part.issues.forEach(
          (code, n) -> whole.issues.computeIfAbsent(code, c -> new long[1])[0] += n[0]);
      if (whole.placements != Knowledge.Mode.SNAPSHOT && part.placements != Knowledge.Mode.NONE) {
        whole.placements = part.placements;
      }
      whole.newestReferenceDate = Math.max(whole.newestReferenceDate, part.newestReferenceDate);
      whole.numbers.add(part.numbers);
      whole.kept &= part.kept;
    }
    whole.numbers.refuse(whole);
    return Optional.of(whole);
  }

  /** Packs the report of a file that was not refused. */
  void write(ByteWriter out) {
    out.putLong(inner.size());
    inner.forEach(out::putText);
    out.putLong(counts.size());
    counts.forEach(
        (key, one) -> {
          out.putText(key).putLong(one.rows);
          out.putLong(one.notARecord).putLong(one.quarantined);
        });
    out.putLong(issues.size());
    issues.forEach((code, n) -> out.putText(code.name()).putLong(n[0]));
    out.putText(placements.name()).putLong(newestReferenceDate);
    out.putLong(part).putLong(doubted.size());
    doubted.forEach(out::putText);
  }

  /** Whether the file did not have to be read, since what it yields was kept. */
  boolean kept() {
    return kept;
  }

  int file() {
    return file;
  }

  int delivery() {
    return delivery;
  }

  List<String> inner() {
    return inner;
  }

  /** The counts of an entity in an inner file; the entity is empty for what is not recognised. */
  Counts counts(int innerFile, String entity) {
    return counts.computeIfAbsent(innerFile + "/" + entity, key -> new Counts());
  }

  /** Counts by number of the inner file, a slash and the entity. */
  Map<String, Counts> counts() {
    return counts;
  }

  /** Whether it holds tables, and none of them was recognised. */
  boolean nothingRecognised() {
    return !counts.isEmpty() && counts.keySet().stream().allMatch(key -> key.endsWith("/"));
  }

  void issue(IssueCode code) {
    issues.computeIfAbsent(code, c -> new long[1])[0]++;
  }

  /** How many issues there are of each code that occurs. */
  Map<String, Long> issues() {
    Map<String, Long> counts = new TreeMap<>();
    issues.forEach((code, n) -> counts.put(code.code(), n[0]));
    return counts;
  }

  void showsPlacement(Knowledge.Mode mode, int referenceDate) {
    if (placements != Knowledge.Mode.SNAPSHOT) {
      placements = mode;
    }
    newestReferenceDate = Math.max(newestReferenceDate, referenceDate);
  }

  Knowledge.Mode placements() {
    return placements;
  }

  int newestReferenceDate() {
    return newestReferenceDate;
  }

  void refuse(Refusal reason) {
    refusals.add(reason);
  }

  /** Why the delivery is refused; empty when it is not. */
  List<Refusal> refusals() {
    return refusals;
  }
}
