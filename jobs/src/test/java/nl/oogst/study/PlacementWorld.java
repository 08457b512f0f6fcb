package nl.oogst.study;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import nl.oogst.measure.Engagement;
import nl.oogst.measure.Person;
import nl.oogst.model.Days;
import nl.oogst.model.Fixed;
import nl.oogst.model.Item;
import nl.oogst.protect.RecordKeys;
import nl.oogst.resolve.ResolvedPlacement;
import nl.oogst.resolve.Sightings;

/**
 * A made-up world of proeftuinen as twelve monthly releases would show it: jobs come and go, some
 * are delivered months late, some are corrected later.
 */
final class PlacementWorld {
  static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
  static final LocalDate FIRST_RELEASE = LocalDate.of(2024, 1, 31);

  private static final String[] ORGANISATIONS = {
    "BZK", "IenW", "SZW", "Def", "Fin", "JenV", "OCW", "VWS", "LVVN", "EZ", "BZ", "AZ"
  };
  private static final String[] GROUPS = {
    "participatiewet",
    "wajong",
    "ww",
    "wia",
    "wsw",
    "status_holder",
    "bol_bbl",
    "nugger",
    "vso_pro",
    "ex_offender",
    "early_school_leaver",
    "other",
    "unknown"
  };
  private static final String[] FORMS = {
    "temporary",
    "permanent",
    "agency",
    "secondment",
    "apprenticeship",
    "internship",
    "work_experience"
  };
  private static final String[] ATTRIBUTIONS = {
    "supplier", "rijk_hiring", "rijk_employment", "indirect"
  };
  private static final String[] ROUTES = {"at_supplier", "co_creation", "shared_role", "indirect"};
  private static final String[] PHASES = {
    "new_tender", "running_contract", "internal_organisation", "supplier_cooperation"
  };

  private record Job(
      String person,
      String proeftuin,
      Item.Placement first,
      Item.Placement corrected,
      int shownFrom,
      int correctedFrom) {}

  private final Random random;
  private final List<Job> jobs = new ArrayList<>();
  final Map<String, String> phases = new HashMap<>();

  PlacementWorld(long seed) {
    random = new Random(seed);
    int proeftuinen = 4 + random.nextInt(25);
    int persons = proeftuinen * (5 + random.nextInt(60));
    for (int p = 0; p < proeftuinen; p++) {
      phases.put("proeftuin-" + p, PHASES[random.nextInt(PHASES.length)]);
    }
    for (int person = 0; person < persons; person++) {
      int count = random.nextInt(8) == 0 ? 2 : 1;
      int proeftuin = skewed(proeftuinen);
      for (int job = 0; job < count; job++) {
        add("person-" + person, proeftuin, job);
      }
    }
  }

  /** Small numbers are likelier: real groups differ much in size. */
  private int skewed(int values) {
    return (int) (values * Math.pow(random.nextDouble(), 2));
  }

  private <T> T skewed(T[] values) {
    return values[skewed(values.length)];
  }

  private void add(String person, int proeftuin, int number) {
    int days = 365 * 2 + 10;
    int start = Days.of(FIRST) + (int) (days * random.nextDouble());
    int end = random.nextInt(3) == 0 ? Days.NONE : start + 10 + random.nextInt(500);
    if (end != Days.NONE && random.nextInt(3) == 0) {
      LocalDate day = Days.date(end);
      end = Days.of(day.withDayOfMonth(day.lengthOfMonth()));
    }
    String organisation =
        ORGANISATIONS[proeftuin % (1 + random.nextInt(2) + ORGANISATIONS.length - 2)];
    Item.Placement first =
        placement(
            person,
            person + "-" + number,
            organisation,
            skewed(ATTRIBUTIONS),
            skewed(ROUTES),
            skewed(FORMS),
            skewed(GROUPS),
            start,
            end);
    Item.Placement corrected =
        random.nextInt(12) == 0
            ? placement(
                person,
                first.placementId(),
                organisation,
                first.attribution(),
                first.route(),
                first.contractForm(),
                skewed(GROUPS),
                start,
                end == Days.NONE ? start + 200 : end - 5)
            : first;
    int shown = start + (random.nextInt(5) == 0 ? random.nextInt(200) : random.nextInt(20));
    jobs.add(
        new Job(
            person,
            "proeftuin-" + proeftuin,
            first,
            corrected,
            shown,
            shown + random.nextInt(200)));
  }

  private static Item.Placement placement(
      String person,
      String id,
      String organisation,
      String attribution,
      String route,
      String form,
      String group,
      int start,
      int end) {
    return new Item.Placement(
        id,
        person,
        null,
        organisation,
        null,
        null,
        null,
        null,
        attribution,
        route,
        form,
        group,
        null,
        Days.NONE,
        Days.NONE,
        start,
        end,
        null,
        24 * Fixed.ONE,
        Fixed.NONE,
        null,
        Days.NONE,
        null);
  }

  /** The persons as deliveries up to a day show them. */
  List<Person> persons(LocalDate asOf, byte[] key) {
    int day = Days.of(asOf);
    RecordKeys keys = new RecordKeys(key);
    Map<String, List<Engagement>> byPerson = new TreeMap<>();
    for (Job job : jobs) {
      if (job.shownFrom() <= day) {
        Item.Placement state = job.correctedFrom() <= day ? job.corrected() : job.first();
        boolean over = state.endDate() != Days.NONE && state.endDate() <= day;
        ResolvedPlacement placement =
            new ResolvedPlacement(
                job.proeftuin(),
                state,
                new Sightings.Place(0, 0, 1),
                job.shownFrom(),
                day,
                state.endDate() == Days.NONE ? day : state.endDate(),
                day,
                over,
                false,
                List.of(),
                List.of());
        byPerson
            .computeIfAbsent(job.person(), p -> new ArrayList<>())
            .add(new Engagement(placement, job.proeftuin() + "/" + state.placementId(), 1));
      }
    }
    List<Person> persons = new ArrayList<>();
    byPerson.forEach((id, engagements) -> persons.add(new Person(id, keys.of(id), engagements)));
    return persons;
  }
}
