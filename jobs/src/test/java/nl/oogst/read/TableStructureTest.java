package nl.oogst.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import nl.oogst.model.IssueCode;
import org.junit.jupiter.api.Test;

class TableStructureTest {

  @Test
  void titlesAboveTheHeaderArePreamble() {
    Reading.Table table =
        Reading.text(
                "Overzicht plaatsingen;;;\nPeildatum: 1-1-2024;;;\n;;;\nnr;naam;uren;start\n1;Ann;36;2024-01-01\n2;Bob;20;2024-02-01\n")
            .only();
    assertThat(table.start().dialect().headerRows()).containsExactly(4);
    assertThat(table.of(RowKind.PREAMBLE)).hasSize(2);
    assertThat(table.of(RowKind.BLANK)).hasSize(1);
    assertThat(table.data()).hasSize(2);
  }

  @Test
  void keysAndValuesAboveANarrowTableArePreamble() {
    Reading.Table table =
        Reading.text(
                "Peildatum;2024-01-01;\nnr;start;uren\n1;2024-01-01;36\n2;2024-02-01;20\n3;2024-02-01;20\n")
            .only();
    assertThat(table.start().headers()).containsExactly("nr", "start", "uren");
    assertThat(table.of(RowKind.PREAMBLE)).hasSize(1);
  }

  @Test
  void quartersAsLabelsAreAHeader() {
    Reading.Table table =
        Reading.text("proeftuin;2024K1;2024K2;2024K3;2024K4\na;1;2;3;4\nb;5;6;7;8\n").only();
    assertThat(table.start().headers())
        .containsExactly("proeftuin", "2024K1", "2024K2", "2024K3", "2024K4");
  }

  @Test
  void commentsAboveTheHeaderArePreamble() {
    Reading.Table table =
        Reading.text("# gemaakt door x\n# versie 2\na;b;c\n1;2;3\n# los\n4;5;6\n").only();
    assertThat(table.start().headers()).containsExactly("a", "b", "c");
    assertThat(table.of(RowKind.PREAMBLE))
        .extracting(Reading.Physical::line)
        .containsExactly(1L, 2L, 5L);
    assertThat(table.data()).hasSize(2);
  }

  @Test
  void severalHeaderRowsJoinWithASpaceAndGroupsAreCarriedOn() {
    Reading.Table table =
        Reading.text(
                "Kandidaat;;Contract;;\nnr;naam;start;einde;uren\n1;Ann;2024-01-01;;36\n2;Bob;2024-02-01;;20\n3;Cor;2024-02-01;;20\n")
            .only();
    assertThat(table.start().headers())
        .containsExactly(
            "Kandidaat nr", "Kandidaat naam", "Contract start", "Contract einde", "Contract uren");
    assertThat(table.start().dialect().headerRows()).containsExactly(1, 2);
    assertThat(table.data()).hasSize(3);
  }

  @Test
  void theSameHeaderTwiceJoins() {
    Reading.Table table = Reading.text("a,b\na,b\n1,2\n3,4\n").only();
    assertThat(table.start().headers()).containsExactly("a a", "b b");
    assertThat(table.data()).hasSize(2);
  }

  @Test
  void withoutHeaderColumnsAreNumbered() {
    Reading.Table table =
        Reading.text("1;Ann;2024-01-01\n2;Bob;2024-01-02\n3;Cor;2024-01-02\n").only();
    assertThat(table.start().headers()).containsExactly("column_1", "column_2", "column_3");
    assertThat(table.start().dialect().headerRows()).isEmpty();
    assertThat(table.data()).hasSize(3);
    assertThat(table.start().decisions()).extracting(Decision::what).contains("header");
  }

  @Test
  void headerAloneIsAHeader() {
    Reading.Table table = Reading.text("nr;naam;uren\n").only();
    assertThat(table.start().headers()).containsExactly("nr", "naam", "uren");
    assertThat(table.data()).isEmpty();
  }

  @Test
  void headerAboveTextOnly() {
    Reading.Table table = Reading.text("naam;plaats\nAnn;Ede\nBob;Den Haag\nCor;Ede\n").only();
    assertThat(table.start().headers()).containsExactly("naam", "plaats");
    assertThat(table.data()).hasSize(3);
  }

  @Test
  void repeatedHeaderIsNoRecord() {
    Reading.Table table = Reading.text("nr;uren\n1;2\n3;4\nnr;uren\n5;6\n").only();
    assertThat(table.of(RowKind.REPEATED_HEADER))
        .extracting(Reading.Physical::line)
        .containsExactly(4L);
    assertThat(table.data()).hasSize(3);
  }

