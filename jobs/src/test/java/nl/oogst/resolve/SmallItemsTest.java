package nl.oogst.resolve;

import static nl.oogst.resolve.PlacementOf.day;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.oogst.model.Days;
import nl.oogst.model.Fixed;
import nl.oogst.model.IssueCode;
import nl.oogst.model.Item;
import nl.oogst.model.Period;
import org.junit.jupiter.api.Test;

class SmallItemsTest {

  private static SmallItems.Seen lesson(int delivery, int file, long line, String text) {
    Item.Lesson lesson =
        new Item.Lesson(
            "L1", day("2023-05-01"), "new_tender", "guidance", "tip", null, null, text, true);
    return new SmallItems.Seen(new Sightings.Place(delivery, file, line), lesson);
  }

  @Test
  void theNewestDeliverysFirstRowOfAKeyIsAccepted() {
    SmallItems.Outcome outcome =
        SmallItems.resolve(
            List.of(
                lesson(2, 9, 3, "again"), lesson(2, 9, 2, "newest"), lesson(0, 1, 2, "oldest")));

    assertThat(((Item.Lesson) outcome.accepted().item()).text()).isEqualTo("newest");
    assertThat(outcome.rows())
        .containsExactlyInAnyOrder(
            new Resolution.RowState(1, "lesson", Resolution.State.SUPERSEDED),
            new Resolution.RowState(9, "lesson", Resolution.State.ACCEPTED),
            new Resolution.RowState(9, "lesson", Resolution.State.DUPLICATE));
    assertThat(outcome.issues())
        .extracting(issue -> issue.issue().code())
        .containsExactly(IssueCode.DUPLICATE_KEY);
  }

  @Test
  void keysTellRecordsApartByWhatNamesThem() {
    Period year = Period.year(2023);
    Item first = new Item.Indicator("return_rate", year, 1, 2, 3);

    assertThat(SmallItems.key(first))
        .isEqualTo(SmallItems.key(new Item.Indicator("return_rate", year, 9, 9, 9)))
        .isNotEqualTo(
            SmallItems.key(new Item.Indicator("return_rate", new Period(2023, 1), 1, 2, 3)));
    assertThat(SmallItems.key(new Item.Practice("p", 1, 5, null)))
        .isEqualTo(SmallItems.key(new Item.Practice("p", 1, 6, "running_contract")))
        .isNotEqualTo(SmallItems.key(new Item.Practice("p", 2, 5, null)));
    assertThat(SmallItems.key(new Item.Statement("jobs", year, 4, "BZK", null, null, null, null)))
        .isEqualTo(
            SmallItems.key(new Item.Statement("jobs", year, 5, "BZK", null, null, null, null)))
        .isNotEqualTo(
            SmallItems.key(new Item.Statement("jobs", year, 4, null, "BZK", null, null, null)));
  }

  @Test
  void everyKindSurvivesBytes() {
    Sightings.Place place = new Sightings.Place(3, 7, 1_000_000_000_000L);
    for (Item item :
        List.of(
            new Item.Lesson("L", day("2023-05-01"), "a", "b", "c", null, "d", "tëkst", false),
            new Item.Indicator("i", new Period(2023, 4), Fixed.NONE, -5, Long.MAX_VALUE),
            new Item.Practice("p", day("1999-12-31"), Days.NONE, null),
            new Item.Statement("m", Period.year(2023), -1, "BZK", null, "r", null, "c"))) {
      SmallItems.Seen seen = new SmallItems.Seen(place, item);
      assertThat(SmallItems.read(SmallItems.toBytes(seen))).isEqualTo(seen);
    }
  }
}
