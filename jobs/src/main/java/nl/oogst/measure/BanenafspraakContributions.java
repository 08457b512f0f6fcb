package nl.oogst.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Days;
import nl.oogst.model.Period;

/**
 * Paid hours, estimated hours and banen by who they count for. One baan is 25.5 paid hours a week,
 * 1,331 a year; never capped and never an fte (contract, section 5 rule 5).
 */
public final class BanenafspraakContributions implements Measure {
  private static final long serialVersionUID = 1L;
  private static final int PAID = 0;
  private static final int ESTIMATED = 1;
  private static final int TOTAL = 2;
  private static final int MEASURES = 3;

  private final Frame frame;
  private final Slicer slicer;
  private final BanenRules rules;
  private final List<Period> periods;
  private final int asOf;
  private final int quarters;
  private final int firstQuarter;
  private final int[] yearOfQuarter;

  public BanenafspraakContributions(Frame frame, BanenRules rules) {
    this.frame = frame;
    this.slicer = new Slicer(frame);
    this.rules = rules;
    this.periods = List.copyOf(frame.periods());
    this.asOf = Days.of(frame.asOf());
    this.quarters = frame.quarters();
    this.firstQuarter = Months.quarter(Months.of(Days.of(frame.first())));
    this.yearOfQuarter =
        periods.subList(0, quarters).stream().mapToInt(q -> frame.year(q.year())).toArray();
  }

  @Override
  public String dataSet() {
    return "banenafspraak_contributions";
  }

  @Override
  public Cells empty() {
    return new Cells(periods.size() * MEASURES);
  }

  @Override
  public int place(int then, LocalDate asOf) {
    return frame.place(then / MEASURES, asOf) * MEASURES + then % MEASURES;
  }

  @Override
  public void add(Person person, Cells cells) {
    for (Engagement engagement : person.engagements()) {
      String attribution = engagement.state().attribution();
      for (Map.Entry<String, long[]> hours : byCountsFor(engagement).entrySet()) {
        for (Slice slice : slicer.slices(person, engagement)) {
          Amount[] row = cells.row(slice.with(attribution, hours.getKey()));
          add(person, engagement, row, hours.getValue());
        }
      }
    }
  }

  /** Hours by whom they count for; of each quarter the paid and the estimated ones. */
  private Map<String, long[]> byCountsFor(Engagement engagement) {
    Shares shares = new Shares(engagement);
    HourShares.share(engagement.placement(), asOf, shares);
    return shares.hours;
  }

  /** Collects the hours of one engagement, which come month after month of the same year. */
  private final class Shares implements HourShares.Sink {
    private final Engagement engagement;
    private final Map<String, long[]> hours = new TreeMap<>();
    private int year = Integer.MIN_VALUE;
    private String whileRegistered;

    Shares(Engagement engagement) {
      this.engagement = engagement;
    }

    @Override
    public void hours(int first, int last, int quarter, long amount, boolean estimated) {
      int index = quarter - firstQuarter;
      if (index < 0 || index >= quarters || amount == 0) {
        return;
      }
      if (Math.floorDiv(quarter, 4) != year) {
        year = Math.floorDiv(quarter, 4);
        whileRegistered = rules.countsFor(engagement, year);
      }
      String countsFor =
          BanenRules.registered(engagement, first, last) ? whileRegistered : BanenRules.NONE;
      hours
              .computeIfAbsent(countsFor, c -> new long[quarters * 2])[
              index * 2 + (estimated ? ESTIMATED : PAID)] +=
          amount;
    }
  }

  private void add(Person person, Engagement engagement, Amount[] row, long[] hours) {
    int k = engagement.jobRecords();
    for (int quarter = 0; quarter < quarters; quarter++) {
      int year = yearOfQuarter[quarter];
      for (int kind = PAID; kind <= ESTIMATED; kind++) {
        long amount = hours[quarter * 2 + kind];
        if (amount != 0) {
          Cells.at(row, quarter * MEASURES + kind).add(person, amount, k);
          Cells.at(row, quarter * MEASURES + TOTAL).add(person, amount, k);
          Cells.at(row, year * MEASURES + kind).add(person, amount, k);
          Cells.at(row, year * MEASURES + TOTAL).add(person, amount, k);
        }
      }
    }
  }

  @Override
  public List<Object[]> rows(Cells cells, DataSetSchema schema) {
    Rows rows = new Rows(schema, frame);
    List<Object[]> all = new ArrayList<>();
    for (Map.Entry<Slice, Amount[]> entry : cells.rows().entrySet()) {
      for (int p = 0; p < periods.size(); p++) {
        Object[] row = rows.start(periods.get(p), entry.getKey());
        String countsFor = entry.getKey().key(1);
        int at = p * MEASURES;
        rows.set(row, "attribution", entry.getKey().key(0));
        rows.set(row, "counts_for", countsFor);
        rows.set(row, "paid_hours", Cells.figure(entry.getValue(), at + PAID));
        rows.set(row, "estimated_hours", Cells.figure(entry.getValue(), at + ESTIMATED));
        if (!countsFor.equals(BanenRules.NONE)) {
          double hours = rules.hoursPerBaan(periods.get(p));
          rows.set(row, "banen", Cells.figure(entry.getValue(), at + TOTAL, hours));
        }
        all.add(row);
      }
    }
    return all;
  }
}
