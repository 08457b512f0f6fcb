package nl.oogst.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import nl.oogst.run.Ran;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables that {@code inspect} gives, which need no definitions. */
class InspectTablesTest {
  @TempDir private Path folder;

  private Path file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static Ran tables(Object... arguments) {
    return Ran.command(
        null,
        Stream.concat(Stream.of("inspect"), Arrays.stream(arguments).map(Object::toString))
            .toArray(String[]::new));
  }

  @Test
  void theTableIsGivenAsItWasRead() throws IOException {
    Path file = folder.resolve("a.csv");
    Files.write(
        file,
        """
        Titel

        Naam;Bedrag;Opmerking
        Caf\u00e9;1.234,56;"a;b"
        =1+1;12,50;x,y
        Bar;7,25;z
        """
            .replace("\n", "\r\n")
            .getBytes(Charset.forName("windows-1252")));
    Ran ran = tables("--table", file);
    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .isEqualTo(
            """
            Naam,Bedrag,Opmerking
            Caf\u00e9,"1.234,56",a;b
            =1+1,"12,50","x,y"
            Bar,"7,25",z
            """
                .replace("\n", "\r\n"));
  }

  @Test
  void whoGetsATableIsWarnedOfCellsThatBeginAsAFormula() throws IOException {
    Path file = file("a.csv", "naam;uren;saldo\n=cmd|x;36;-5\n@som;8;+31 6\n-;24;-2,5\n+x;1;2\n");
    Ran ran = tables("--table", file);
    assertThat(ran.out()).contains("=cmd|x,36,-5").contains("@som").contains("+x");
    assertThat(ran.err()).contains("3 cells begin as a formula does").hasLineCount(1);
    assertThat(tables("--table", file("b.csv", "naam;uren\nx;-5\n")).err()).isEmpty();
  }

  @Test
  void aDialectThatIsGivenIsFollowed() throws IOException {
    Path file = file("a.csv", "a|b;c\n1|2;3\n");
    assertThat(tables("--table", file, "--dialect", "{\"delimiter\": \";\"}").out())
        .isEqualTo("a|b,c\r\n1|2,3\r\n");
    assertThat(tables("--table", file, "--dialect", "{\"delimiter\": \"|\"}").out())
        .isEqualTo("a,b;c\r\n1,2;3\r\n");
    file("d/a.csv.json", "{\"delimiter\": \"|\", \"headerRows\": [1]}");
    assertThat(tables("--table", file, "--dialects", folder.resolve("d")).out())
        .isEqualTo("a,b;c\r\n1,2;3\r\n");
  }

  @Test
  void thousandsOfFilesBecomeTablesInOneProcess() throws IOException {
    int many = 3_000;
    Path in = Files.createDirectory(folder.resolve("in"));
    for (int i = 0; i < many; i++) {
      Files.writeString(in.resolve("f" + i + ".csv"), "a;b\n" + i + ";x\n" + i + ";y\n");
    }
    Files.writeString(in.resolve("kapot.xlsx"), "PK\003\004 no workbook");
    Files.writeString(in.resolve("leeg.csv"), "");
    Path out = folder.resolve("out");

    Ran ran = tables(in, "--table-to", out);

    assertThat(ran.code()).isZero();
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err().lines()).hasSize(1).allMatch(line -> line.contains("kapot.xlsx"));
    try (Stream<Path> written = Files.list(out)) {
      assertThat(written.count()).isEqualTo(many + 2);
    }
    assertThat(out.resolve("f2999.csv.csv")).hasContent("a,b\r\n2999,x\r\n2999,y\r\n");
    assertThat(out.resolve("kapot.xlsx.csv")).isEmptyFile();
    assertThat(out.resolve("leeg.csv.csv")).isEmptyFile();
  }

  @Test
  void twoFilesThatGiveTheSameTableAreWrongUse() throws IOException {
    Path one = file("a/p.csv", "a;b\n");
    Path same = file("b/p.csv", "a;b\n");
    assertThat(tables(one, same, "--table-to", folder.resolve("out")).message(2))
        .contains("the same table", one.toString(), same.toString());
  }
}
