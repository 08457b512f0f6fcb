package nl.oogst.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.oogst.release.Owner;
import nl.oogst.resolve.ByteReader;
import nl.oogst.resolve.ByteWriter;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What is known of a proeftuin.
 *
 * @param parts what was resolved
 * @param sections the files of its sections, by name of the section
 * @param reports on its files, but for those of refused deliveries; counted from its first
 * @param refused its refused deliveries, counted from its first; they are read again each time
 */
record KeptEntry(
    List<KeptPart> parts,
    SortedMap<String, List<KeptPart>> sections,
    List<byte[]> reports,
    Set<Integer> refused) {
  /** Its file, in a folder of its own. */
  static final String FILE = "entry";

  private static final int DIGEST = 32;

  /** Nothing yet. */
  KeptEntry() {
    this(new ArrayList<>(), new TreeMap<>(), new ArrayList<>(), new TreeSet<>());
  }

  /** The same, for what is made anew of it. */
  KeptEntry copy() {
    return new KeptEntry(
        new ArrayList<>(parts),
        new TreeMap<>(sections),
        new ArrayList<>(reports),
        new TreeSet<>(refused));
  }

  /** All files that it names. */
  List<KeptPart> files() {
    List<KeptPart> all = new ArrayList<>(parts);
    sections.values().forEach(all::addAll);
    return all;
  }

  /** Writes it to its folder, whole or not at all. */
  void write(Path folder) throws IOException {
    ByteWriter out = new ByteWriter();
    files(parts, out);
    out.putLong(sections.size());
    sections.forEach(
        (dataSet, files) -> {
          out.putText(dataSet);
          files(files, out);
        });
    out.putLong(refused.size());
    refused.forEach(out::putLong);
    out.putLong(reports.size());
    reports.forEach(report -> out.putLong(report.length).putBytes(report));
    byte[] bytes = out.toBytes();
    Path part = folder.resolve(FILE + Kept.PART);
    Files.deleteIfExists(part);
    try (OutputStream file = Channels.newOutputStream(Owner.createFile(part))) {
      file.write(DigestUtils.sha256(bytes));
      file.write(bytes);
    }
    Files.move(part, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
  }

  private static void files(List<KeptPart> files, ByteWriter out) {
    out.putLong(files.size());
    for (KeptPart file : files) {
      out.putText(file.file()).putLong(file.bytes()).putText(file.sha256());
    }
  }

  private static List<KeptPart> files(ByteReader in) {
    List<KeptPart> files = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      files.add(new KeptPart(in.readText(), in.readLong(), in.readText()));
    }
    return files;
  }

  /** An entry as it was written; null when there is none, or it was damaged. */
  static KeptEntry read(Path file) {
    byte[] all;
    try {
      all = Files.readAllBytes(file);
    } catch (IOException e) {
      return null;
    }
    if (all.length < DIGEST) {
      return null;
    }
    byte[] bytes = Arrays.copyOfRange(all, DIGEST, all.length);
    if (!MessageDigest.isEqual(DigestUtils.sha256(bytes), Arrays.copyOf(all, DIGEST))) {
      return null;
    }
    ByteReader in = new ByteReader(bytes);
    KeptEntry entry = new KeptEntry();
    entry.parts().addAll(files(in));
    for (int n = in.readInt(); n > 0; n--) {
      entry.sections().put(in.readText(), files(in));
    }
    for (int n = in.readInt(); n > 0; n--) {
      entry.refused().add(in.readInt());
    }
    for (int n = in.readInt(); n > 0; n--) {
      entry.reports().add(in.readBytes(in.readInt()));
    }
    return entry;
  }
}
