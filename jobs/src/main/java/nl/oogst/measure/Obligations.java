package nl.oogst.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Days;
import nl.oogst.model.Fixed;
import nl.oogst.model.Period;
import nl.oogst.model.Proeftuin;

/**
 * Social-return obligations beside the value of the placements started, per year and valuation
 * scheme; euros of different schemes are never added (contract, section 5 rule 8).
 */
public final class Obligations implements Measure {
  private static final long serialVersionUID = 1L;
  private static final Set<String> BREAKDOWNS = Set.of("all", "organisation", "proeftuin");

  private final Frame frame;
  private final List<Proeftuin> register;

  public Obligations(Frame frame, List<Proeftuin> register) {
    this.frame = frame;
    this.register = List.copyOf(register);
  }

  @Override
  public String dataSet() {
    return "obligations";
  }

  @Override
  public Cells empty() {
    return new Cells(frame.years());
  }

  @Override
  public void add(Person person, Cells cells) {
    for (Engagement engagement : person.engagements()) {
      if (engagement.state().valueEur() != Fixed.NONE) {
        add(person, engagement, cells);
      }
    }
  }

  private void add(Person person, Engagement engagement, Cells cells) {
    String scheme = engagement.state().valuationScheme();
    int year = Days.date(engagement.state().startDate()).getYear() - frame.first().getYear();
    for (Slice slice : frame.slices(engagement)) {
      if (BREAKDOWNS.contains(frame.breakdowns().get(slice.breakdown()).name())) {
        Amount[] row = cells.row(slice.with(scheme == null ? Frame.UNKNOWN : scheme));
        if (year >= 0 && year < frame.years()) {
          Cells.at(row, year).add(person, engagement.state().valueEur(), engagement.jobRecords());
        }
      }
    }
  }

  @Override
  public List<Object[]> rows(Cells cells, DataSetSchema schema) {
    Rows rows = new Rows(schema, frame);
    List<Object[]> all = new ArrayList<>();
    Set<Slice> valued = new TreeSet<>();
    cells
        .rows()
        .forEach(
            (slice, sums) -> {
              valued.add(slice.with());
              for (int i = 0; i < sums.length; i++) {
                Object[] row = row(rows, slice, i);
                Figure.Sum realised = Cells.figure(sums, i);
                rows.set(row, "valuation_scheme", slice.key(0));
                rows.set(row, "realised_eur", realised);
                Double obligation = obligation(slice, year(i));
                rows.set(row, "fulfilment", new Figure.Fulfilment(realised, obligation));
                all.add(row);
              }
            });
    for (Slice slice : obliged()) {
      for (int i = 0; i < frame.years() && !valued.contains(slice); i++) {
        all.add(row(rows, slice, i));
      }
    }
    return all;
  }

  private Object[] row(Rows rows, Slice slice, int i) {
    Object[] row = rows.start(year(i), slice);
    rows.set(row, "obligation_eur", obligation(slice, year(i)));
    return row;
  }

  private Period year(int i) {
    return Period.year(frame.first().getYear() + i);
  }

  /** The cells that the register names an obligation for, with or without values beside it. */
  private Set<Slice> obliged() {
    Set<Slice> slices = new TreeSet<>();
    for (int i = 0; i < frame.breakdowns().size(); i++) {
      Breakdown breakdown = frame.breakdowns().get(i);
      for (Proeftuin proeftuin : register) {
        if (BREAKDOWNS.contains(breakdown.name()) && proeftuin.obligationEur() != null) {
          slices.add(new Slice(i, values(breakdown, proeftuin)));
        }
      }
    }
    return slices;
  }

  /** The values that the register has for a breakdown by organisation or proeftuin, or by none. */
  private static String[] values(Breakdown breakdown, Proeftuin proeftuin) {
    return breakdown.dimensions().stream()
        .map(d -> d == Dimension.PROEFTUIN ? proeftuin.id() : proeftuin.organisation())
        .toArray(String[]::new);
  }

  /**
   * The obligations in a cell that run in the year; null when none is registered. An obligation
   * belongs to the organisation of its proeftuin, whoever its placements work for, so that parts
   * add up to the whole.
   */
  private Double obligation(Slice slice, Period year) {
    Breakdown breakdown = frame.breakdowns().get(slice.breakdown());
    return register.stream()
        .filter(p -> p.obligationEur() != null && p.runsIn(year))
        .filter(p -> List.of(values(breakdown, p)).equals(slice.values()))
        .map(Proeftuin::obligationEur)
        .reduce(BigDecimal::add)
        .map(BigDecimal::doubleValue)
        .orElse(null);
  }
}
