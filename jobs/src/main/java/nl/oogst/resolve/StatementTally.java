package nl.oogst.resolve;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import nl.oogst.model.Days;
import nl.oogst.model.Dutch;
import nl.oogst.model.Fixed;
import nl.oogst.model.Issue;
import nl.oogst.model.IssueCode;
import nl.oogst.model.Item;
import nl.oogst.resolve.Resolution.PlacedIssue;

/**
 * Counts the placements of one proeftuin in the way that its statements are stated, so that the two
 * can be laid side by side. Persons are added one by one, in any order and in any number of parts;
 * the parts merge.
 */
public final class StatementTally implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final long FULL_TIME = 36;

  private final List<Counted> all = new ArrayList<>();

  /** One statement with what the placements say about it. Numbers are {@link Fixed}. */
  private static final class Counted implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Sightings.Place place;
    private final Item.Statement statement;
    private final int first;
    private final int last;
    private long started;
    private long active;
    private long persons;
    private long hours;
    private long value;
    private String scheme;
    private boolean schemes;
    private long placements;

    Counted(SmallItems.Seen seen) {
      place = seen.place();
      statement = (Item.Statement) seen.item();
      first = Days.of(statement.period().start());
      last = Days.of(statement.period().end());
    }

    void add(List<ResolvedPlacement> person) {
      boolean worked = false;
      for (ResolvedPlacement placement : person) {
        placements++;
        Item.Placement state = placement.state();
        if (!concerned(state)) {
          continue;
        }
        boolean starts = first <= state.startDate() && state.startDate() <= last;
        if (starts && state.valueEur() != Fixed.NONE) {
          value += state.valueEur();
          addScheme(String.valueOf(state.valuationScheme()));
        }
        if (placement.isJob()) {
          started += starts ? 1 : 0;
          worked |= state.startDate() <= last && placement.activeUntil() >= first;
          if (placement.activeOn(last)) {
            active++;
            hours += state.hoursPerWeek();
          }
        }
      }
      persons += worked ? 1 : 0;
    }

    private void addScheme(String other) {
      schemes |= scheme != null && !scheme.equals(other);
      scheme = other;
    }

    private boolean concerned(Item.Placement p) {
      return is(statement.organisation(), p.organisation())
          && is(statement.targetGroup(), p.targetGroup())
          && is(statement.route(), p.route())
          && is(statement.attribution(), p.attribution())
          && is(statement.contractForm(), p.contractForm());
    }

    private static boolean is(String asked, String value) {
      return asked == null || asked.equals(value);
    }

    void merge(Counted other) {
      started += other.started;
      active += other.active;
      persons += other.persons;
      hours += other.hours;
      value += other.value;
      placements += other.placements;
      schemes |= other.schemes;
      if (other.scheme != null) {
        addScheme(other.scheme);
      }
    }

    /** What the placements say: one number, or two where a statement may mean either. */
    private long[] records() {
      return switch (statement.measure()) {
        case "jobs" -> new long[] {started * Fixed.ONE, active * Fixed.ONE};
        case "persons" -> new long[] {persons * Fixed.ONE};
        case "fte" -> new long[] {hours / FULL_TIME};
        case "value_eur" -> schemes ? new long[0] : new long[] {value};
        // banen rest on paid hours and rules of their year; other is not counted at all
        default -> new long[0];
      };
    }

    boolean differs(ChangeRules rules) {
      long[] records = records();
      for (long record : records) {
        double most =
            Math.max(rules.statementLeast() * Fixed.ONE, rules.statementShare() * Math.abs(record));
        if (Math.abs((double) statement.value() - record) <= most) {
          return false;
        }
      }
      return records.length > 0;
    }

    PlacedIssue issue() {
      String period = statement.period().toString();
      String expected =
          switch (statement.measure()) {
            case "jobs" ->
                Dutch.count(started)
                    + " gestart in "
                    + period
                    + " of "
                    + Dutch.count(active)
                    + " lopend op "
                    + Dutch.date(last);
            case "persons" ->
                Dutch.count(persons)
                    + (persons == 1 ? " persoon" : " personen")
                    + " met een baan in "
                    + period;
            case "fte" -> Dutch.number(tenths(hours / FULL_TIME)) + " fte op " + Dutch.date(last);
            default -> Dutch.number(value) + " euro van plaatsingen die begonnen in " + period;
          };
      return new PlacedIssue(
          place,
          "statement",
          new Issue(
              IssueCode.STATEMENT_DIFFERS,
              "value",
              Dutch.number(statement.value()),
              "volgens uw plaatsingen: " + expected));
    }

    private static long tenths(long fixed) {
      long tenth = Fixed.ONE / 10;
      return Math.floorDiv(fixed + tenth / 2, tenth) * tenth;
    }
  }

  /**
   * A tally without placements.
   *
   * @param statements what the proeftuin states, as it counts now
   * @param knownUntil its newest peildatum; a period that ended later cannot be judged
   */
  public StatementTally(List<SmallItems.Seen> statements, int knownUntil) {
    for (SmallItems.Seen seen : statements) {
      Counted counted = new Counted(seen);
      if (counted.last <= knownUntil) {
        all.add(counted);
      }
    }
  }

  /** Adds everything that is known of one person number of the proeftuin. */
  public void add(List<ResolvedPlacement> person) {
    all.forEach(counted -> counted.add(person));
  }

  /** Adds what another part counted for the same statements. */
  public StatementTally merge(StatementTally other) {
    for (int i = 0; i < all.size(); i++) {
      all.get(i).merge(other.all.get(i));
    }
    return this;
  }

  /** The statements that differ from the placements; none without placements. */
  public List<PlacedIssue> issues(ChangeRules rules) {
    return all.stream()
        .filter(counted -> counted.placements > 0 && counted.differs(rules))
        .map(Counted::issue)
        .toList();
  }
}
