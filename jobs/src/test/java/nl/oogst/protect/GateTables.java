package nl.oogst.protect;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.oogst.model.DataSetSchema;

/** Makes a small table of jobs started for the gate. */
final class GateTables {
  private static final Path SCHEMAS = Path.of(System.getProperty("oogst.root", ".."), "schemas");
  static final DisclosureRules RULES =
      DisclosureRules.load(SCHEMAS.resolve("rules/disclosure.json"));
  static final DataSetSchema JOBS =
      DataSetSchema.load(SCHEMAS.resolve("datasets/jobs_realised.json"));

  private final List<Object[]> published = new ArrayList<>();
  private final List<Object[]> exact = new ArrayList<>();
  private String period;

  private GateTables(String period) {
    this.period = period;
  }

  static GateTables table(String period) {
    return new GateTables(period);
  }

  GateTables in(String other) {
    period = other;
    return this;
  }

  GateTables row(String breakdown, String organisation, String group, double x, double shown) {
    published.add(row(breakdown, organisation, group, shown, "rounded"));
    exact.add(row(breakdown, organisation, group, x, null));
    return this;
  }

  private Object[] row(
      String breakdown, String organisation, String group, double figure, String disclosure) {
    Object[] row = new Object[JOBS.columns().size()];
    row[JOBS.indexOf("period_type")] = period.length() == 4 ? "year" : "quarter";
    row[JOBS.indexOf("period")] = period;
    row[JOBS.indexOf("breakdown")] = breakdown;
    row[JOBS.indexOf("organisation")] = organisation;
    row[JOBS.indexOf("target_group")] = group;
    row[JOBS.indexOf("jobs_started")] = figure;
    row[JOBS.indexOf("disclosure")] = disclosure;
    return row;
  }

  GateTable table() {
    return new GateTable(JOBS, List.copyOf(published), List.copyOf(exact));
  }
}
