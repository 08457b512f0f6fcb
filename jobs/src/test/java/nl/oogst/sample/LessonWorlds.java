package nl.oogst.sample;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.oogst.measure.BanenRules;
import nl.oogst.measure.Cells;
import nl.oogst.measure.Engagement;
import nl.oogst.measure.Exact;
import nl.oogst.measure.Frame;
import nl.oogst.measure.LessonRules;
import nl.oogst.measure.Lessons;
import nl.oogst.measure.Person;
import nl.oogst.measure.PracticeUse;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Days;
import nl.oogst.model.Fixed;
import nl.oogst.model.Item;
import nl.oogst.model.Schemas;
import nl.oogst.resolve.ResolvedPlacement;
import nl.oogst.resolve.Sightings;

/** Worlds as the generator makes them, with their lessons drawn as a run would draw them. */
final class LessonWorlds {
  static final Path SCHEMAS = Path.of(System.getProperty("oogst.root", "."), "schemas");

  private final Schemas schemas = Schemas.load(SCHEMAS);
  private final DataSetSchema schema = DataSetSchema.load(SCHEMAS.resolve("datasets/lessons.json"));
  private final BanenRules banen = new BanenRules(schemas.rules("banenafspraak"));
  private final LessonRules rules =
      LessonRules.read(
          schemas.rules("lessons"),
          schemas.codelist("practices"),
          schemas.codelist("lesson_outcomes"));

  /** One row of {@code lessons}, exact. */
  record Lesson(
      String practice,
      String outcome,
      String evidence,
      Double difference,
      Double low,
      Double high,
      Double p,
      Double q) {

    boolean isAbout(String code) {
      return practice.equals(code);
    }
  }

  List<Object[]> figures(World world) {
    Lessons lessons = lessons(world);
    Cells cells = lessons.empty();
    people(world).forEach(person -> lessons.add(person, cells));
    return lessons.rows(cells, schema);
  }

  List<Lesson> lessons(long seed) {
    List<Lesson> found = new ArrayList<>();
    for (Object[] figures : figures(World.create(seed, 28, 1))) {
      Object[] row = Exact.row(figures, schema);
      found.add(
          new Lesson(
              (String) at(row, "practice"),
              (String) at(row, "outcome"),
              (String) at(row, "evidence"),
              (Double) at(row, "difference"),
              (Double) at(row, "ci_low"),
              (Double) at(row, "ci_high"),
              (Double) at(row, "p_value"),
              (Double) at(row, "q_value")));
    }
    return found;
  }

  DataSetSchema schema() {
    return schema;
  }

  private Object at(Object[] row, String column) {
    return row[schema.indexOf(column)];
  }

  private Lessons lessons(World world) {
    List<nl.oogst.model.Proeftuin> register = new ArrayList<>();
    for (Proeftuin p : world.proeftuinen()) {
      register.add(
          new nl.oogst.model.Proeftuin(
              p.id(),
              p.name(),
              p.organisationOn(Jobs.LAST_DAY),
              p.category(),
              p.phase(),
              Integer.toString(p.round()),
              p.start(),
              p.end(),
              BigDecimal.valueOf(p.contractValue()),
              BigDecimal.valueOf(p.obligation())));
    }
    List<PracticeUse> uses = new ArrayList<>();
    for (Practices.Use use : world.practices()) {
      uses.add(
          new PracticeUse(use.proeftuin(), use.practice(), Days.of(use.from()), Days.of(use.to())));
    }
    Frame frame = new Frame(Jobs.LAST_DAY, LocalDate.of(2018, 1, 1), List.of(), Map.of(), Map.of());
    return new Lessons(frame, banen, rules, register, uses, Map.of());
  }

  private static List<Person> people(World world) {
    Map<String, List<Engagement>> byPerson = new TreeMap<>();
    world
        .jobs()
        .forEach(
            (proeftuin, jobs) ->
                jobs.forEach(
                    job -> {
                      Job own = job.copyOf() == null ? job : job.copyOf();
                      String person = own.proeftuin() + "/" + own.personId();
                      String id = own.proeftuin() + "/" + own.placementId();
                      byPerson
                          .computeIfAbsent(person, p -> new ArrayList<>())
                          .add(new Engagement(resolved(proeftuin, job), id, 1));
                    }));
    List<Person> people = new ArrayList<>();
    byPerson.forEach((id, jobs) -> people.add(new Person(id, Rng.of(1, id).next(), jobs)));
    return people;
  }

  private static ResolvedPlacement resolved(String proeftuin, Job job) {
    int asOf = Days.of(Jobs.LAST_DAY);
    LocalDate last = job.end() == null ? Jobs.LAST_DAY : job.end();
    Item.Placement state =
        new Item.Placement(
            job.placementId(),
            job.personId(),
            job.contractId(),
            "BZK",
            null,
            null,
            null,
            null,
            job.attribution(),
            job.route(),
            job.formOn(last),
            job.targetGroup(),
            job.ground(),
            Days.of(job.registerFrom()),
            Days.of(job.registerTo()),
            Days.of(job.start()),
            Days.of(job.end()),
            job.endReason(),
            job.quartersOn(last) * Fixed.ONE / 4,
            Fixed.NONE,
            null,
            Days.NONE,
            null);
    return new ResolvedPlacement(
        proeftuin,
        state,
        new Sightings.Place(0, 0, 0),
        Days.of(job.start()),
        asOf,
        job.end() == null ? asOf : Days.of(job.end()),
        asOf,
        job.end() != null,
        false,
        List.of(),
        List.of());
  }
}
