package nl.oogst.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.SchemaMistake;
import nl.oogst.model.Schemas;
import org.junit.jupiter.api.Test;

/** Like beside like: total banen of the Rijk and extra banen of a sector never meet. */
class TargetsTest {
  private static final SortedMap<String, DataSetSchema> SCHEMAS =
      DataSetSchema.loadAll(Measured.SCHEMAS.resolve("datasets"));
  private static final TargetRules RULES =
      TargetRules.read(Schemas.load(Measured.SCHEMAS).rules("targets"));

  private final Map<String, List<Object[]>> dataSets = new HashMap<>();

  private TargetsTest row(String dataSet, String... columns) {
    DataSetSchema schema = SCHEMAS.get(dataSet);
    Object[] row = new Object[schema.columns().size()];
    for (String column : columns) {
      String[] parts = column.split("=", 2);
      boolean number = parts[0].equals("value") || parts[0].equals("banen");
      row[schema.indexOf(parts[0])] = number ? (Object) Double.valueOf(parts[1]) : parts[1];
    }
    dataSets.computeIfAbsent(dataSet, d -> new ArrayList<>()).add(row);
    return this;
  }

  private TargetsTest figure(String kind, String scope, String counting, String value) {
    return row(
        "reference_figures",
        "figure_id=" + kind + "-" + value,
        "indicator=" + (counting.startsWith("extra") ? "extra_banen" : "banen"),
        "period=2021",
        "unit=banen",
        "status=official",
        "kind=" + kind,
        "scope=" + scope,
        "counting=" + counting,
        "value=" + value);
  }

  private List<Map<String, Object>> rows() {
    DataSetSchema schema = SCHEMAS.get("targets");
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Object[] row : new Targets(RULES, SCHEMAS).rows(dataSets)) {
      Map<String, Object> named = new HashMap<>();
      for (int i = 0; i < row.length; i++) {
        named.put(schema.columns().get(i).name(), row[i]);
      }
      rows.add(named);
    }
    return rows;
  }

  @Test
  void theDistanceIsOfTheNumbersAndSoIsTheShare() {
    figure("target", "rijk", "total_direct", "4674")
        .figure("realised", "rijk", "total_direct", "3203");

    assertThat(rows()).hasSize(1);
    assertThat(rows().get(0))
        .containsEntry("target", 4674.0)
        .containsEntry("realised", 3203.0)
        .containsEntry("distance", -1471.0)
        .containsEntry("reason", "complete")
        .containsEntry("realised_figure", "realised-3203")
        .containsEntry("disclosure", "open");
    // published as 69 %
    assertThat((double) rows().get(0).get("share")).isCloseTo(0.6853, within(5e-5));
  }

  @Test
  void figuresOfAnotherKindDoNotMeet() {
    figure("target", "rijk", "total_direct", "4674")
        .figure("realised", "overheid", "extra_vs_nulmeting", "11842")
        .figure("realised", "rijk", "extra_vs_nulmeting", "900");

    assertThat(rows()).hasSize(1);
    assertThat(rows().get(0))
        .containsEntry("realised", null)
        .containsEntry("distance", null)
        .containsEntry("reason", "no_realised_figure");
  }

  @Test
  void twoBoundsAreNoFigure() {
    figure("target", "rijk", "total_direct", "4072")
        .figure("realised", "rijk", "total_direct", "2627")
        .figure("realised", "rijk", "total_direct", "2667");

    assertThat(rows().get(0))
        .containsEntry("target", 4072.0)
        .containsEntry("realised", null)
        .containsEntry("share", null)
        .containsEntry("reason", "only_bounds");
  }

  @Test
  void theProeftuinenContributeOnlyWhatIsInTheEmploymentOfTheRijk() {
    figure("target", "rijk", "total_direct", "4674")
        .figure("target", "markt", "extra_vs_nulmeting", "60000");
    for (String[] row :
        new String[][] {
          {"all", "rijk_employment", "rijk", "5"},
          {"all", "rijk_hiring", "sector_government", "25"},
          {"all", "supplier", "market", "95"},
          {"organisation", "rijk_employment", "rijk", "10"}
        }) {
      row(
          "banenafspraak_contributions",
          "period=2021",
          "breakdown=" + row[0],
          "attribution=" + row[1],
          "counts_for=" + row[2],
          "banen=" + row[3],
          "disclosure=rounded");
    }

    assertThat(rows().get(0))
        .containsEntry("scope", "rijk")
        .containsEntry("contributed", 5.0)
        .containsEntry("disclosure", "rounded");
    assertThat(rows().get(1)).containsEntry("scope", "markt").containsEntry("contributed", null);
  }

  @Test
  void everyKindSaysWhyItIsLikeWithLike() throws IOException {
    var rules =
        new ObjectMapper()
            .readTree(
                "{\"alike\": [{\"indicator\": \"banen\", \"scope\": \"rijk\", \"counting\": \"x\"}]}");
    assertThatThrownBy(() -> TargetRules.read(rules))
        .isInstanceOf(SchemaMistake.class)
        .hasMessageContaining("why");
  }
}
