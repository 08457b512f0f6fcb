package nl.oogst.report.yearly;

import java.util.ArrayList;
import java.util.List;
import nl.oogst.report.document.Block;

/** What kind of work it is: permanent or not, and how the hours change. */
final class WorkItself {
  private WorkItself() {}

  static void write(Edition edition, List<Block> blocks) {
    List<String> items = new ArrayList<>();
    DataRow permanent = Lasting.newest(edition, "permanent_hours_share");
    if (permanent != null) {
      items.add(
          edition.say(
              "**Vast werk**: op 30 september "
                  + permanent.text("period")
                  + " viel "
                  + Lasting.share(edition, permanent)
                  + " van de contracturen in vaste contracten"
                  + restsOn(edition, permanent),
              "**Permanent work**: on 30 September "
                  + permanent.text("period")
                  + ", "
                  + Lasting.share(edition, permanent)
                  + " of the contract hours were in permanent contracts"
                  + restsOn(edition, permanent)));
    }
    DataRow growth = Lasting.newest(edition, "hours_growth_12m");
    if (growth != null) {
      double change = growth.orZero("value");
      items.add(
          edition.say(
                  "**Uren**: wie een jaar later nog in dezelfde baan werkte, werkte gemiddeld ",
                  "**Hours**: whoever still worked in the same job a year later worked ")
              + hours(edition, change)
              + edition.say(" bij de start", " at the start, on average")
              + restsOn(edition, growth));
    }
    if (!items.isEmpty()) {
      blocks.add(
          new Block.Heading(
              "quality-of-work", edition.say("Wat voor werk is het?", "What kind of work is it?")));
      blocks.add(new Block.Bullets(items));
    }
  }

  private static String restsOn(Edition edition, DataRow row) {
    String state = row.flag("provisional") ? edition.say("voorlopig; ", "provisional; ") : "";
    return " ("
        + state
        + edition.say("rust op ongeveer ", "rests on about ")
        + edition
            .language()
            .count(row.orZero("n"), edition.say("baan", "job"), edition.say("banen", "jobs"))
        + ").";
  }

  /** A change in weekly hours in words; what rounds to nothing is called equal. */
  private static String hours(Edition edition, double change) {
    if (Math.abs(change) < 0.05) {
      return edition.say("evenveel uren per week als", "as many hours a week as");
    }
    return edition.language().number(Math.abs(change), 1)
        + edition.say(" uur per week ", " hours a week ")
        + (change < 0
            ? edition.say("minder dan", "less than")
            : edition.say("meer dan", "more than"));
  }
}
