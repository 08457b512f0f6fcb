package nl.oogst.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.oogst.model.IssueCode;
import org.junit.jupiter.api.Test;

class JsonTest {

  private static Reading read(String json, String name) {
    return Reading.bytes(json.getBytes(StandardCharsets.UTF_8), name, DialectHint.NONE);
  }

  @Test
  void arrayOfRecordsWithKeysInOrderOfFirstAppearance() {
    Reading.Table table =
        read("[{\"a\":1,\"b\":\"x\"},\n{\"b\":null,\"c\":true,\"a\":1.50}]", "a.json").only();
    assertThat(table.start().format()).isEqualTo(Format.JSON);
    assertThat(table.start().headers()).containsExactly("a", "b", "c");
    assertThat(table.data()).containsExactly(List.of("1", "x", ""), List.of("1.50", "", "true"));
    assertThat(table.of(RowKind.DATA).get(1).types())
        .containsExactly(CellType.NUMBER, CellType.TEXT, CellType.BOOLEAN);
    assertThat(table.lines()).containsExactly(1L, 2L);
  }

  @Test
  void wrappersAreLookedThrough() {
    Reading reading =
        read(
            "{\"versie\":2,\"data\":{\"plaatsingen\":[{\"nr\":1}],\"uren\":[{\"nr\":1,\"u\":2}]}}",
            "a.json");
    assertThat(reading.tables())
        .extracting(t -> t.start().sheet())
        .containsExactly("/data/plaatsingen", "/data/uren");
    assertThat(reading.tables().get(1).data()).containsExactly(List.of("1", "2"));
    assertThat(reading.tables().get(0).start().decisions())
        .filteredOn(d -> d.what().equals("wrapper"))
        .extracting(Decision::chosen)
        .containsExactly("/versie");
  }

  @Test
  void valuesBeforeAndBehindTheRecordsAreReported() throws IOException {
    String json = "{\"versie\":2,\"records\":[{\"nr\":1}],\"totaal\":{\"aantal\":1,\"uren\":9}}";
    assertThat(outside(json)).containsExactly("3 waarden");
    assertThat(outside("{\"records\":[{\"nr\":1}]}")).isEmpty();
    assertThat(outside("{\"nr\":1}")).isEmpty();
  }

  private static List<String> outside(String json) throws IOException {
    Path file = Files.createTempFile("outside", ".json");
    try (TableSource source =
        SourceFiles.open(Files.writeString(file, json), "a.json", n -> DialectHint.NONE)) {
      for (SourceTable table = source.next(); table != null; table = source.next()) {
        assertThat(table.next()).isNotNull();
      }
      return source.skipped().stream()
          .filter(skipped -> skipped.code() == IssueCode.VALUES_OUTSIDE_RECORDS)
          .map(TableSource.Skipped::reason)
          .toList();
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void nestingIsFlattenedToPointers() {
    Reading.Table table = read("[{\"w\":{\"naam\":\"x\",\"a/b\":1},\"t\":[1,2]}]", "a.json").only();
    assertThat(table.start().headers()).containsExactly("/w/naam", "/w/a~1b", "/t/0", "/t/1");
  }

  @Test
  void valuesOfMixedTypesKeepTheirs() {
    Reading.Table table =
        read("[{\"a\":1},{\"a\":\"1\"},{\"a\":true},{\"a\":null},{\"a\":[1]},7,\"x\"]", "a.json")
            .only();
    assertThat(table.start().headers()).containsExactly("a", "/a/0", "value");
    assertThat(table.data())
        .containsExactly(
            List.of("1", "", ""),
            List.of("1", "", ""),
            List.of("true", "", ""),
            List.of("", "", ""),
            List.of("", "1", ""),
            List.of("", "", "7"),
            List.of("", "", "x"));
    assertThat(table.of(RowKind.DATA))
        .extracting(row -> row.types().get(0))
        .startsWith(CellType.NUMBER, CellType.TEXT, CellType.BOOLEAN, CellType.TEXT);
  }

  @Test
  void documentWithoutArrayIsOneRecord() {
    Reading.Table table = read("{\"nr\":1,\"w\":{\"naam\":\"x\"}}", "a.json").only();
    assertThat(table.start().headers()).containsExactly("nr", "/w/naam");
    assertThat(table.data()).containsExactly(List.of("1", "x"));
  }

  @Test
  void linesAreRecordsAndABrokenOneSpoilsNoOther() {
    Reading.Table table =
        read("{\"a\":1}\n\n{\"a\":\n{\"a\":3}\r\n{\"a\":4} x\n", "a.jsonl").only();
    assertThat(table.start().format()).isEqualTo(Format.JSON_LINES);
    assertThat(table.of(RowKind.BLANK)).hasSize(1);
    assertThat(table.lines()).containsExactly(1L, 3L, 4L, 5L);
    assertThat(table.issues())
        .containsExactly(IssueCode.RECORD_UNREADABLE, IssueCode.RECORD_UNREADABLE);
    assertThat(table.data().get(2)).containsExactly("3");
  }

  @Test
  void linesAreToldByContent() {
    assertThat(read("{\"a\":1}\n{\"a\":2}\n", "a.txt").only().start().format())
        .isEqualTo(Format.JSON_LINES);
  }

  @Test
  void keyThatComesLateIsKeptAndReported() {
    String json = "[" + "{\"a\":1},".repeat(300) + "{\"a\":2,\"z\":3}]";
    Reading.Table table = read(json, "a.json").only();
    assertThat(table.start().headers()).containsExactly("a");
    assertThat(table.data()).last().isEqualTo(List.of("2", "3"));
    assertThat(table.issues()).containsExactly(IssueCode.ROW_TOO_LONG);
  }

  @Test
  void exponentsArePlainAndHugeOnesHarmless() {
    Reading.Table table = read("[{\"a\":1.5e3,\"b\":1e999999999}]", "a.json").only();
    assertThat(table.data().get(0)).containsExactly("1500", "1e999999999");
  }

  @Test
  void cutOffAndInvalidDocumentsFail() {
    assertFails("[{\"a\":1},{\"a\"", IssueCode.FILE_TRUNCATED);
    assertFails("[{\"a\":1},{\"a\":x}]", IssueCode.FILE_UNREADABLE);
    assertFails("[".repeat(5000), IssueCode.FILE_TOO_COMPLEX);
    assertFails("[{\"a\":" + "[".repeat(5000), IssueCode.FILE_TOO_COMPLEX);
  }

  private static void assertFails(String json, IssueCode code) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> Reading.read(bytes, "a.json", DialectHint.NONE, ReadLimits.DEFAULT))
        .isInstanceOfSatisfying(ReadFailure.class, f -> assertThat(f.code()).isEqualTo(code));
  }
}
