package nl.oogst.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import nl.oogst.model.IssueCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTest {
  private static final byte[] TABLE = "nr;uren\n1;2\n3;4\n".getBytes(StandardCharsets.UTF_8);

  @Test
  void zipHoldsFilesFoldersAndZips() {
    byte[] inner = Zips.zip(Map.of("diep/b.csv", TABLE));
    byte[] zip =
        Zips.zip(
            new TreeMap<>(
                Map.of(
                    "map/",
                    new byte[0],
                    "map/a.csv",
                    TABLE,
                    "n.zip",
                    inner,
                    "__MACOSX/x",
                    TABLE,
                    "x.csv.gz",
                    Zips.gzip(TABLE))));
    Reading reading = Reading.bytes(zip, "export.zip", DialectHint.NONE);
    assertThat(reading.tables())
        .extracting(t -> t.start().file())
        .containsExactly(
            "export.zip/map/a.csv", "export.zip/n.zip/diep/b.csv", "export.zip/x.csv.gz/x.csv");
    assertThat(reading.tables())
        .allSatisfy(
            t -> assertThat(t.data()).containsExactly(List.of("1", "2"), List.of("3", "4")));
  }

  @Test
  void gzipIsUnpacked() {
    Reading.Table table = Reading.bytes(Zips.gzip(TABLE), "uren.csv.gz", DialectHint.NONE).only();
    assertThat(table.start().file()).isEqualTo("uren.csv.gz/uren.csv");
    assertThat(table.data()).hasSize(2);
  }

  @Test
  void workbookInAZipIsRead() {
    byte[] xlsx =
        WorkbookTest.workbook(
            w -> {
              var s = w.newWorksheet("Blad1");
              s.value(0, 0, "nr");
              s.value(0, 1, "uren");
              s.value(1, 0, 1);
              s.value(1, 1, 2);
            });
    Reading.Table table =
        Reading.bytes(Zips.zip(Map.of("a.xlsx", xlsx)), "e.zip", DialectHint.NONE).only();
    assertThat(table.start().file()).isEqualTo("e.zip/a.xlsx");
    assertThat(table.data()).containsExactly(List.of("1", "2"));
  }

  @Test
  void whatIsNoTableIsSkippedWithAReason() {
    byte[] pdf = "%PDF-1.7\n%âãÏÓ".getBytes(StandardCharsets.ISO_8859_1);
    Reading reading =
        Reading.bytes(
            Zips.zip(Map.of("brief.pdf", pdf, "leeg.csv", new byte[0], "z.csv", TABLE)),
            "e.zip",
            DialectHint.NONE);
    assertThat(reading.tables()).hasSize(1);
    assertThat(reading.skipped())
        .extracting(TableSource.Skipped::code)
        .containsExactly(IssueCode.FILE_TYPE_UNKNOWN, IssueCode.FILE_EMPTY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../a.csv", "/etc/a.csv", "a/../../b.csv", "..\\a.csv", "C:\\a.csv"})
  void pathsThatLeadOutAreRefused(String path) {
    assertFails(Zips.zip(Map.of(path, TABLE)), "a.zip", ReadLimits.DEFAULT, IssueCode.ARCHIVE_PATH);
  }

  @Test
  void cutOffFilesAreTruncated() {
    byte[] big = new byte[100_000];
    new Random(1).nextBytes(big);
    for (int i = 0; i < big.length; i++) {
      big[i] = i % 10 == 9 ? (byte) '\n' : (byte) ('a' + Math.abs(big[i] % 20));
    }
    byte[] zip = Zips.zip(Map.of("a.csv", big));
    byte[] gzip = Zips.gzip(big);
    byte[] xlsx = WorkbookTest.workbook(w -> w.newWorksheet("Blad1").value(0, 0, "nr"));
    assertFails(
        Arrays.copyOf(zip, zip.length / 2), "a.zip", ReadLimits.DEFAULT, IssueCode.FILE_TRUNCATED);
    assertFails(
        Arrays.copyOf(gzip, gzip.length / 2),
        "a.csv.gz",
        ReadLimits.DEFAULT,
        IssueCode.FILE_TRUNCATED);
    assertFails(
        Arrays.copyOf(xlsx, xlsx.length / 2),
        "a.xlsx",
        ReadLimits.DEFAULT,
        IssueCode.FILE_TRUNCATED);
  }

  @Test
  void encryptedEntriesNeedAPassword() {
    byte[] zip = Zips.zip(Map.of("a.csv", TABLE));
    for (int i = 0; i + 10 < zip.length; i++) {
      boolean local = zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 3;
      boolean central = zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1;
      if (local || central) {
        zip[i + (local ? 6 : 8)] |= 1;
      }
    }
    assertFails(zip, "a.zip", ReadLimits.DEFAULT, IssueCode.FILE_PASSWORD);
  }

  @Test
  void bombsAreRefused() {
    byte[] zeros = new byte[5 << 20];
    Arrays.fill(zeros, (byte) 'a');
    for (int i = 100; i < zeros.length; i += 100) {
      zeros[i] = '\n';
    }
    ReadLimits tight =
        new ReadLimits(1 << 20, 1 << 18, 1000, 1L << 30, 100, 1 << 20, 10, 3, 1 << 20);
    assertFails(Zips.zip(Map.of("a.csv", zeros)), "a.zip", tight, IssueCode.ARCHIVE_BOMB);
    assertFails(Zips.gzip(zeros), "a.csv.gz", tight, IssueCode.ARCHIVE_BOMB);
    byte[] nested = TABLE;
    for (int i = 0; i < 5; i++) {
      nested = Zips.zip(Map.of(i == 0 ? "a.csv" : "a.zip", nested));
    }
    assertFails(nested, "a.zip", ReadLimits.DEFAULT, IssueCode.ARCHIVE_BOMB);
    Map<String, byte[]> many = new TreeMap<>();
    for (int i = 0; i < 20; i++) {
      many.put(i + ".csv", TABLE);
    }
    assertFails(Zips.zip(many), "a.zip", tight, IssueCode.ARCHIVE_BOMB);
    byte[] xlsx =
        WorkbookTest.workbook(
            w -> {
              var s = w.newWorksheet("Blad1");
              for (int i = 0; i < 100_000; i++) {
                s.value(i, 0, 1);
              }
            });
    ReadLimits tighter =
        new ReadLimits(1 << 20, 1 << 18, 1000, 1L << 30, 5, 1 << 20, 100, 3, 1 << 20);
    assertFails(xlsx, "a.xlsx", tighter, IssueCode.ARCHIVE_BOMB);
  }

  @Test
  void recordsTooLongAreRefused() {
    byte[] line = new byte[3 << 20];
    Arrays.fill(line, (byte) 'a');
    ReadLimits tight =
        new ReadLimits(1 << 20, 1 << 18, 1000, 1L << 30, 100, 1 << 20, 10, 3, 1 << 20);
    assertFails(line, "a.csv", tight, IssueCode.FILE_TOO_COMPLEX);
    Arrays.fill(line, (byte) ';');
    assertFails(line, "a.csv", tight, IssueCode.FILE_TOO_COMPLEX);
  }

  @Test
  void missingFileAndFolderAreUnreadable(@TempDir Path folder) {
    for (Path path : List.of(folder, folder.resolve("nee.csv"))) {
      assertThatThrownBy(() -> Reading.read(path, "a.csv", DialectHint.NONE, ReadLimits.DEFAULT))
          .isInstanceOfSatisfying(
              ReadFailure.class, f -> assertThat(f.code()).isEqualTo(IssueCode.FILE_UNREADABLE))
          .hasMessageStartingWith("a.csv: ");
    }
  }

  private static void assertFails(byte[] bytes, String name, ReadLimits limits, IssueCode code) {
    assertThatThrownBy(() -> Reading.read(bytes, name, DialectHint.NONE, limits))
        .isInstanceOfSatisfying(ReadFailure.class, f -> assertThat(f.code()).isEqualTo(code));
  }
}
