package nl.oogst.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The truth behind all deliveries: what really happened, before anyone wrote it down. */
record World(
    long seed,
    List<Proeftuin> proeftuinen,
    Map<String, List<Job>> jobs,
    List<Practices.Use> practices) {

  static World create(long seed, int proeftuinen, double scale) {
    List<Proeftuin> all = Proeftuinen.create(proeftuinen, scale);
    var jobs = new LinkedHashMap<String, List<Job>>();
    for (Proeftuin proeftuin : all) {
      jobs.put(proeftuin.id(), Jobs.of(proeftuin, seed));
    }
    for (Proeftuin proeftuin : all) {
      List<Job> shared = proeftuin.shares() == null ? null : jobs.get(proeftuin.shares());
      if (shared != null) {
        var own = new ArrayList<>(jobs.get(proeftuin.id()));
        own.addAll(copies(proeftuin, shared, Rng.of(seed, "copies", proeftuin.id())));
        jobs.put(proeftuin.id(), List.copyOf(own));
      }
    }
    return new World(seed, all, jobs, Practices.create(all, seed));
  }

  /** The same jobs as this proeftuin reports them, under its own numbers. */
  private static List<Job> copies(Proeftuin proeftuin, List<Job> shared, Rng rng) {
    var copies = new ArrayList<Job>();
    for (Job job : shared) {
      if (job.isJob() && !job.start().isBefore(proeftuin.start()) && rng.chance(0.25)) {
        int number = 500 + copies.size();
        String prefix = proeftuin.id().substring(proeftuin.id().indexOf('-') + 1);
        copies.add(copy(job, proeftuin, prefix, number, rng));
      }
    }
    return copies;
  }

  private static Job copy(Job job, Proeftuin proeftuin, String prefix, int number, Rng rng) {
    Job.Party supplier =
        rng.chance(0.3)
            ? new Job.Party(job.supplier().name().replace("B.V.", "BV"), job.supplier().kvk())
            : job.supplier();
    return new Job(
        proeftuin.id(),
        Words.upper(prefix.substring(0, 2)) + "-R" + number,
        "R" + (3000 + number),
        job.contractId(),
        supplier,
        job.employer(),
        job.attribution(),
        job.route(),
        job.form(),
        job.targetGroup(),
        job.ground(),
        job.registerFrom(),
        job.registerTo(),
        job.start(),
        job.end(),
        job.endReason(),
        job.hours(),
        job.permanentFrom(),
        job.value(),
        job.scheme(),
        Names.respelled(job.identity(), rng),
        false,
        0,
        false,
        job.treated(),
        job);
  }

  List<Job> jobsOf(Proeftuin proeftuin) {
    return jobs.get(proeftuin.id());
  }
}
