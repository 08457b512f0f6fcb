package nl.oogst.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A delivery that cannot be taken in is refused whole, and takes nothing else down. */
class RefusalTest {
  private static final String OLE2 = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1";
  private static final String BSN = DataRoot.bsn(123_456_700);
  private static final String OTHER_BSN = DataRoot.bsn(234_567_800);

  @TempDir private Path folder;

  @Test
  void everyBrokenDeliveryIsRefusedAndTheOthersAreHarvested() throws IOException {
    DataRoot root =
        new DataRoot(
            folder,
            "goed",
            "bsnkolom",
            "bsnwaarde",
            "wachtwoord",
            "afgekapt",
            "pad",
            "bom",
            "xlsx",
            "xls",
            "link",
            "map",
            "naam",
            "genest",
            "kapot",
            "veel");
    root.file("goed/2024-12-31/plaatsingen.csv", DataRoot.placements("G1", "G2"));
    root.file("onbekend/2024-12-31/plaatsingen.csv", DataRoot.placements("U1"));
    root.file("naam/2024-02-30/plaatsingen.csv", DataRoot.placements("N1"));
    root.file("naam/levering/plaatsingen.csv", DataRoot.placements("N2"));
    root.file("naam/2024-12-31x/plaatsingen.csv", DataRoot.placements("N3"));
    root.file(
        "bsnkolom/2024-12-31/plaatsingen.csv",
        DataRoot.placements("B1").replace("end_date", "BSN").replace(",,24", "," + BSN + ",24"));
    root.file("bsnwaarde/2024-06-30/plaatsingen.csv", DataRoot.placements("W1"));
    root.file(
        "bsnwaarde/2024-12-31/plaatsingen.csv",
        DataRoot.placements("W1", "W2", "W3").replace("K-W2", BSN).replace("K-W3", OTHER_BSN));
    byte[] good = DataRoot.bytes(DataRoot.placements("Z1"));
    root.file(
        "wachtwoord/2024-12-31/geheim.zip", DataRoot.locked(DataRoot.zip(Map.of("p.csv", good))));
    byte[] gz = DataRoot.gzip(DataRoot.bytes(many()));
    byte[] cut = new byte[gz.length / 2];
    System.arraycopy(gz, 0, cut, 0, cut.length);
    root.file("afgekapt/2024-12-31/plaatsingen.csv.gz", cut);
    root.file("pad/2024-12-31/pad.zip", DataRoot.zip(Map.of("../../p.csv", good)));
    root.file("bom/2024-12-31/bom.csv.gz", DataRoot.gzip(zeros()));
    root.file("xlsx/2024-12-31/boek.xlsx", "PK\003\004 and then nothing that a workbook holds");
    root.file(
        "xls/2024-12-31/oud.xls", (OLE2 + "\0".repeat(1024)).getBytes(StandardCharsets.ISO_8859_1));
    Files.createDirectories(root.path("link/2024-12-31"));
    Files.createSymbolicLink(
        root.path("link/2024-12-31/weg.csv"), folder.resolve("nowhere/weg.csv"));
    Files.createDirectories(root.path("map/2024-12-31/plaatsingen.csv"));
    root.file("genest/2024-12-31/diep.json", "[".repeat(5000));
    root.file("kapot/2024-12-31/plaatsingen.csv", DataRoot.placements("K1"));
    root.file("kapot/2024-12-31/kapot.zip", "PK\003\004 no zip at all");
    Map<String, byte[]> tooMany = new TreeMap<>();
    for (int i = 0; i <= Names.INNER_FILES; i++) {
      tooMany.put("p" + i + ".csv", good);
    }
    root.file("veel/2024-12-31/veel.zip", DataRoot.zip(tooMany));

    Ran ran = Ran.harvest(root, "--quiet");

    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.rows("proeftuin, placement_id", "restricted/placements", "ORDER BY ALL"))
        .containsExactly("bsnwaarde|W1", "goed|G1", "goed|G2");
    assertThat(
            ran.rows(
                "proeftuin, delivery, file, field, code, found, expected",
                "restricted/issues",
                "WHERE code != 'not_judged' ORDER BY ALL"))
        .containsExactly(
            "afgekapt|2024-12-31|plaatsingen.csv.gz/plaatsingen.csv||file_truncated"
                + "|houdt op voordat het compleet is; stuur het opnieuw|",
            "bom|2024-12-31|bom.csv.gz/bom.csv||archive_bomb"
                + "|wordt uitgepakt meer dan 250 keer zo groot|",
            "bsnkolom|2024-12-31|plaatsingen.csv|BSN|bsn_found|1|0",
            "bsnwaarde|2024-12-31|plaatsingen.csv|person_id|bsn_found|2|0",
            "genest|2024-12-31|diep.json||file_too_complex"
                + "|is te diep genest, of bevat een te lange tekst of te veel waarden|",
            "kapot|2024-12-31|kapot.zip||file_truncated"
                + "|is niet compleet: de lijst van de inhoud ontbreekt of is beschadigd;"
                + " stuur het opnieuw|",
            "link|2024-12-31|weg.csv||file_unreadable||",
            "map|2024-12-31|||delivery_empty||",
            "naam|2024-02-30|||delivery_name|2024-02-30|",
            "naam|2024-12-31x|||delivery_name|2024-12-31x|",
            "naam|levering|||delivery_name|levering|",
            "onbekend|2024-12-31|||proeftuin_unknown|onbekend|",
            "pad|2024-12-31|pad.zip||archive_path"
                + "|bevat een bestand waarvan het pad buiten het archief wijst|",
            "veel|2024-12-31|veel.zip||file_too_complex|bevat meer dan 4096 bestanden|",
            "wachtwoord|2024-12-31|geheim.zip/p.csv||file_password"
                + "|is beveiligd met een wachtwoord; stuur het zonder|",
            "xls|2024-12-31|oud.xls||file_unreadable"
                + "|is een oud Office-bestand; sla de tabel op als .xlsx of CSV|",
            "xlsx|2024-12-31|boek.xlsx||file_truncated"
                + "|is niet compleet: de lijst van de inhoud ontbreekt of is beschadigd;"
                + " stuur het opnieuw|");
    assertThat(ran.rows("DISTINCT proeftuin || '/' || delivery", "restricted/ledger", ""))
        .as("a refused delivery has no rows in the ledger")
        .containsExactlyInAnyOrder("goed/2024-12-31", "bsnwaarde/2024-06-30");
    assertThat(
            ran.rows(
                "proeftuin, delivered, refused",
                "public/deliveries",
                "WHERE period = '2024' AND proeftuin IN ('goed', 'bsnwaarde', 'bom', 'map')"
                    + " ORDER BY ALL"))
        .containsExactly("bom|0|1", "bsnwaarde|1|1", "goed|1|0", "map|1|0");
    assertThat(ran.err().lines())
        .as("a line for each refused delivery: where, what, in which file, and what to do")
        .hasSize(16)
        .allMatch(line -> line.matches("oogst: \\S+/\\S+: refused \\(.+\\)\\. [A-Z].+\\."))
        .anyMatch(
            line ->
                line.contains("bsnwaarde/2024-12-31: refused (bsn_found, plaatsingen.csv, column")
                    && line.contains("column person_id, values: 2)"))
        .anyMatch(line -> line.contains("onbekend/2024-12-31: refused (proeftuin_unknown)"))
        .noneMatch(line -> line.contains("goed"));
    assertThat(ran.out() + ran.err()).doesNotContain(BSN).doesNotContain(OTHER_BSN);
    try (Stream<Path> all = Files.walk(root.out())) {
      assertThat(all.filter(Files::isRegularFile))
          .allSatisfy(
              file ->
                  assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                      .doesNotContain(BSN, OTHER_BSN));
    }

