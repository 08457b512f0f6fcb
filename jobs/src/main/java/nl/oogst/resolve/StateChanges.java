package nl.oogst.resolve;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import nl.oogst.model.Days;
import nl.oogst.model.Dutch;
import nl.oogst.model.Fixed;
import nl.oogst.model.Issue;
import nl.oogst.model.IssueCode;
import nl.oogst.model.Item;
import nl.oogst.resolve.Resolution.PlacedIssue;
import nl.oogst.resolve.Sightings.SeenPlacement;

/**
 * Compares each row of a placement with the one of the delivery before it. What a later delivery
 * says counts; what seldom changes in reality is worth a look.
 */
final class StateChanges {
  private final ChangeRules rules;
  private final Consumer<PlacedIssue> issues;

  StateChanges(ChangeRules rules, Consumer<PlacedIssue> issues) {
    this.rules = rules;
    this.issues = issues;
  }

  /**
   * Compares.
   *
   * @param rows one row a delivery, in order
   */
  void compare(List<SeenPlacement> rows) {
    for (int i = 1; i < rows.size(); i++) {
      compare(rows.get(i - 1).state(), rows.get(i));
    }
  }

  private void compare(Item.Placement before, SeenPlacement row) {
    Item.Placement now = row.state();
    if (jump(before.hoursPerWeek(), now.hoursPerWeek())) {
      raise(
          row,
          IssueCode.HOURS_JUMP,
          "hours_per_week",
          Dutch.number(now.hoursPerWeek()),
          "ongeveer " + Dutch.number(before.hoursPerWeek()) + ", zoals in de vorige levering");
    }
    if (before.endDate() != Days.NONE) {
      if (now.endDate() == Days.NONE) {
        raise(
            row,
            IssueCode.END_DATE_REMOVED,
            "end_date",
            "",
            Dutch.date(before.endDate()) + ", zoals in de vorige levering");
      } else if ((long) before.endDate() - now.endDate() >= rules.daysBack()) {
        raise(
            row,
            IssueCode.END_DATE_MOVED,
            "end_date",
            Dutch.date(now.endDate()),
            Dutch.date(before.endDate()) + ", zoals in de vorige levering, of later");
      }
    }
  }

  private boolean jump(long before, long now) {
    if (before == Fixed.NONE || now == Fixed.NONE) {
      return false;
    }
    long least = Math.min(before, now);
    long most = Math.max(before, now);
    return most - least >= rules.hoursLeast() && most >= least * rules.hoursRatio();
  }

  private void raise(
      SeenPlacement row, IssueCode code, String field, String found, String expected) {
    issues.accept(
        new PlacedIssue(row.place(), "placement", new Issue(code, field, found, expected)));
  }

  /**
   * Whether two rows say the same of a placement. The day they describe and the tokens of the
   * person differ between deliveries though nothing changed.
   */
  static boolean same(Item.Placement a, Item.Placement b) {
    return a.startDate() == b.startDate()
        && a.endDate() == b.endDate()
        && a.hoursPerWeek() == b.hoursPerWeek()
        && a.valueEur() == b.valueEur()
        && a.registerFrom() == b.registerFrom()
        && a.registerTo() == b.registerTo()
        && Objects.equals(a.placementId(), b.placementId())
        && Objects.equals(a.personId(), b.personId())
        && Objects.equals(a.contractId(), b.contractId())
        && Objects.equals(a.organisation(), b.organisation())
        && Objects.equals(a.supplier(), b.supplier())
        && Objects.equals(a.supplierKvk(), b.supplierKvk())
        && Objects.equals(a.employer(), b.employer())
        && Objects.equals(a.employerKvk(), b.employerKvk())
        && Objects.equals(a.attribution(), b.attribution())
        && Objects.equals(a.route(), b.route())
        && Objects.equals(a.contractForm(), b.contractForm())
        && Objects.equals(a.targetGroup(), b.targetGroup())
        && Objects.equals(a.registerGround(), b.registerGround())
        && Objects.equals(a.endReason(), b.endReason())
        && Objects.equals(a.valuationScheme(), b.valuationScheme());
  }

  /** Whether two rows are the same in everything. */
  static boolean equal(Item.Placement a, Item.Placement b) {
    return a.referenceDate() == b.referenceDate()
        && Objects.equals(a.link(), b.link())
        && same(a, b);
  }
}
