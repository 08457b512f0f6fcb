package nl.oogst.report.document;

import java.util.ArrayList;
import java.util.List;

/**
 * A report in one language.
 *
 * @param series what it belongs to, above the title
 * @param facts what the report rests on: release, date, where it comes from
 * @param notice what every reader must know first, such as that all data are made up; null when
 *     there is nothing
 */
public record Document(
    Language language,
    String series,
    String title,
    String subtitle,
    List<String> facts,
    String notice,
    List<Section> sections) {
  public Document {
    facts = List.copyOf(facts);
    sections = List.copyOf(sections);
  }

  /** All tables in the order of the report, those behind pictures too. */
  public List<Table> tables() {
    List<Table> tables = new ArrayList<>();
    for (Section section : sections) {
      for (Block block : section.blocks()) {
        if (block instanceof Block.Figure figure) {
          tables.add(figure.table());
        } else if (block instanceof Block.Panels panels) {
          tables.add(panels.table());
        } else if (block instanceof Block.Numbers numbers) {
          tables.add(numbers.table());
        }
      }
    }
    return tables;
  }
}
