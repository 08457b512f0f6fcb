package nl.oogst.protect;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.oogst.measure.Figure;
import nl.oogst.model.DataSetSchema;
import nl.oogst.stats.Interval;
import nl.oogst.stats.Wilson;

/**
 * Turns figures about persons into what may be published: sums rounded by cell key, shares and
 * means from rounded parts (methods page, section 5). The kind of base of a column stands in the
 * declaration of its data set.
 */
public final class Protection {
  private static final double LEVEL = 0.95;
  private static final double MEAN_STEP = 0.1;
  private static final double TENTHS = 10;
  private static final String COUNT = "count";
  private static final String WEEKLY_HOURS = "weekly_hours";
  private static final String WEEKLY_CHANGE = "weekly_change";

  /** A smaller target is of the order of what rounding adds or takes away. */
  private static final int LEAST_BASES_OF_A_TARGET = 5;

  private final DisclosureRules rules;
  private final ShareRounding shares;

  public Protection(DisclosureRules rules) {
    this.rules = requireNonNull(rules, "rules");
    this.shares = new ShareRounding(rules);
  }

  /** The public form of a row; {@code disclosure} says how it was protected. */
  public Object[] row(Object[] row, DataSetSchema schema) {
    return new ProtectedRow(row, schema).protect();
  }

  /** A row being protected. */
  private final class ProtectedRow {
    private final DataSetSchema schema;
    private final Object[] row;
    private final String periodType;
    private boolean rounded;
    private boolean withheld;

    ProtectedRow(Object[] row, DataSetSchema schema) {
      this.schema = schema;
      this.row = row.clone();
      boolean periods = schema.columns().stream().anyMatch(c -> c.name().equals("period_type"));
      this.periodType = periods ? (String) row[schema.indexOf("period_type")] : "year";
    }

    Object[] protect() {
      for (int i = 0; i < row.length; i++) {
        if (row[i] instanceof Figure figure) {
          rounded = true;
          protect(i, figure);
        }
      }
      row[schema.indexOf("disclosure")] = withheld ? "withheld" : rounded ? "rounded" : "open";
      return row;
    }

    private void protect(int at, Figure figure) {
      if (figure instanceof Figure.Sum sum) {
        row[at] = sum(sum, schema.columns().get(at).rounding());
      } else if (figure instanceof Figure.Ratio ratio) {
        ratio(at, ratio);
      } else if (figure instanceof Figure.Retention retention) {
        retention(at, retention);
      } else if (figure instanceof Figure.Incidence incidence) {
        incidence(at, incidence);
      } else if (figure instanceof Figure.Stated stated) {
        stated(at, stated);
      } else if (figure instanceof Figure.Compared compared) {
        compared(at, compared);
      } else if (figure instanceof Figure.Counts counts) {
        counts(at, counts);
      } else if (figure instanceof Figure.Fulfilment fulfilment) {
        fulfilment(at, fulfilment);
      }
    }

    private void stated(int at, Figure.Stated stated) {
      row[at] = stated.enough() ? (Object) (Math.rint(stated.value() * TENTHS) / TENTHS) : null;
      withheld |= !stated.enough();
    }

    /** Only where both sides hold enough persons, in the steps that the comparison asks for. */
    private void compared(int at, Figure.Compared compared) {
      Double with = sum(compared.with(), COUNT);
      Double without = sum(compared.without(), COUNT);
      boolean tells =
          compared.enough()
              && with != null
              && without != null
              && Math.min(with, without) >= rules.minDenominator();
      row[at] = tells ? (Object) inSteps(compared) : null;
      withheld |= !tells;
    }

    private double inSteps(Figure.Compared compared) {
      double value = compared.value();
      double step = compared.step();
      return switch (compared.as()) {
        case SHARE ->
            nearest(Math.max(rules.shareFloor(), Math.min(rules.shareCeiling(), value)), step);
        case NUMBER -> nearest(value, step);
        case PROBABILITY -> Math.ceil(value * Math.rint(1 / step)) / Math.rint(1 / step);
      };
    }

    /** By the number of steps in one: 3 / 100 is the double 0.03, 3 * 0.01 is not. */
    private static double nearest(double value, double step) {
      double rounded =
          step < 1
              ? Math.rint(value * Math.rint(1 / step)) / Math.rint(1 / step)
              : Math.rint(value / step) * step;
      return rounded + 0.0; // no negative zero
    }

