package nl.oogst.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

  /** Stands for the scheme where no placement has a value; no code is empty. */
  private static final String NO_SCHEME = "";

  private final Frame frame;
  private final Slicer slicer;
  private final List<Proeftuin> register;

  public Obligations(Frame frame, List<Proeftuin> register) {
    this.frame = frame;
    this.slicer = new Slicer(frame, breakdown -> BREAKDOWNS.contains(breakdown.name()));
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
    String[] keys = {scheme == null ? Frame.UNKNOWN : scheme, engagement.placement().proeftuin()};
    for (Slice slice : slicer.slices(person, engagement)) {
      Amount[] row = cells.row(slice.with(keys));
      if (started(engagement) && year >= 0 && year < frame.years()) {
        Cells.at(row, year).add(person, engagement.state().valueEur(), engagement.jobRecords());
      }
    }
  }

  /** What is still to start has not, and what vanished before it was to start never did. */
  private boolean started(Engagement engagement) {
    int known = Math.min(engagement.placement().activeUntil(), Days.of(frame.asOf()));
    return engagement.state().startDate() <= known;
  }

  @Override
  public List<Object[]> rows(Cells cells, DataSetSchema schema) {
    Map<Slice, Amount[]> byScheme = new TreeMap<>();
    Map<Slice, Set<String>> users = new TreeMap<>();
    cells
        .rows()
        .forEach(
            (slice, amounts) -> {
              Slice scheme = slice.with(slice.key(0));
              Amount[] sums = byScheme.computeIfAbsent(scheme, s -> new Amount[frame.years()]);
              for (int i = 0; i < sums.length; i++) {
                if (amounts[i] != null) {
                  Cells.at(sums, i).merge(amounts[i]);
                }
              }
              Slice obliged = obliged(slice);
              byScheme.computeIfAbsent(obliged, s -> new Amount[frame.years()]);
              users.computeIfAbsent(obliged, s -> new TreeSet<>()).add(slice.key(1));
            });
    withoutValue(users)
        .forEach(
            (slice, proeftuinen) -> {
              byScheme.put(slice, new Amount[frame.years()]);
              users.put(slice, proeftuinen);
            });
    Rows rows = new Rows(schema, frame);
    List<Object[]> all = new ArrayList<>();
    byScheme.forEach(
        (slice, sums) -> {
          for (int i = 0; i < sums.length; i++) {
            Period year = Period.year(frame.first().getYear() + i);
            Object[] row = rows.start(year, slice);
            String scheme = slice.key(0);
            rows.set(row, "valuation_scheme", scheme.equals(NO_SCHEME) ? null : scheme);
            Figure.Sum realised = Cells.figure(sums, i);
            Double obligation = obligation(users.getOrDefault(slice, Set.of()), year);
            rows.set(row, "obligation_eur", obligation);
            if (!scheme.equals(NO_SCHEME)) {
              rows.set(row, "realised_eur", realised);
              rows.set(row, "fulfilment", new Figure.Fulfilment(realised, obligation));
            }
            all.add(row);
          }
        });
    return all;
  }

  /**
   * The cell that the obligation behind a placement belongs to: that of the organisation of its
   * proeftuin, whoever the placement works for, so that parts add up to the whole.
   */
  private Slice obliged(Slice slice) {
    if (!frame.breakdowns().get(slice.breakdown()).name().equals("organisation")) {
      return slice.with(slice.key(0));
    }
    String organisation =
        register.stream()
            .filter(p -> p.id().equals(slice.key(1)))
            .map(Proeftuin::organisation)
            .findFirst()
            .orElse(slice.value(0));
    return new Slice(slice.breakdown(), new String[] {organisation}, slice.key(0));
  }

  /**
   * The proeftuinen with an obligation of which no placement has a value, by slice without a
   * scheme: an obligation with nothing realised is not left out.
   */
  private Map<Slice, Set<String>> withoutValue(Map<Slice, Set<String>> users) {
    Set<String> valued = new TreeSet<>();
    users.values().forEach(valued::addAll);
    Map<Slice, Set<String>> others = new TreeMap<>();
    for (Proeftuin proeftuin : register) {
      if (proeftuin.obligationEur() == null || valued.contains(proeftuin.id())) {
        continue;
      }
      for (int i = 0; i < frame.breakdowns().size(); i++) {
        String[] values =
            switch (frame.breakdowns().get(i).name()) {
              case "all" -> new String[] {};
              case "organisation" -> new String[] {proeftuin.organisation()};
              case "proeftuin" -> new String[] {proeftuin.id()};
              default -> null;
            };
        if (values != null) {
          others
              .computeIfAbsent(new Slice(i, values, NO_SCHEME), s -> new TreeSet<>())
              .add(proeftuin.id());
        }
      }
    }
    return others;
  }

  /** The obligations of these proeftuinen that run in the year; null when none is registered. */
  private Double obligation(Set<String> proeftuinen, Period year) {
    return register.stream()
        .filter(p -> proeftuinen.contains(p.id()) && p.runsIn(year) && p.obligationEur() != null)
        .map(Proeftuin::obligationEur)
        .reduce(BigDecimal::add)
        .map(BigDecimal::doubleValue)
        .orElse(null);
  }
}
