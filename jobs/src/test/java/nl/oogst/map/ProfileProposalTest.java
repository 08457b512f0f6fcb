package nl.oogst.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.oogst.model.SchemaMistake;
import nl.oogst.model.Schemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileProposalTest {
  private static final Schemas SCHEMAS =
      Schemas.load(Path.of(System.getProperty("oogst.root", "..")).resolve("schemas"));
  private static final TableMapper MAPPER = new TableMapper(SCHEMAS, ContentJudge.NONE);

  @TempDir private Path folder;

  private Profiles load(String json) throws IOException {
    Files.writeString(folder.resolve("rws.json"), json);
    return Profiles.load(folder, SCHEMAS);
  }

  @Test
  void aProposalWithEveryRequiredFieldRunsAsItIs() throws IOException {
    TableMapping mapping =
        MAPPER.map(
            "a.zip/Uren 2024-03.csv",
            null,
            List.of("Plaatsingsnummer", "Periode van", "Periode t/m", "Uren", "Kleur", "Kleur"),
            List.of(),
            null);

    String json =
        new ProfileProposal(
                "rws",
                List.of(
                    new ProfileProposal.Table(mapping, null),
                    new ProfileProposal.Table(mapping, null)))
            .json();

    assertThat(json)
        .isEqualTo(
            """
            {
              "proeftuin" : "rws",
              "tables" : [
                {
                  "files" : "Uren *.csv",
                  "entity" : "paid_hours",
                  "mode" : "snapshot",
                  "columns" : {
                    "Plaatsingsnummer" : "placement_id",
                    "Periode van" : "period_start",
                    "Periode t/m" : "period_end",
                    "Uren" : "hours",
                    "Kleur" : null
                  }
                }
              ]
            }
            """);
    Profile profile = load(json).find("rws").orElseThrow();
    assertThat(profile.find("Uren 2025-04.csv", null)).isPresent();
  }

  @Test
  void anOpenQuestionIsMarkedSoThatTheProfileIsRefused() {
    TableMapping mapping =
        MAPPER.map(
            "uren.csv",
            null,
            List.of("Plaatsingsnummer", "Periode van", "Periode t/m"),
            List.of(),
            null);

    String json =
        new ProfileProposal("rws", List.of(new ProfileProposal.Table(mapping, null))).json();

    assertThat(json).contains("\"hours\" : \"?\"");
    assertThatThrownBy(() -> nl.oogst.normalise.ProfileConstants.check(load(json), SCHEMAS))
        .isInstanceOf(SchemaMistake.class)
        .hasMessageContaining("profiles/rws.json tables[1] constants 'hours'")
        .hasMessageContaining("this is still a question");
  }
}
