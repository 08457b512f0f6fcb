package nl.oogst.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.oogst.measure.Frame;
import nl.oogst.model.Delivery;
import nl.oogst.model.Period;
import nl.oogst.model.Proeftuin;
import org.junit.jupiter.api.Test;

/** Contract section 5 rule 7. */
class CoveragesTest {
  private static final Period QUARTER = new Period(2024, 1);

  private static Proeftuin proeftuin(String id, String from, String to) {
    return new Proeftuin(
        id,
        id,
        "BZK",
        null,
        null,
        null,
        from == null ? null : LocalDate.parse(from),
        to == null ? null : LocalDate.parse(to),
        null,
        null);
  }

  private static Frame.Coverage coverage(
      List<Proeftuin> register, Set<Integer> refused, Delivery... deliveries) {
    return Coverages.of(List.of(QUARTER), register, List.of(deliveries), refused).get(QUARTER);
  }

  private static Delivery delivery(int index, String proeftuin, String date) {
    return new Delivery(index, proeftuin, date, LocalDate.parse(date));
  }

  @Test
  void aDeliveryOnTheLastDayOfThePeriodOrLaterCompletesIt() {
    List<Proeftuin> register =
        List.of(
            proeftuin("a", "2023-01-01", null),
            proeftuin("b", "2023-01-01", null),
            proeftuin("c", "2023-01-01", null));

    assertThat(
            coverage(
                register,
                Set.of(),
                delivery(0, "a", "2024-03-31"),
                delivery(1, "b", "2024-03-30"),
                delivery(2, "c", "2024-06-30"),
                delivery(3, "c", "2023-12-31")))
        .isEqualTo(new Frame.Coverage(3, 2));
  }

  @Test
  void onlyProeftuinenWhoseDatesTouchThePeriodRun() {
    List<Proeftuin> register =
        List.of(
            proeftuin("ended before", "2020-01-01", "2023-12-31"),
            proeftuin("ended on the first day", "2020-01-01", "2024-01-01"),
            proeftuin("started on the last day", "2024-03-31", null),
            proeftuin("started after", "2024-04-01", null),
            proeftuin("without dates", null, null));

    assertThat(coverage(register, Set.of())).isEqualTo(new Frame.Coverage(3, 0));
  }

  @Test
  void aRefusedDeliveryIsNone() {
    List<Proeftuin> register = List.of(proeftuin("a", "2023-01-01", null));

    assertThat(coverage(register, Set.of(0), delivery(0, "a", "2024-03-31")).provisional())
        .isTrue();
  }
}
