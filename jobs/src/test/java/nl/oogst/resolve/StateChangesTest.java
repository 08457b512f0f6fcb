package nl.oogst.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import nl.oogst.model.Issue;
import nl.oogst.model.IssueCode;
import nl.oogst.model.Item;
import nl.oogst.model.LinkTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a later delivery says otherwise is told at the row that says so. */
class StateChangesTest {

  private static PlacementOf job() {
    return PlacementOf.id("p").from("2023-01-15");
  }

  private static List<Resolution.PlacedIssue> between(PlacementOf before, PlacementOf now) {
    return Deliveries.of("a")
        .snapshot("2023-06-30")
        .shows(before)
        .snapshot("2023-12-31")
        .shows(now)
        .resolve("2024-03-31")
        .issues();
  }

  /** What a placement says, each part with another value than the placement of before has. */
  private static Stream<Arguments> parts() {
    return Arrays.stream(Item.Placement.class.getRecordComponents())
        .map(part -> Arguments.of(part.getName(), part));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("parts")
  void whateverIsSaidOtherwiseIsAnotherState(String name, RecordComponent changed)
      throws ReflectiveOperationException {
    Item.Placement before = job().seen("a", "2023-06-30", "2023-06-30").state();
    List<Class<?>> types = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    List<Object> copies = new ArrayList<>();
    for (RecordComponent part : Item.Placement.class.getRecordComponents()) {
      Object value = part.getAccessor().invoke(before);
      types.add(part.getType());
      copies.add(value instanceof String text ? new String(text.toCharArray()) : value);
      values.add(part.getName().equals(changed.getName()) ? other(part.getType()) : value);
    }
    var constructor = Item.Placement.class.getDeclaredConstructor(types.toArray(Class<?>[]::new));
    Item.Placement now = constructor.newInstance(values.toArray());
    Item.Placement again = constructor.newInstance(copies.toArray());

    boolean ofTheDelivery = name.equals("referenceDate") || name.equals("link");
    assertThat(StateChanges.same(before, now)).isEqualTo(ofTheDelivery);
    assertThat(StateChanges.equal(before, now)).isFalse();
    assertThat(StateChanges.same(before, again)).isTrue();
    assertThat(StateChanges.equal(before, again)).isTrue();
  }

  private static Object other(Class<?> type) {
    if (type == String.class) {
      return "other";
    }
    if (type == LinkTokens.class) {
      return new LinkTokens("e", "p", "s", "b");
    }
    return type == int.class ? (Object) 12_345 : (Object) 12_345L;
  }

  @Test
  void hoursThatDoubleOrHalveByTwelveOrMoreJump() {
    List<Resolution.PlacedIssue> issues = between(job().hours("16"), job().hours("32"));

    assertThat(issues)
        .containsExactly(
            new Resolution.PlacedIssue(
                new Sightings.Place(1, 1, 2),
                "placement",
                new Issue(
                    IssueCode.HOURS_JUMP,
                    "hours_per_week",
                    "32",
                    "ongeveer 16, zoals in de vorige levering")));
    assertThat(between(job().hours("25.5"), job().hours("12.75"))).hasSize(1);
    assertThat(between(job().hours("0"), job().hours("12"))).hasSize(1);
  }

  @Test
  void hoursThatGrowAsTheyDoForPeopleDoNotJump() {
    assertThat(between(job().hours("4"), job().hours("12"))).as("eight more").isEmpty();
    assertThat(between(job().hours("20"), job().hours("36"))).as("not twice").isEmpty();
  }

  @Test
  void anEndDateThatMovesBackIsToldWithBothDates() {
    List<Resolution.PlacedIssue> issues = between(job().to("2023-12-01"), job().to("2023-11-30"));

    assertThat(issues)
        .extracting(Resolution.PlacedIssue::issue)
        .containsExactly(
            new Issue(
                IssueCode.END_DATE_MOVED,
                "end_date",
                "30-11-2023",
                "1-12-2023, zoals in de vorige levering, of later"));
    assertThat(between(job().to("2023-11-30"), job().to("2023-12-01"))).as("prolonged").isEmpty();
    assertThat(between(job(), job().to("2023-11-30"))).as("ended").isEmpty();
  }

  @Test
  void anEndDateThatIsTakenAwayIsTold() {
    assertThat(between(job().to("2023-12-01"), job()))
        .extracting(Resolution.PlacedIssue::issue)
        .containsExactly(
            new Issue(
                IssueCode.END_DATE_REMOVED,
                "end_date",
                "",
                "1-12-2023, zoals in de vorige levering"));
  }

  @Test
  void eachChangeIsToldOnceAtTheDeliveryThatMadeIt() {
    assertThat(
            Deliveries.of("a")
                .snapshot("2023-03-31")
                .shows(job().hours("10"))
                .snapshot("2023-06-30")
                .shows(job().hours("36"))
                .snapshot("2023-09-30")
                .shows(job().hours("36"))
                .resolve("2024-03-31")
                .issues())
        .extracting(issue -> issue.place().delivery())
        .containsExactly(1);
  }
}
