package nl.oogst.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.oogst.model.SchemaMistake;
import nl.oogst.model.Schemas;
import nl.oogst.read.DialectHint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfilesTest {
  private static final Schemas SCHEMAS =
      Schemas.load(Path.of(System.getProperty("oogst.root", "..")).resolve("schemas"));

  @TempDir private Path folder;

  private Profiles load(String json) throws IOException {
    Files.writeString(folder.resolve("rws.json"), json.replace('\'', '"'));
    return Profiles.load(folder, SCHEMAS);
  }

  @Test
  void theProfileOfTheContractIsRead() throws IOException {
    Profile profile =
        load("""
                { "proeftuin": "rws",
                  "tolerance": 0.05,
                  "rhythm": "quarter",
                  "tables": [
                    { "files": "plaatsingen*.csv", "entity": "placement", "mode": "snapshot",
                      "dialect": { "delimiter": ";", "encoding": "windows-1252", "headerRows": [3, 4] },
                      "formats": { "decimalChar": ",", "groupChar": ".", "date": "d-M-yyyy" },
                      "columns": { "Kandidaatnr": "person_id",
                                   "Startdatum": { "field": "start_date", "format": "yyyyMMdd" },
                                   "Opmerking": null },
                      "constants": { "organisation": "IenW", "attribution": "supplier" },
                      "values": { "contract_form": { "vast": "permanent", "UITZ": "agency" } } },
                    { "files": "*.xlsx", "sheet": "Uren", "entity": "paid_hours", "mode": "delta",
                      "columns": { } } ] }
                """)
            .find("rws")
            .orElseThrow();

    assertThat(profile.tolerance()).isEqualTo(0.05);
    assertThat(profile.rhythm()).isEqualTo(Rhythm.QUARTER);
    TableRule placements = profile.tables().get(0);
    assertThat(placements.dialect())
        .isEqualTo(new DialectHint("windows-1252", ";", null, null, List.of(3, 4)));
    assertThat(placements.formats()).isEqualTo(new Formats(",", ".", "d-M-yyyy"));
    assertThat(placements.columns())
        .containsExactly(
            new ColumnRule("Kandidaatnr", "person_id", null),
            new ColumnRule("Startdatum", "start_date", "yyyyMMdd"),
            new ColumnRule("Opmerking", null, null));
    assertThat(placements.constants()).containsEntry("organisation", "IenW").hasSize(2);
    assertThat(placements.values().get("contract_form"))
        .containsEntry("uitz", "agency")
        .containsEntry("vast", "permanent");
    assertThat(profile.tables().get(1).mode()).isEqualTo(Mode.DELTA);
    assertThat(profile.tables().get(1).sheet()).isEqualTo("Uren");
    assertThat(profile.dialect("export.zip/Plaatsingen 2024.csv")).isEqualTo(placements.dialect());
    assertThat(profile.dialect("anders.csv")).isEqualTo(DialectHint.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'columns': {'A': 'persoon'} | tables[1] columns 'A' | 'persoon' is no field of placement",
        "'colums': {} | tables[1] | the key 'colums' is unknown; known: columns, constants",
        "'mode': 'full' | tables[1] mode | 'full' is unknown; known: snapshot, delta",
        "'columns': {'A': 'person_id', 'B': 'person_id'} | columns 'B' | given twice, also by 'A'",
        "'columns': {'A b': 'person_id', 'a-B': null} | columns 'a-B' | the same header as 'A b'",
        "'columns': {'A': {'field': 'start_date', 'format': 'dag'}} | columns 'A' format | no date pattern",
        "'columns': {'A': {'field': 'person_id', 'format': 'd-M-yyyy'}} | columns 'A' format | no date",
        "'columns': {'A': {'veld': 'person_id'}} | columns 'A' | the key 'veld' is unknown",
        "'formats': {'date': 'd-M'} | formats date | 'd-M' is no date pattern",
        "'formats': {'decimalChar': ';'} | formats decimalChar | ';' is no such mark",
        "'formats': {'decimalChar': ',', 'groupChar': ','} | formats | both ','",
        "'constants': {'organisation': 'Gemeente'} | constants 'organisation' | 'Gemeente' is no code of organisations; known: AZ",
        "'columns': {'A': 'organisation'}, 'constants': {'organisation': 'BZK'} | constants 'organisation' | given twice",
        "'values': {'contract_form': {'vast': 'vast'}} | values 'contract_form' 'vast' | 'vast' is no code of contract_forms",
        "'values': {'contract_form': {'a': 'agency', 'A': 'permanent'}} | 'A' | stands for 'agency'",
        "'values': {'supplier': {'a': 'b'}} | values 'supplier' 'a' | no codes to translate to",
        "'dialect': {'encoding': 'ebcdic-x'} | dialect | ebcdic-x",
        "'dialect': {'delimeter': ';'} | dialect | the key 'delimeter' is unknown",
        "'dialect': {'headerRows': [0]} | dialect headerRows[1] | expected a row number from 1, found 0",
        "'sheet': 3 | tables[1] sheet | expected a text, found 3",
      })
  void everyMistakeNamesTheProfileAndThePlace(String part, String place, String problem) {
    String json =
        "{ 'proeftuin': 'rws', 'tables': [ { 'files': '*.csv', 'entity': 'placement', "
            + part
            + " } ] }";
    assertThatThrownBy(() -> load(json))
        .isInstanceOf(SchemaMistake.class)
        .hasMessageStartingWith("profiles/rws.json")
        .hasMessageContaining(place)
        .hasMessageContaining(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{ 'proeftuin': 'ander' } | proeftuin | 'ander' is not the name of the file; expected 'rws'",
        "{ 'proeftuin': 'rws', 'tolerance': 5 } | tolerance | expected a share between 0 and 1, found 5",
        "{ 'proeftuin': 'rws', 'rhythm': 'week' } | rhythm | 'week' is unknown; known: month, quarter",
        "{ 'proeftuin': 'rws', 'table': [] } | rws.json | the key 'table' is unknown",
        "{ 'proeftuin': 'rws', 'tables': {} } | tables | expected a list",
        "{ 'proeftuin': 'rws', 'tables': [ { 'files': '*', 'entity': 'plaatsing' } ] } | tables[1] entity | 'plaatsing' is no entity; known: placement",
        "{ 'proeftuin': 'rws', 'tables': [ { 'files': '[', 'entity': 'lesson' } ] } | tables[1] files | '[' is no file pattern",
        "{ 'proeftuin': 'rws', | rws.json line 1 | no valid JSON",
        "{ 'proeftuin': 'rws', 'proeftuin': 'rws' } | rws.json line 1 | Duplicate",
        "[] | rws.json | expected an object",
      })
  void mistakesAtTheTopAreFoundToo(String json, String place, String problem) {
    assertThatThrownBy(() -> load(json))
        .isInstanceOf(SchemaMistake.class)
        .hasMessageStartingWith("profiles/rws.json")
        .hasMessageContaining(place)
        .hasMessageContaining(problem);
  }

  @Test
  void aMissingFolderIsSaid() {
    assertThatThrownBy(() -> Profiles.load(folder.resolve("weg"), SCHEMAS))
        .isInstanceOf(SchemaMistake.class)
        .hasMessageContaining("weg: this folder with source profiles does not exist");
  }

  @Test
  void globsMatchTheWholeNameOrItsLastPart() {
    assertThat(FileGlob.matches("plaatsingen*.csv", "a.zip/map/Plaatsingen-1.CSV")).isTrue();
    assertThat(FileGlob.matches("map/*.csv", "map/a.csv")).isTrue();
    assertThat(FileGlob.matches("*.{csv,txt}", "a.txt")).isTrue();
    assertThat(FileGlob.matches("*.csv", "a.xlsx")).isFalse();
    assertThat(FileGlob.matches("*.csv", "a\u0000.csv")).isFalse();
  }
}