  @Test
  void anotherHeaderStartsAnotherTable() {
    Reading reading =
        Reading.text(
            "nr;naam;uren;start\n1;Ann;36;2024-01-01\n2;Bob;20;2024-02-01\n\nUren per maand\nnr;maand;gewerkt;betaald\n1;jan;10;12\n2;feb;20;22\n");
    assertThat(reading.tables()).hasSize(2);
    Reading.Table first = reading.tables().get(0);
    Reading.Table second = reading.tables().get(1);
    assertThat(first.data()).hasSize(2);
    assertThat(first.of(RowKind.FOOTER)).extracting(Reading.Physical::line).containsExactly(5L);
    assertThat(second.start().headers()).containsExactly("nr", "maand", "gewerkt", "betaald");
    assertThat(second.start().dialect().headerRows()).containsExactly(6);
    assertThat(second.data())
        .containsExactly(List.of("1", "jan", "10", "12"), List.of("2", "feb", "20", "22"));
    assertThat(second.issues()).containsExactly(IssueCode.SECOND_TABLE);
  }

  @Test
  void anotherHeaderWithoutABlankLineStartsAnotherTable() {
    String rows = "1;Ann;36;2024-01-01\n2;Bob;20;2024-02-01\n";
    Reading reading =
        Reading.text(
            "nr;naam;uren;start\n"
                + rows
                + "nr;naam;uren;start;extra\n"
                + rows.replace("\n", ";\n"));
    assertThat(reading.tables()).hasSize(2);
    assertThat(reading.tables().get(0).data()).hasSize(2);
    assertThat(reading.tables().get(1).data()).hasSize(2);
  }

  @Test
  void notesBelowTheTableAreFooter() {
    Reading.Table table =
        Reading.text("nr;naam;uren\n1;Ann;36\n2;Bob;20\n\n* voorlopig\nBron: CBS\n").only();
    assertThat(table.of(RowKind.FOOTER)).extracting(Reading.Physical::line).containsExactly(5L, 6L);
    assertThat(table.data()).hasSize(2);
  }

  @Test
  void totalsAreFooter() {
    Reading.Table table =
        Reading.text(
                "nr;naam;plaats;uren\n1;Ann;Ede;36\nSubtotaal;;;36\n2;Bob;Ede;20\nTotaal;;;56\n")
            .only();
    assertThat(table.of(RowKind.FOOTER)).extracting(Reading.Physical::line).containsExactly(3L, 5L);
  }

  @Test
  void aKeyAloneIsARecordThatWasCutOff() {
    Reading.Table table = Reading.text("nr;naam;uren\n1;Ann;36\n2;Bob;20\nK123").only();
    assertThat(table.data()).last().isEqualTo(List.of("K123"));
    assertThat(table.issues()).containsExactly(IssueCode.ROW_TOO_SHORT);
  }

  @Test
  void wideExportOfStatistics() throws IOException {
    Reading.Table table = resource("statline_beroepsbevolking_1800_2013_wide_bom.csv");
    assertThat(table.start().dialect().headerRows()).containsExactly(3, 4);
    assertThat(table.start().headers())
        .hasSize(218)
        .startsWith("Geslacht", "Onderwerp", "", "Perioden 1800");
    assertThat(table.data()).hasSize(9);
    assertThat(table.of(RowKind.FOOTER)).hasSize(1);
  }

  @Test
  void exportOfStatisticsWithManyHeaderRows() throws IOException {
    Reading.Table table = resource("statline_inkomensklassen_8row_header.csv");
    assertThat(table.start().dialect().headerRows()).containsExactly(2, 3, 4, 5, 6, 7, 8);
    assertThat(table.start().headers().get(2))
        .isEqualTo(
            "Personen in particuliere huishoudens 2014* Persoonlijk primair inkomen Tot 5 jaar"
                + " Personen met inkomen Totaal personen x 1 000");
    assertThat(table.data()).hasSize(25);
    assertThat(table.data().get(0)).startsWith("Totaal personen", "12913");
    assertThat(table.of(RowKind.FOOTER)).hasSize(1);
  }

  private static Reading.Table resource(String name) throws IOException {
    try (InputStream in = TableStructureTest.class.getResourceAsStream(name)) {
      return Reading.bytes(in.readAllBytes(), name, DialectHint.NONE).only();
    }
  }

  @Test
  void aNarrowerTableBelowAGapIsATableOfItsOwn() {
    Reading reading =
        Reading.text(
            """
            nr;naam;start;uren
            1;Ann;2024-01-03;36
            2;Ben;2024-01-04;32
            3;Cas;2024-01-05;24

            jaar;banen
            2023;12
            2024;15
            """);
    assertThat(reading.tables()).hasSize(2);
    assertThat(reading.tables().get(0).data()).hasSize(3);
    assertThat(reading.tables().get(1).start().headers()).containsExactly("jaar", "banen");
    assertThat(reading.tables().get(1).data())
        .containsExactly(List.of("2023", "12"), List.of("2024", "15"));
    assertThat(reading.tables().get(1).issues()).containsExactly(IssueCode.SECOND_TABLE);
  }

