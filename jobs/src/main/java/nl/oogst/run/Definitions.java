package nl.oogst.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.oogst.map.Profile;
import nl.oogst.map.Profiles;
import nl.oogst.map.Rhythm;
import nl.oogst.measure.BanenRules;
import nl.oogst.measure.Breakdown;
import nl.oogst.measure.ComparisonRules;
import nl.oogst.measure.DeliveryQuality;
import nl.oogst.measure.LessonRules;
import nl.oogst.measure.StatementRules;
import nl.oogst.measure.TargetRules;
import nl.oogst.measure.TrendRules;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Fixed;
import nl.oogst.model.Proeftuin;
import nl.oogst.model.SchemaMistake;
import nl.oogst.model.Schemas;
import nl.oogst.normalise.ProfileConstants;
import nl.oogst.protect.DisclosureRules;
import nl.oogst.resolve.ChangeRules;
import nl.oogst.resolve.Linking;

/** Everything declared, loaded and checked before any delivery is opened. */
record Definitions(
    Schemas schemas,
    Profiles profiles,
    Map<String, DataSetSchema> dataSets,
    List<Breakdown> breakdowns,
    BanenRules banen,
    LessonRules lessons,
    TrendRules trends,
    TargetRules targets,
    ComparisonRules comparisons,
    StatementRules statements,
    DisclosureRules disclosure,
    Linking.Limits linking,
    double defaultTolerance)
    implements Serializable {

  static Definitions load(Settings settings) {
    Schemas schemas = Schemas.load(settings.schemas());
    Profiles profiles = Profiles.load(settings.profiles(), schemas);
    ProfileConstants.check(profiles, schemas);
    Map<String, DataSetSchema> dataSets =
        DataSetSchema.loadAll(settings.schemas().resolve("datasets"));
    JsonNode linking = schemas.rules("linking");
    Definitions definitions =
        new Definitions(
            schemas,
            profiles,
            dataSets,
            Breakdown.list(schemas.rules("breakdowns")),
            new BanenRules(schemas.rules("banenafspraak")),
            LessonRules.read(
                schemas.rules("lessons"),
                schemas.codelist("practices"),
                schemas.codelist("lesson_outcomes")),
            TrendRules.read(schemas.rules("trends"), schemas.codelist("organisations")),
            TargetRules.read(schemas.rules("targets")),
            ComparisonRules.read(schemas),
            StatementRules.read(schemas, dataSets),
            DisclosureRules.load(settings.schemas().resolve("rules/disclosure.json")),
            new Linking.Limits(
                linking.path("max_group").asInt(6),
                linking.path("common_token_share").asDouble(0.01)),
            schemas.rules("deliveries").path("default_tolerance").asDouble(0));
    definitions.changes();
    // read again when they are written; a mistake is found here, before any delivery is opened
    Publications.referenceFigures(settings.schemas(), definitions.dataSet("reference_figures"));
    return definitions;
  }

  DataSetSchema dataSet(String name) {
    DataSetSchema schema = dataSets.get(name);
    if (schema == null) {
      throw new SchemaMistake("datasets/" + name + ".json", "this data set is not declared");
    }
    return schema;
  }

  /** The share of a proeftuin's rows that may be quarantined before a run says so. */
  double tolerance(String proeftuin) {
    return profiles
        .find(proeftuin)
        .map(Profile::tolerance)
        .filter(tolerance -> tolerance != null)
        .orElse(defaultTolerance);
  }

  /** How much may change between deliveries before it is worth a look. */
  ChangeRules changes() {
    return new ChangeRules(
        Math.round(change("hours_least") * Fixed.ONE),
        change("hours_ratio"),
        (int) change("end_date_days_back"),
        change("statement_least"),
        change("statement_share"));
  }

  private double change(String name) {
    JsonNode value = schemas.rules("deliveries").path("changes").path(name);
    if (!value.isNumber() || value.asDouble() < 0) {
      throw new SchemaMistake(
          "rules/deliveries.json", "'changes' needs '" + name + "', a number of 0 or more");
    }
    return value.asDouble();
  }

  /** How often each proeftuin is expected to deliver: as its profile says, else as most do. */
  Map<String, DeliveryQuality.Rhythm> rhythms(List<Proeftuin> register) {
    JsonNode rules = schemas.rules("deliveries");
    Map<String, DeliveryQuality.Rhythm> rhythms = new TreeMap<>();
    for (Proeftuin proeftuin : register) {
      int months =
          profiles
              .find(proeftuin.id())
              .map(Profile::rhythm)
              .filter(own -> own != null)
              .map(Rhythm::months)
              .orElseGet(() -> months(rules));
      rhythms.put(
          proeftuin.id(), new DeliveryQuality.Rhythm(months, rules.path("graceDays").asInt(0)));
    }
    return rhythms;
  }

  private static int months(JsonNode rules) {
    String rhythm = rules.path("rhythm").asText();
    int months = rules.path("rhythms").path(rhythm).asInt();
    if (months <= 0) {
      throw new SchemaMistake(
          "rules/deliveries.json", "'rhythms' has no number of months for '" + rhythm + "'");
    }
    return months;
  }
}
