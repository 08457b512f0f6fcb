package nl.oogst.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.oogst.model.Field;
import nl.oogst.model.Issue;
import nl.oogst.model.IssueCode;
import nl.oogst.model.Schemas;
import nl.oogst.normalise.ColumnContent;
import nl.oogst.read.DialectHint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableMapperTest {
  private static final Schemas SCHEMAS =
      Schemas.load(Path.of(System.getProperty("oogst.root", "..")).resolve("schemas"));
  private static final TableMapper MAPPER = new TableMapper(SCHEMAS, new ColumnContent(SCHEMAS));
  private static final List<String> PLACEMENT =
      List.of(
          "Plaatsingsnummer",
          "Kandidaatnr",
          "Ministerie",
          "Toerekening",
          "Contractvorm",
          "Doelgroep",
          "Startdatum",
          "Uren per week",
          "Einddatum");
  private static final List<String> CELLS =
      List.of("P1", "K1", "BZK", "supplier", "Vast", "WW", "1-2-2024", "24", "");

  private static TableMapping map(List<String> headers) {
    return MAPPER.map("tabel.csv", null, headers, List.of(), null);
  }

  private static List<String> and(List<String> headers, String... more) {
    List<String> all = new ArrayList<>(headers);
    all.addAll(List.of(more));
    return all;
  }

  private static List<String> without(String left) {
    return PLACEMENT.stream().filter(header -> !header.equals(left)).toList();
  }

  private static ColumnMapping column(TableMapping mapping, String header) {
    return mapping.columns().stream()
        .filter(column -> column.header().equals(header))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theEntityIsTheOneWhoseRequiredFieldsTheHeadersCover() {
    assertThat(map(PLACEMENT).entity()).isEqualTo("placement");
    assertThat(map(List.of("Plaatsingsnummer", "Periode van", "Periode t/m", "Uren")).entity())
        .isEqualTo("paid_hours");
    assertThat(map(List.of("Indicator", "Jaar", "Teller", "Noemer")).entity())
        .isEqualTo("indicator");
    assertThat(map(List.of("practice", "from")).entity()).isEqualTo("practice");
    assertThat(map(List.of("measure", "period", "value", "organisation")).entity())
        .isEqualTo("statement");
  }

  @Test
  void everyCanonicalNameLeadsToItsField() {
    SCHEMAS
        .entities()
        .forEach(
            entity -> {
              List<String> names = entity.fields().stream().map(Field::name).toList();
              TableMapping mapping = map(names);
              assertThat(mapping.entity()).isEqualTo(entity.name());
              assertThat(mapping.columns()).extracting(ColumnMapping::field).isEqualTo(names);
              assertThat(mapping.columns())
                  .extracting(ColumnMapping::reason)
                  .containsOnly(Reason.NAME);
              assertThat(mapping.issues()).isEmpty();
            });
  }

  @Test
  void theReasonOfEachColumnIsKept() {
    TableMapping mapping = map(and(PLACEMENT, "value_eur", "Kleur"));
    assertThat(column(mapping, "value_eur").reason()).isEqualTo(Reason.NAME);
    assertThat(column(mapping, "Startdatum").field()).isEqualTo("start_date");
    assertThat(column(mapping, "Ministerie").reason()).isEqualTo(Reason.SYNONYM);
    assertThat(column(mapping, "Kleur").reason()).isEqualTo(Reason.NOT_RECOGNISED);
    assertThat(mapping.issues())
        .containsExactly(new Issue(IssueCode.COLUMN_NOT_RECOGNISED, "Kleur", null, null));
  }

  @Test
  void aNameOutranksASynonymWhereverItStands() {
    TableMapping mapping = map(and(PLACEMENT, "start_date"));
    assertThat(column(mapping, "start_date").field()).isEqualTo("start_date");
    assertThat(column(mapping, "Startdatum").reason()).isEqualTo(Reason.SUPERSEDED);
    assertThat(mapping.issues())
        .containsExactly(
            new Issue(
                IssueCode.COLUMN_AMBIGUOUS,
                "Startdatum",
                "'Startdatum'",
                "één kolom; gebruikt is 'start_date'"));
  }

  @Test
  void theSameHeaderTwiceIsADuplicate() {
    TableMapping mapping = map(and(PLACEMENT, "STARTDATUM"));
    assertThat(mapping.issues())
        .extracting(Issue::code, Issue::field)
        .containsExactly(tuple(IssueCode.COLUMN_DUPLICATE, "STARTDATUM"));
  }

  @Test
  void aMissingRequiredColumnIsNamed() {
    TableMapping mapping = map(without("Doelgroep"));
    assertThat(mapping.entity()).isEqualTo("placement");
    assertThat(mapping.missing()).containsExactly("target_group");
    String label = SCHEMAS.entity("placement").find("target_group").orElseThrow().label().nl();
    assertThat(mapping.issues())
        .containsExactly(
            new Issue(
                IssueCode.REQUIRED_COLUMN_MISSING,
                "target_group",
                null,
                "een kolom '" + label + "'"));
  }

  @Test
  void whatCannotBeJudgedIsSaid() {
    assertThat(map(without("Einddatum")).issues())
        .containsExactly(
            new Issue(
                IssueCode.NOT_JUDGED, "end_date", null, "een einde, dat niet voor het begin ligt"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Kleur,Maat", "Naam", "", "Ministerie,Kleur"})
  void fewerThanTwoColumnsAreNoTable(String headers) {
    TableMapping mapping = map(List.of(headers.split(",", -1)));
    assertThat(mapping.recognised()).isFalse();
    assertThat(mapping.issues())
        .extracting(Issue::code)
        .containsExactly(IssueCode.TABLE_NOT_RECOGNISED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BSN",
        "bsn kandidaat",
        "Burgerservicenummer",
        "Sofinummer",
        "BSN-nr",
        "Sofi-nr",
        "kandidaatBsn"
      })
  void aColumnNamedForABsnRefuses(String header) {
    TableMapping mapping = map(and(PLACEMENT, header));
    assertThat(mapping.refused()).isTrue();
    assertThat(mapping.bsnColumns()).containsExactly(PLACEMENT.size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Absnummer", "Ministerie", "Kandidaatnr"})
  void otherColumnsDoNotRefuse(String header) {
    assertThat(map(List.of(header)).refused()).isFalse();
  }

  @Test
  void aProfileOutranksNamesAndDropsWhatIsKnown() {
    TableRule rule =
        new TableRule(
            "tabel*.csv",
            null,
            "placement",
            Mode.DELTA,
            DialectHint.NONE,
            new Formats(",", ".", "d-M-yyyy"),
            List.of(
                new ColumnRule("Begin werk", "start_date", "yyyyMMdd"),
                new ColumnRule("Kleur", null, null)),
            Map.of("organisation", "IenW"),
            Map.of("contract_form", Map.of("vast", "permanent")));
    Profile profile = new Profile("rws", null, null, List.of(rule));

    TableMapping mapping =
        MAPPER.map(
            "uit.zip/Tabel1.csv", null, and(PLACEMENT, "Begin werk", "Kleur"), List.of(), profile);

    assertThat(mapping.mode()).isEqualTo(Mode.DELTA);
    assertThat(column(mapping, "Begin werk"))
        .isEqualTo(
            new ColumnMapping(9, "Begin werk", "start_date", Reason.PROFILE, 1)
                .withFormat("yyyyMMdd"));
    assertThat(column(mapping, "Startdatum").reason()).isEqualTo(Reason.SUPERSEDED);
    assertThat(column(mapping, "Kleur").reason()).isEqualTo(Reason.KNOWN_AND_DROPPED);
    assertThat(column(mapping, "Ministerie").reason()).isEqualTo(Reason.CONSTANT);
    assertThat(mapping.missing()).isEmpty();
    assertThat(mapping.issues())
        .extracting(Issue::code)
        .containsExactly(IssueCode.COLUMN_AMBIGUOUS);
  }

  @Test
  void aRuleForASheetIsForThatSheetOnly() {
    TableRule rule =
        new TableRule(
            "*.xlsx",
            "Uren",
            "paid_hours",
            Mode.SNAPSHOT,
            DialectHint.NONE,
            Formats.NONE,
            List.of(),
            Map.of(),
            Map.of());
    Profile profile = new Profile("rws", null, null, List.of(rule));
    assertThat(profile.find("boek.XLSX", "uren")).contains(rule);
    assertThat(profile.find("boek.xlsx", "Plaatsingen")).isEmpty();
    assertThat(profile.find("boek.csv", null)).isEmpty();
  }

  @Test
  void aTypoIsMappedByLikenessWithItsCertainty() {
    List<String> headers =
        PLACEMENT.stream().map(h -> h.equals("Uren per week") ? "Uren perr week" : h).toList();
    TableMapping mapping = MAPPER.map("t.csv", null, headers, List.of(CELLS), null);
    ColumnMapping column = column(mapping, "Uren perr week");
    assertThat(column.field()).isEqualTo("hours_per_week");
    assertThat(column.reason()).isEqualTo(Reason.LIKENESS);
    assertThat(column.certainty()).isBetween(0.85, 0.999);
    assertThat(mapping.missing()).isEmpty();
  }

  @Test
  void aWeakLikenessIsAQuestionAndNoMapping() {
    List<String> headers = and(PLACEMENT, "Registratie datum opleiding");
    TableMapping mapping =
        MAPPER.map("t.csv", null, headers, List.of(and(CELLS, "3-4-2023")), null);
    ColumnMapping column = column(mapping, "Registratie datum opleiding");
    assertThat(column.field()).isNull();
    assertThat(column.question()).isEqualTo("register_from");
    assertThat(mapping.issues())
        .containsExactly(
            new Issue(
                IssueCode.COLUMN_NOT_RECOGNISED,
                "Registratie datum opleiding",
                null,
                "misschien 'In register vanaf'"));
  }

  @Test
  void contentThatDoesNotFitPreventsAMapping() {
    List<String> headers =
        PLACEMENT.stream().map(h -> h.equals("Uren per week") ? "Uren perr week" : h).toList();
    List<String> words =
        List.of("P1", "K1", "BZK", "supplier", "Vast", "WW", "1-2-2024", "veel", "");
    TableMapping mapping = MAPPER.map("t.csv", null, headers, List.of(words), null);
    assertThat(mapping.missing()).containsExactly("hours_per_week");
  }
}
