package nl.oogst.inspect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.oogst.model.Issue;
import nl.oogst.model.IssueCode;

/** Counts issues by kind and column, with the first of each; its size does not follow the file. */
final class IssueTally {
  private record Key(IssueCode code, String field) {}

  private static final class Group {
    private long count;
    private final List<IssueGroup.Example> examples = new ArrayList<>();
  }

  private final int mostExamples;
  private final Map<Key, Group> groups = new LinkedHashMap<>();

  IssueTally(int mostExamples) {
    this.mostExamples = mostExamples;
  }

  void add(long line, Issue issue) {
    Group group = groups.computeIfAbsent(new Key(issue.code(), issue.field()), key -> new Group());
    group.count++;
    if (group.examples.size() < mostExamples) {
      group.examples.add(new IssueGroup.Example(line, issue.found(), issue.expected()));
    }
  }

  /** Errors first; within a severity in the order in which they were found. */
  List<IssueGroup> groups() {
    List<IssueGroup> all = new ArrayList<>();
    groups.forEach(
        (key, group) ->
            all.add(new IssueGroup(key.code(), key.field(), group.count, group.examples)));
    all.sort(Comparator.comparing(group -> group.code().severity()));
    return all;
  }
}
