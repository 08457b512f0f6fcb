package nl.oogst.run;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.oogst.model.Days;
import nl.oogst.model.IssueCode;
import nl.oogst.resolve.ByteReader;
import nl.oogst.resolve.ByteWriter;
import nl.oogst.resolve.Knowledge;

/** What reading one delivered file alone tells: counts, what it holds, why it was refused. */
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
    report.kept = true;
    return report;
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
