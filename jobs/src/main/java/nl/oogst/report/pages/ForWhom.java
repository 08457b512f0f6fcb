package nl.oogst.report.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.oogst.report.chart.BarChart;
import nl.oogst.report.document.Block;
import nl.oogst.report.document.Table;
import nl.oogst.report.document.Table.Cell;
import nl.oogst.report.yearly.DataRow;
import nl.oogst.report.yearly.Edition;

/** For which groups a ministry made work. */
final class ForWhom {
  private static final String JOBS = "jobs_realised";
  private static final String GROUP = "target_group";

  private ForWhom() {}

  static void write(Edition edition, Subject subject, List<Block> blocks) {
    Map<String, DataRow> now = groups(edition, subject, edition.year());
    Map<String, DataRow> before = groups(edition, subject, edition.year() - 1);
    List<Map.Entry<String, DataRow>> shown =
        now.entrySet().stream()
            .filter(entry -> entry.getValue().orZero("persons") > 0)
            .sorted(
                Comparator.<Map.Entry<String, DataRow>>comparingDouble(
                        entry -> -entry.getValue().orZero("persons"))
                    .thenComparing(Map.Entry::getKey))
            .toList();
    if (shown.isEmpty()) {
      return;
    }
    String title =
        edition.say("Personen met een baan, naar doelgroep", "Persons with a job, by target group");
    Table.Builder table =
        Table.titled("groups", title)
            .text(edition.say("Doelgroep", "Target group"))
            .number(Integer.toString(edition.year()))
            .number(Integer.toString(edition.year() - 1))
            .number(edition.say("Alle ministeries samen", "All ministries together"))
            .note(edition.rounded());
    List<BarChart.Bar> bars = new ArrayList<>();
    List<String> said = new ArrayList<>();
    for (Map.Entry<String, DataRow> entry : shown) {
      String label = edition.label("target_groups", entry.getKey());
      Double persons = entry.getValue().number("persons");
      DataRow earlier = before.get(entry.getKey());
      bars.add(
          new BarChart.Bar(
              label,
              persons,
              edition.number(persons),
              earlier == null ? null : earlier.number("persons")));
      said.add(label + " " + edition.number(persons));
      table.row(
          Cell.text(label),
          edition.cell(persons),
          edition.cell(earlier, "persons"),
          edition.cell(whole(edition, entry.getKey()), "persons"));
    }
    blocks.add(new Block.Heading("for-whom", edition.say("Voor wie?", "For whom?")));
    blocks.add(
        new Block.Figure(
            "groups-chart",
            title,
            title + ": " + String.join(", ", said) + ".",
            new BarChart(bars, Integer.toString(edition.year() - 1)),
            table.build()));
  }

  private static Map<String, DataRow> groups(Edition edition, Subject subject, int year) {
    Map<String, DataRow> groups = new TreeMap<>();
    for (DataRow row : edition.tables().years(JOBS, "organisation+" + GROUP)) {
      if (row.is("organisation", subject.code()) && row.is("period", Integer.toString(year))) {
        groups.put(row.text(GROUP), row);
      }
    }
    return groups;
  }

  private static DataRow whole(Edition edition, String group) {
    return edition.tables().years(JOBS, GROUP).stream()
        .filter(row -> row.is(GROUP, group))
        .filter(row -> row.is("period", Integer.toString(edition.year())))
        .findFirst()
        .orElse(null);
  }
}
