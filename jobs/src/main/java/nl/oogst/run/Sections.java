package nl.oogst.run;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.SortedMap;
import org.apache.spark.Partitioner;

/**
 * The tasks that write the restricted data sets. Of the largest data sets, which are sorted by
 * proeftuin, one with many rows has a section of its own: a file of which the row groups go into
 * the data set as they are. So they are the same as long as its rows are, and need not be written
 * again. What is a section depends on the number of rows of that proeftuin alone.
 */
final class Sections extends Partitioner implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Row groups of fewer rows than this make a file larger and slower to read. */
  static final long ROWS = 20_000;

  /** The same where a row is as large as ten. */
  static final long WIDE_ROWS = 2_000;

  /** The data set with a row for each placement. */
  static final String PLACEMENTS = "placements";

  /** The data sets that have sections. */
  static final Set<String> SECTIONED =
      Set.of(PackedHours.DATA_SET, "placement_history", PLACEMENTS);

  private static final char COLUMN = '\u0001';

  /**
   * A section.
   *
   * @param proeftuin whose rows it holds; null when it holds those of all that have none of their
   *     own and stand here
   */
  record Section(String dataSet, String proeftuin) implements Serializable {}

  private final List<Section> sections = new ArrayList<>();
  private final Map<String, Integer> byProeftuin = new HashMap<>();
  private final Map<String, Integer> byDataSet = new HashMap<>();

  /**
   * Sections for what was resolved.
   *
   * @param resolved by proeftuin
   */
  Sections(List<String> dataSets, SortedMap<String, Resolved> resolved) {
    for (String dataSet : dataSets) {
      byDataSet.put(dataSet, sections.size());
      sections.add(new Section(dataSet, null));
      if (SECTIONED.contains(dataSet)) {
        for (Entry<String, Resolved> one : resolved.entrySet()) {
          place(new Section(dataSet, one.getKey()), one.getValue().rows(dataSet));
        }
      }
    }
  }

  private void place(Section own, long rows) {
    String dataSet = own.dataSet();
    if (rows >= (dataSet.equals(PackedHours.DATA_SET) ? ROWS : WIDE_ROWS)) {
      sections.add(own);
    } else if (sections.get(sections.size() - 1).proeftuin() != null) {
      sections.add(new Section(dataSet, null));
    }
    byProeftuin.put(dataSet + Output.PART + own.proeftuin(), sections.size() - 1);
  }

  /** Where the rows of a proeftuin stand. */
  int of(String dataSet, String proeftuin) {
    return byProeftuin.get(dataSet + Output.PART + proeftuin);
  }

  /** All of them, in the order of their rows. */
  List<Section> all() {
    return sections;
  }

  @Override
  public int numPartitions() {
    return sections.size();
  }

  /** The section of a row by its key, {@link ResolveTask#rowKey}. */
  @Override
  public int getPartition(Object key) {
    String text = (String) key;
    int part = text.indexOf(Output.PART);
    String dataSet = text.substring(1, part);
    if (SECTIONED.contains(dataSet)) {
      return byProeftuin.get(text.substring(1, text.indexOf(COLUMN, part)));
    }
    return byDataSet.get(dataSet);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sections that && sections.equals(that.sections);
  }

  @Override
  public int hashCode() {
    return sections.hashCode();
  }
}