  @Test
  void aNarrowerTableIsFoundWithoutAGapAndPaddedWithDelimiters() {
    String first =
        "nr;naam;start;uren\n1;Ann;2024-01-03;36\n2;Ben;2024-01-04;32\n3;Cas;2024-01-05;24\n";
    for (String second :
        List.of("jaar;banen\n2023;12\n2024;15\n", "\njaar;banen;;\n2023;12;;\n2024;15;;\n")) {
      Reading reading = Reading.text(first + second);
      assertThat(reading.tables()).as(second).hasSize(2);
      assertThat(reading.tables().get(1).start().headers().subList(0, 2))
          .containsExactly("jaar", "banen");
      assertThat(reading.tables().get(1).data()).hasSize(2);
    }
  }

  @Test
  void aShortTableIsNotOverruledByALongerOneBelowIt() {
    StringBuilder text = new StringBuilder("nr;naam;start;uren\n1;Ann;2024-01-03;36\n");
    text.append("2;Ben;2024-01-04;32\n\njaar;banen\n");
    for (int i = 0; i < 30; i++) {
      text.append(1990 + i).append(';').append(i).append('\n');
    }
    Reading reading = Reading.text(text.toString());
    assertThat(reading.tables().get(0).start().headers())
        .containsExactly("nr", "naam", "start", "uren");
    assertThat(reading.tables().get(0).data()).hasSize(2);
    assertThat(reading.tables().get(1).data()).hasSize(30);
  }

  @Test
  void shortRowsBelowAGapStayRecords() {
    Reading.Table table =
        Reading.text(
                """
                nr;naam;start;uren
                1;Ann;2024-01-03;36
                2;Ben;2024-01-04;32

                3;Cas;;
                4;Dik;2024-01-06;16
                """)
            .only();
    assertThat(table.data()).hasSize(4);
  }

  @Test
  void theHeaderOfAFurtherTableOfWordsIsKnownByItsWords() {
    Reading reading =
        Reading.text(
            """
            naam;rol;inzicht
            a;koper;begin klein
            b;maker;houd vol
            naam;rol;inzicht;bron
            c;koper;stop;brief
            """);
    assertThat(reading.tables()).hasSize(2);
    assertThat(reading.tables().get(1).start().headers())
        .containsExactly("naam", "rol", "inzicht", "bron");
  }

  @Test
  void aDelimiterTooManyInTheHeaderShiftsNoName() {
    Reading.Table table = Reading.text("nr;;naam;uren\n1;Ann;36\n2;Ben;32\n3;Cas;24\n").only();
    assertThat(table.start().headers()).containsExactly("nr", "naam", "uren");
    assertThat(table.issues()).containsExactly(IssueCode.ROW_TOO_LONG);
    assertThat(table.of(RowKind.HEADER).get(0).issues()).hasSize(1);
  }

  @Test
  void anUnnamedColumnThatRecordsHaveKeepsItsPlace() {
    Reading.Table table = Reading.text("nr;;naam;uren\n1;x;Ann;36\n2;;Ben;32\n3;y;Cas;24\n").only();
    assertThat(table.start().headers()).containsExactly("nr", "", "naam", "uren");
    assertThat(table.issues()).isEmpty();
  }

  @Test
  void aHeaderWithTooFewNamesIsReported() {
    Reading.Table table = Reading.text("nr;naamuren\n1;Ann;36\n2;Ben;32\n3;Cas;24\n").only();
    assertThat(table.start().headers()).containsExactly("nr", "naamuren", "");
    assertThat(table.issues()).containsExactly(IssueCode.ROW_TOO_SHORT);
  }

  @Test
  void onlyWordsBelowEachOtherAreProse() {
    assertThat(
            Prose.only(List.of("Toelichting op de cijfers"), List.of(List.of("Zie ook de brief."))))
        .isTrue();
    assertThat(Prose.only(List.of("nr;naam;uren"), List.of(List.of("1;Ann;36")))).isFalse();
    assertThat(Prose.only(List.of("nummer"), List.of(List.of("P1"), List.of("P2")))).isFalse();
    assertThat(Prose.only(List.of("bij de cijfers", ""), List.of(List.of("de heer", "de weg"))))
        .isFalse();
    assertThat(Prose.only(List.of(), List.of())).isFalse();
  }
}
