package nl.oogst.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Days;
import nl.oogst.model.Fixed;
import nl.oogst.model.Period;
import nl.oogst.resolve.ResolvedPlacement;

/**
 * Jobs started, ended and active, the persons in them, their contract hours in fte of 36 hours, and
 * placements that are no jobs (contract, section 5 rules 1, 3 and 4).
 */
public final class JobsRealised implements Measure {
  private static final long serialVersionUID = 1L;
  private static final double FULL_WEEK = 36;

  private static final int STARTED = 0;
  private static final int ENDED = 1;
  private static final int ACTIVE = 2;
  private static final int PERSONS = 3;
  private static final int WEEKLY_HOURS = 4;
  private static final int OTHER = 5;
  private static final int MEASURES = 6;

  private final Frame frame;
  private final Slicer slicer;
  private final List<Period> periods;

  /** The first and last day of each period, asked for once for every job. */
  private final int[] firstDays;

  private final int[] lastDays;

  public JobsRealised(Frame frame) {
    this.frame = frame;
    this.slicer = new Slicer(frame);
    this.periods = List.copyOf(frame.periods());
    this.firstDays = periods.stream().mapToInt(p -> Days.of(p.start())).toArray();
    this.lastDays = periods.stream().mapToInt(frame::lastDay).toArray();
  }

  @Override
  public String dataSet() {
    return "jobs_realised";
  }

  @Override
  public Cells empty() {
    return new Cells(periods.size() * MEASURES);
  }

  @Override
  public void add(Person person, Cells cells) {
    for (Engagement engagement : person.engagements()) {
      Slice[] slices = slicer.slices(person, engagement);
      Amount[][] rows = new Amount[slices.length][];
      for (int i = 0; i < slices.length; i++) {
        rows[i] = cells.row(slices[i]);
      }
      ResolvedPlacement placement = engagement.placement();
      for (int p = 0; p < periods.size(); p++) {
        int first = firstDays[p];
        int last = lastDays[p];
        if (placement.activeUntil() >= first && placement.state().startDate() <= last) {
          for (Amount[] row : rows) {
            add(person, engagement, row, p * MEASURES, first, last);
          }
        }
      }
    }
  }

  /** Adds what an engagement that touches a period contributes to a cell of it. */
  private static void add(
      Person person, Engagement engagement, Amount[] row, int at, int first, int last) {
    ResolvedPlacement placement = engagement.placement();
    int k = engagement.jobRecords();
    boolean atEnd = placement.activeOn(last);
    if (!engagement.isJob()) {
      if (atEnd) {
        Cells.at(row, at + OTHER).addOne(person, k);
      }
      return;
    }
    Cells.at(row, at + PERSONS).addPerson(person);
    if (placement.state().startDate() >= first) {
      Cells.at(row, at + STARTED).addOne(person, k);
    }
    int end = placement.state().endDate();
    if (end != Days.NONE && end <= last) {
      Cells.at(row, at + ENDED).addOne(person, k);
    }
    if (atEnd) {
      Cells.at(row, at + ACTIVE).addOne(person, k);
      if (placement.state().hoursPerWeek() != Fixed.NONE) {
        Cells.at(row, at + WEEKLY_HOURS).add(person, placement.state().hoursPerWeek(), k);
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
        int at = p * MEASURES;
        rows.set(row, "jobs_started", Cells.figure(entry.getValue(), at + STARTED));
        rows.set(row, "jobs_ended", Cells.figure(entry.getValue(), at + ENDED));
        rows.set(row, "jobs_active", Cells.figure(entry.getValue(), at + ACTIVE));
        rows.set(row, "persons", Cells.figure(entry.getValue(), at + PERSONS));
        rows.set(row, "fte", Cells.figure(entry.getValue(), at + WEEKLY_HOURS, FULL_WEEK));
        rows.set(row, "other_placements", Cells.figure(entry.getValue(), at + OTHER));
        all.add(row);
      }
    }
    return all;
  }
}