    DataRoot strict = new DataRoot(folder.resolve("strict"), "goed");
    strict.file("goed/2024-12-31/plaatsingen.csv", DataRoot.placements("G1"));
    strict.file("onbekend/2024-12-31/plaatsingen.csv", DataRoot.placements("U1"));
    Ran first = Ran.harvest(strict, "--strict");
    assertThat(first.code()).isEqualTo(3);
    assertThat(first.out())
        .contains("Nothing published (--strict).", "Needs attention", "proeftuin_unknown");
    assertThat(strict.out().resolve("current.json")).doesNotExist();
    assertThat(strict.out().resolve("releases")).isEmptyDirectory();
  }

  @Test
  void aFileThatChangesWhileItIsReadRefusesItsDelivery() throws IOException {
    DataRoot root = new DataRoot(folder, "alfa", "beta");
    root.file("alfa/2024-12-31/plaatsingen.csv", DataRoot.placements("A1"));
    root.file("beta/2024-12-31/plaatsingen.csv", DataRoot.placements("B1"));
    root.file("beta/2024-12-31/lessen.csv", DataRoot.LESSONS);
    Outcome outcome =
        Harvest.run(
            root.settings("local[1]"),
            line -> {
              // the deliveries were found and are opened after this line
              if (line.equals("reading")) {
                root.file("alfa/2024-12-31/plaatsingen.csv", DataRoot.placements("A1", "A2"));
              }
            });

    assertThat(outcome.exitCode()).isEqualTo(3);
    assertThat(outcome.attention())
        .singleElement(InstanceOfAssertFactories.STRING)
        .startsWith("alfa/2024-12-31: refused (file_changed, plaatsingen.csv). ");
    Ran ran = new Ran(root, 3, "", "");
    assertThat(ran.rows("proeftuin, placement_id", "restricted/placements", ""))
        .containsExactly("beta|B1");
    assertThat(Ran.harvest(root).code()).as("at rest now, another release").isZero();
    assertThat(ran.rows("placement_id", "restricted/placements", "ORDER BY 1"))
        .containsExactly("A1", "A2", "B1");
  }

  private static String many() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      ids.add("A" + Integer.toHexString(i * 7919));
    }
    return DataRoot.placements(ids.toArray(String[]::new));
  }

  /** Far more than what it is packed into, in records of 4 MB. */
  private static byte[] zeros() {
    byte[] zeros = new byte[80 << 20];
    for (int i = 0; i < zeros.length; i++) {
      zeros[i] = (byte) (i % (4 << 20) == 0 ? '\n' : '0');
    }
    return zeros;
  }
}
