package nl.oogst.report.document;

import java.util.List;

/**
 * A part of a document, with a heading of its own.
 *
 * @param id its place in the page
 * @param lead what this section tells, in one sentence; null when the title says it
 */
public record Section(String id, String title, String lead, List<Block> blocks) {
  public Section {
    blocks = List.copyOf(blocks);
  }
}
