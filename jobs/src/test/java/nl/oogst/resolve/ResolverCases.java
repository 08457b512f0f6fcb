package nl.oogst.resolve;

import java.util.List;
import nl.oogst.model.IssueCode;

/** What tests of resolved placements ask for. */
final class ResolverCases {
  static final String AS_OF = "2024-03-31";

  private ResolverCases() {}

  /** A placement that began before each peildatum of the tests. */
  static PlacementOf job() {
    return PlacementOf.id("p").from("2023-01-15");
  }

  static Deliveries proeftuin() {
    return Deliveries.of("a");
  }

  static List<Resolution.State> states(Resolution resolution) {
    return resolution.rows().stream().map(Resolution.RowState::state).toList();
  }

  static List<IssueCode> issues(Resolution resolution) {
    return resolution.issues().stream().map(issue -> issue.issue().code()).toList();
  }
}
