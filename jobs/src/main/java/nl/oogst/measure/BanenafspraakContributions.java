package nl.oogst.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
  private final BanenRules rules;
  private final List<Period> periods;

  public BanenafspraakContributions(Frame frame, BanenRules rules) {
    this.frame = frame;
    this.rules = rules;
    this.periods = List.copyOf(frame.periods());
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
  public void add(Person person, Cells cells) {
    for (Engagement engagement : person.engagements()) {
      Slice[] slices = frame.slices(engagement);
      HourShares.share(
          engagement.placement(),
          Days.of(frame.asOf()),
          (first, last, quarter, hours, estimated) -> {
            int inQuarter = frame.quarterOf(Days.of(quarter.start()));
            int inYear = frame.year(quarter.year());
            if (inQuarter >= 0) {
              String countsFor = rules.countsFor(engagement, first, last, quarter.year());
              for (Slice slice : slices) {
                Amount[] row = cells.row(slice.with(engagement.state().attribution(), countsFor));
                add(person, engagement, row, inQuarter, hours, estimated);
                add(person, engagement, row, inYear, hours, estimated);
              }
            }
          });
    }
  }

  private static void add(
      Person person,
      Engagement engagement,
      Amount[] row,
      int period,
      long hours,
      boolean estimated) {
    int at = period * MEASURES;
    int k = engagement.jobRecords();
    Cells.at(row, at + (estimated ? ESTIMATED : PAID)).add(person, hours, k);
    Cells.at(row, at + TOTAL).add(person, hours, k);
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
