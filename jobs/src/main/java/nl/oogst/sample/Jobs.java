package nl.oogst.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets the jobs of one proeftuin begin, change and end. The chance that a job ends is the same
 * every month: {@link #HAZARD}, or {@link #PLANTED_HAZARD} where the job began while the practice
 * with the planted effect was in force. No other practice is looked at here.
 */
final class Jobs {
  /** The practice with a real difference. */
  static final String PLANTED_PRACTICE = "two_sided_contract_agreements";

  /** Monthly, 1 − 0.60^(1/12): of the jobs 60 % last a year. */
  static final double HAZARD = 0.0417;

  /** Monthly, 1 − 0.85^(1/12): of the jobs 85 % last a year. */
  static final double PLANTED_HAZARD = 0.01345;

  static final LocalDate LAST_DAY = LocalDate.of(2026, 1, 15);

  private static final LocalDate LAST_START = LocalDate.of(2025, 12, 1);

  private final Proeftuin proeftuin;
  private final Rng rng;
  private final Rng names;
  private final Employers employers;
  private final double frailty;
  private final List<Job> jobs = new ArrayList<>();

  private Jobs(Proeftuin proeftuin, long seed) {
    this.proeftuin = proeftuin;
    this.rng = Rng.of(seed, "jobs", proeftuin.id());
    this.names = Rng.of(seed, "names", proeftuin.id());
    this.employers = new Employers(proeftuin);
    this.frailty = StrictMath.exp(0.10 * rng.normal());
  }

  static List<Job> of(Proeftuin proeftuin, long seed) {
    return new Jobs(proeftuin, seed).create();
  }

  private List<Job> create() {
    var starts = new ArrayList<LocalDate>();
    for (int i = 0; i < proeftuin.jobs(); i++) {
      starts.add(startDate());
    }
    starts.sort(null);
    for (int i = 0; i < starts.size(); i++) {
      jobs.add(job(i + 1, starts.get(i)));
    }
    return List.copyOf(jobs);
  }

  private LocalDate startDate() {
    LocalDate first = proeftuin.start().plusDays(45);
    LocalDate last = proeftuin.end() == null ? LAST_START : proeftuin.end().minusMonths(3);
    int days = (int) ChronoUnit.DAYS.between(first, last);
    // more in the first years, when the contract is filled
    double part = rng.uniform();
    LocalDate day = first.plusDays((int) (days * part * (0.6 + 0.4 * part)));
    LocalDate start =
        rng.chance(0.5)
            ? day.withDayOfMonth(1)
            : day.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    return start.isBefore(first) ? start.plusMonths(1) : start;
  }

  private Job job(int number, LocalDate start) {
    String attribution = attribution();
    String form = contractForm(attribution);
    String group =
        rng.weighted(
            "participatiewet:24 ww:15 wajong:14 wsw:6 wia:6 wga:3 vso_pro:8 bol_bbl:5 ioaw:2"
                + " nugger:4 early_school_leaver:4 status_holder:6 migration_background:3"
                + " ex_offender:3 top_athlete:1 waz:1 ioaz:1 other:2 unknown:3");
    boolean treated = proeftuin.planted() != null && !start.isBefore(proeftuin.planted());
    LocalDate end = end(start, form, treated);
    String ground = ground(group, attribution);
    boolean registered = !ground.equals("none") && !ground.equals("unknown");
    Job earlier = earlierJobOfSamePerson(start);
    String contract = proeftuin.contract() + (rng.chance(0.3) ? "-02" : "-01");
    Job.Party supplier = employers.supplier(contract);
    boolean wage = !form.equals("internship") && !form.equals("work_experience");
    return new Job(
        proeftuin.id(),
        placementId(number),
        earlier == null ? personId(number) : earlier.personId(),
        contract,
        supplier,
        employers.employer(attribution, supplier, rng),
        attribution,
        rng.chance(0.85) ? proeftuin.route() : anyRoute(),
        form,
        earlier == null ? group : earlier.targetGroup(),
        earlier == null ? ground : earlier.ground(),
        earlier != null
            ? earlier.registerFrom()
            : registered && rng.chance(0.85)
                ? start.minusDays(rng.between(20, 1400)).withDayOfMonth(1)
                : null,
        registered && rng.chance(0.04) ? start.plusDays(rng.between(90, 700)) : null,
        start,
        end,
        end == null ? null : endReason(form),
        hours(start, end),
        wage && form.equals("temporary") && rng.chance(0.35)
            ? start.plusMonths(rng.chance(0.6) ? 12 : 24)
            : null,
        rng.chance(0.9) ? value(group, form) : null,
        scheme(),
        earlier == null ? Names.identity(names) : earlier.identity(),
        rng.chance(0.03),
        rng.chance(0.05) ? rng.between(-9, 9) : 0,
        end != null && rng.chance(0.03),
        treated,
        null);
  }

  private Job earlierJobOfSamePerson(LocalDate start) {
    if (jobs.isEmpty() || !rng.chance(0.08)) {
      return null;
    }
    Job earlier = rng.pick(jobs);
    return earlier.start().isBefore(start) ? earlier : null;
  }

  private String attribution() {
    return switch (proeftuin.route()) {
      case "shared_role" -> rng.weighted("rijk_employment:30 rijk_hiring:40 supplier:30");
      case "indirect" -> rng.weighted("indirect:80 supplier:20");
      case "co_creation" -> rng.weighted("supplier:80 rijk_hiring:12 indirect:8");
      default -> rng.weighted("supplier:88 rijk_hiring:6 indirect:6");
    };
  }

  private String contractForm(String attribution) {
    return switch (attribution) {
      case "rijk_employment" -> rng.weighted("temporary:60 permanent:25 apprenticeship:15");
      case "rijk_hiring" -> rng.weighted("agency:45 secondment:55");
      case "indirect" -> rng.weighted("temporary:60 permanent:20 work_experience:15 unknown:5");
      default ->
          rng.weighted(
              "temporary:52 permanent:15 agency:13 apprenticeship:9 internship:6"
                  + " work_experience:5");
    };
  }

  private LocalDate end(LocalDate start, String form, boolean treated) {
    if (form.equals("internship") || form.equals("work_experience")) {
      LocalDate end = start.plusMonths(rng.between(3, 6)).minusDays(1);
      return end.isAfter(LAST_DAY) ? null : end;
    }
    double hazard = (treated ? PLANTED_HAZARD : HAZARD) * frailty;
    LocalDate month = start;
    for (int i = 1; !month.isAfter(LAST_DAY); i++) {
      if (rng.chance(hazard)) {
        LocalDate end = month.plusDays(rng.below(28));
        return end.isAfter(LAST_DAY) ? null : end;
      }
      month = start.plusMonths(i);
    }
    return null;
  }

  private String endReason(String form) {
    if (form.equals("internship") || form.equals("work_experience")) {
      return rng.weighted("programme_completed:80 regular_job:15 resigned:5");
    }
    return rng.weighted(
        "regular_job:28 contract_expired:25 dismissed:7 resigned:15 illness:7"
            + " programme_completed:8 pension:2 deceased:1 administrative:2 unknown:5");
  }

  private List<Job.Step> hours(LocalDate start, LocalDate end) {
    var steps = new ArrayList<Job.Step>();
    int quarters = 4 * Integer.parseInt(rng.weighted("12:6 16:12 20:14 24:20 28:12 32:20 36:14"));
    quarters += rng.chance(0.05) ? 2 : 0;
    steps.add(new Job.Step(start, quarters));
    LocalDate change = start.plusMonths(rng.between(4, 10));
    if (rng.chance(0.3) && (end == null || change.isBefore(end))) {
      int by = 4 * Integer.parseInt(rng.weighted("-4:20 2:20 4:40 8:20"));
      steps.add(new Job.Step(change.withDayOfMonth(1), Math.min(160, quarters + by)));
    }
    return List.copyOf(steps);
  }

  private String ground(String group, String attribution) {
    return switch (group) {
      case "participatiewet" ->
          rng.weighted("participatiewet:45 praktijkroute:20 none:25 unknown:10");
      case "wajong" -> "wajong";
      case "wsw" -> rng.chance(0.1) && attribution.equals("supplier") ? "beschut_werk" : "wsw";
      case "vso_pro" -> "vso_pro";
      case "wia", "wga" -> rng.weighted("none:70 study_limitation:10 own_request:10 unknown:10");
      case "unknown" -> "unknown";
      default -> rng.weighted("none:82 own_request:6 wiw_id:3 study_limitation:3 unknown:6");
    };
  }

  private String anyRoute() {
    return rng.weighted("at_supplier:40 co_creation:20 shared_role:20 indirect:20");
  }

  private int value(String group, String form) {
    int base =
        switch (group) {
          case "participatiewet", "wajong", "wsw" -> 30000;
          case "ww" -> 15000;
          case "bol_bbl", "vso_pro" -> 20000;
          default -> 12000;
        };
    return (form.equals("internship") ? base / 4 : base) + 500 * rng.between(-8, 8);
  }

  private String scheme() {
    return Words.SCHEMES.get(
        (int) Long.remainderUnsigned(Rng.of(3, proeftuin.id()).next(), Words.SCHEMES.size()));
  }

  private String placementId(int number) {
    String prefix = proeftuin.id().substring(proeftuin.id().indexOf('-') + 1);
    return Words.upper(prefix.substring(0, 2)) + "-" + (1000 + number);
  }

  private static String personId(int number) {
    return "K" + (2000 + (number * 37) % 7919);
  }
}