    /** Codes that round to nothing are left out, as codes that did not occur are. */
    private void counts(int at, Figure.Counts counts) {
      SortedMap<String, Long> numbers = new TreeMap<>();
      counts
          .byCode()
          .forEach(
              (code, sum) -> {
                Double number = sum(sum, COUNT);
                if (number != null && number > 0) {
                  numbers.put(code, number.longValue());
                }
              });
      row[at] = numbers;
    }

    /** The rounded sum, or null when one person adds more than the base can hide. */
    private Double sum(Figure.Sum sum, String kind) {
      if (rules.withheld(kind, periodType, sum.largest())) {
        withheld = true;
        return null;
      }
      return CellKeyRounding.round(sum.value(), rules.base(kind, periodType), sum.cellKey());
    }

    private void ratio(int at, Figure.Ratio ratio) {
      String kind =
          switch (ratio.kind()) {
            case PROPORTION -> COUNT;
            case SHARE -> WEEKLY_HOURS;
            case MEAN -> WEEKLY_CHANGE;
          };
      String under = ratio.kind() == Figure.Kind.SHARE ? WEEKLY_HOURS : COUNT;
      Double numerator = sum(ratio.numerator(), kind);
      Double denominator = sum(ratio.denominator(), under);
      Double count = sum(ratio.count(), COUNT);
      row[at] = null;
      if (numerator == null || denominator == null || count == null) {
        return;
      }
      if (ratio.kind() == Figure.Kind.MEAN) {
        row[at] = shares.mean(numerator, count, MEAN_STEP);
        withheld |= row[at] == null;
        return;
      }
      share(at, numerator, denominator, count, ratio.kind() == Figure.Kind.PROPORTION);
    }

    private void share(
        int at, double numerator, double denominator, double count, boolean withInterval) {
      Share share = shares.of(Math.min(numerator, denominator), denominator, count);
      publish(at, share);
      if (share.limit() == Share.Limit.NONE && withInterval) {
        Optional<Interval> interval =
            Wilson.interval(Math.min(numerator, denominator), denominator, LEVEL);
        bounds(interval.map(Interval::low).orElse(null), interval.map(Interval::high).orElse(null));
      }
    }

    /** Of the number of jobs that the share comes down to, rounded as a count of them is. */
    private void incidence(int at, Figure.Incidence incidence) {
      row[at] = null;
      Double jobs = sum(incidence.jobs(), COUNT);
      Double ended =
          incidence
              .estimate()
              .map(estimate -> sum(incidence.expected(estimate.value()), COUNT))
              .orElse(null);
      if (jobs != null && ended != null) {
        share(at, ended, jobs, jobs, true);
      } else {
        withheld |= incidence.estimate().isPresent();
      }
    }

    private void retention(int at, Figure.Retention retention) {
      Double jobs = sum(retention.jobs(), COUNT);
      Double atRisk = sum(retention.atRisk(), COUNT);
      Share share =
          shares.retention(
              retention.estimate().map(Figure.Interval::value).orElse(Double.NaN),
              atRisk == null || jobs == null ? 0 : (long) Math.min(atRisk, jobs),
              retention.ended());
      publish(at, share);
      if (share.limit() == Share.Limit.NONE) {
        bounds(
            retention.estimate().map(Figure.Interval::low).orElse(null),
            retention.estimate().map(Figure.Interval::high).orElse(null));
      }
    }

    private void fulfilment(int at, Figure.Fulfilment fulfilment) {
      Double realised = sum(fulfilment.realised(), "eur");
      Double target = fulfilment.target();
      boolean tells =
          realised != null
              && target != null
              && target >= LEAST_BASES_OF_A_TARGET * rules.base("eur", periodType);
      row[at] = tells ? (Object) wholePercent(realised / target) : null;
    }

    private void publish(int at, Share share) {
      row[at] = share.fraction();
      row[schema.indexOf("value_limit")] =
          switch (share.limit()) {
            case BELOW -> "<";
            case ABOVE -> ">";
            case NONE, ABSENT -> null;
          };
      withheld |= !share.present();
    }

    private void bounds(Double low, Double high) {
      row[schema.indexOf("ci_low")] = low == null ? null : (Object) wholePercent(low);
      row[schema.indexOf("ci_high")] = high == null ? null : (Object) wholePercent(high);
    }

    private double wholePercent(double share) {
      return Math.rint(share * rules.shareSteps()) / rules.shareSteps();
    }
  }
}
