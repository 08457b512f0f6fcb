package nl.oogst.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** On which days a proeftuin delivers: half-yearly mostly, some late, some not at all. */
final class Schedule {
  private static final LocalDate FIRST = LocalDate.of(2019, 7, 1);
  private static final LocalDate FINAL = LocalDate.of(2026, 1, 1);

  /** A delivery day and what the folder name says beside it. */
  record Slot(LocalDate day, String note, boolean last) {
    String folder() {
      return note.isEmpty() ? day.toString() : day + "_" + note;
    }
  }

  private Schedule() {}

  static List<Slot> of(Proeftuin proeftuin, long seed) {
    var rng = Rng.of(seed, "schedule", proeftuin.id());
    LocalDate stop = lastMonth(proeftuin);
    var months = new ArrayList<LocalDate>();
    for (LocalDate month = FIRST; !month.isAfter(stop); month = month.plusMonths(3)) {
      if (delivers(proeftuin, month) && !month.isBefore(proeftuin.start().plusMonths(5))) {
        months.add(month);
      }
    }
    var slots = new ArrayList<Slot>();
    for (int i = 0; i < months.size(); i++) {
      boolean last = i == months.size() - 1;
      boolean missing = i > 0 && !last && rng.chance(0.06);
      boolean late = !last && rng.chance(proeftuin.does("late") ? 0.4 : 0.04);
      LocalDate month = months.get(i);
      LocalDate day =
          month.equals(FINAL)
              ? LocalDate.of(2025, 12, 31).plusDays(rng.below(16))
              : month.plusDays(1 + rng.below(13));
      LocalDate written = late ? day.plusDays(rng.between(40, 70)) : day;
      if (!missing) {
        slots.add(new Slot(written, late ? "nagekomen" : "", last));
      }
    }
    return List.copyOf(slots);
  }

  private static LocalDate lastMonth(Proeftuin proeftuin) {
    if (proeftuin.lastDelivery() != null) {
      return proeftuin.lastDelivery();
    }
    return proeftuin.end() == null ? FINAL : proeftuin.end().plusMonths(2);
  }

  private static boolean delivers(Proeftuin proeftuin, LocalDate month) {
    int number = month.getMonthValue();
    return switch (proeftuin.rhythm()) {
      case "year" -> number == 1;
      case "quarter" -> number == 1 || number == 7 || month.getYear() >= 2023;
      default -> number == 1 || number == 7;
    };
  }
}
