package nl.oogst.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.oogst.model.IssueCode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * The files of a zip archive, in order of their names. All names are judged before a byte is
 * unpacked.
 */
final class ZipSource implements TableSource {
  private final String name;
  private final int depth;
  private final Opener opener;
  private final ZipFile zip;
  private final List<ZipArchiveEntry> entries;
  private int at;
  private TableSource current;

  private ZipSource(
      String name, int depth, Opener opener, ZipFile zip, List<ZipArchiveEntry> entries) {
    this.name = name;
    this.depth = depth;
    this.opener = opener;
    this.zip = zip;
    this.entries = entries;
  }

  static ZipSource open(Path file, String name, int depth, Opener opener) throws ReadFailure {
    ZipFile zip = null;
    try {
      zip = ZipFile.builder().setPath(file).setIgnoreLocalFileHeader(false).get();
      List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
      checkNames(entries, name, opener.limits());
      entries.sort(Comparator.comparing(ZipArchiveEntry::getName));
      return new ZipSource(name, depth, opener, zip, entries);
    } catch (ReadFailure e) {
      Opener.closeQuietly(zip);
      throw e;
    } catch (IOException | RuntimeException e) {
      if (zip != null) {
        Opener.closeQuietly(zip);
      }
      // its list of contents stands at the end, so a file that was cut off has none
      throw new ReadFailure(
          IssueCode.FILE_TRUNCATED,
          name,
          "is niet compleet: de lijst van de inhoud ontbreekt of is beschadigd; stuur het opnieuw",
          e);
    }
  }

  private static void checkNames(List<ZipArchiveEntry> entries, String name, ReadLimits limits)
      throws ReadFailure {
    if (entries.size() > limits.entries()) {
      throw new ReadFailure(
          IssueCode.ARCHIVE_BOMB, name, "bevat meer dan " + limits.entries() + " bestanden");
    }
    Set<String> seen = new HashSet<>();
    for (ZipArchiveEntry entry : entries) {
      String path = entry.getName().replace('\\', '/');
      boolean drive = path.length() > 1 && path.charAt(1) == ':';
      boolean climbs = ("/" + path + "/").contains("/../");
      if (path.startsWith("/") || drive || climbs || entry.isUnixSymlink()) {
        throw new ReadFailure(
            IssueCode.ARCHIVE_PATH,
            name,
            "bevat een bestand waarvan het pad buiten het archief wijst");
      }
      if (!seen.add(path)) {
        throw new ReadFailure(
            IssueCode.FILE_UNREADABLE, name, "bevat twee bestanden met dezelfde naam");
      }
    }
  }

  boolean isWorkbook() {
    return zip.getEntry("[Content_Types].xml") != null && zip.getEntry("xl/workbook.xml") != null;
  }

  @Override
  public SourceTable next() throws ReadFailure {
    while (true) {
      if (current != null) {
        SourceTable table = current.next();
        if (table != null) {
          return table;
        }
        current.close();
        current = null;
      }
      if (at == entries.size()) {
        return null;
      }
      open(entries.get(at++));
    }
  }

  private void open(ZipArchiveEntry entry) throws ReadFailure {
    String path = entry.getName().replace('\\', '/');
    if (entry.isDirectory() || isLitter(path)) {
      return;
    }
    String inner = name + "/" + printable(path);
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw new ReadFailure(
          IssueCode.FILE_PASSWORD, inner, "is beveiligd met een wachtwoord; stuur het zonder");
    }
    if (!zip.canReadEntryData(entry)) {
      throw new ReadFailure(
          IssueCode.FILE_UNREADABLE,
          inner,
          "is ingepakt op een manier die niet wordt ondersteund; gebruik een gewone zip");
    }
    Content.Packed content =
        () ->
            new GuardedStream(
                zip.getInputStream(entry),
                inner,
                opener.limits(),
                opener.budget(),
                entry::getCompressedSize,
                entry.getCrc(),
                entry.getSize());
    try {
      current = opener.open(content, inner, depth + 1);
    } catch (IOException e) {
      throw Failures.of(inner, e);
    }
  }

  /** What operating systems leave in archives. */
  private static boolean isLitter(String path) {
    String last = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return path.startsWith("__MACOSX/")
        || last.equals(".ds_store")
        || last.equals("thumbs.db")
        || last.equals("desktop.ini");
  }

  private static String printable(String path) {
    StringBuilder text = new StringBuilder(path.length());
    path.chars().forEach(c -> text.append(Character.isISOControl(c) ? '_' : (char) c));
    return text.toString();
  }

  @Override
  public void close() {
    if (current != null) {
      current.close();
    }
    Opener.closeQuietly(zip);
  }
}
