package nl.oogst.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.oogst.model.Days;
import nl.oogst.model.DeliveredFile;
import nl.oogst.report.IssueTally;
import nl.oogst.resolve.Identities;
import nl.oogst.resolve.Knowledge;
import nl.oogst.resolve.LinkBlock;
import nl.oogst.resolve.Linking;
import nl.oogst.resolve.Resolution;
import nl.oogst.resolve.ResolvedPlacement;
import nl.oogst.resolve.SmallItems;
import scala.Tuple2;

/**
 * Reads and resolves in this process, without starting Spark: the same cursor over each file, and
 * the same resolver over each key. One proeftuin at a time for each core; what is kept of it is
 * what its placements showed, packed, and a tally of its issues.
 */
final class LocalCheck {
  private final Definitions definitions;
  private final Inbox inbox;
  private final String linkKey;
  private final int keep;

  /** What one proeftuin came to. */
  private record Part(
      List<FileReport> reports,
      IssueTally tally,
      Resolved totals,
      List<Resolution.PlacedIssue> statements,
      Map<String, List<byte[]>> links) {}

  LocalCheck(Definitions definitions, Inbox inbox, String linkKey, int keep) {
    this.definitions = definitions;
    this.inbox = inbox;
    this.linkKey = linkKey;
    this.keep = keep;
  }

  Findings run() {
    Map<String, List<DeliveredFile>> files = new TreeMap<>();
    inbox.deliveries().forEach(delivery -> files.put(delivery.proeftuin(), new ArrayList<>()));
    for (DeliveredFile file : inbox.files()) {
      files.get(inbox.deliveries().get(file.delivery()).proeftuin()).add(file);
    }
    List<Part> parts = files.values().parallelStream().map(this::part).toList();
    List<FileReport> reports = new ArrayList<>();
    IssueTally tally = new IssueTally(keep);
    Resolved totals = new Resolved();
    Map<String, List<byte[]>> links = new TreeMap<>();
    List<Resolution.PlacedIssue> statements = new ArrayList<>();
    for (Part part : parts) {
      reports.addAll(part.reports());
      tally.merge(part.tally());
      totals.add(part.totals());
      statements.addAll(part.statements());
      part.links()
          .forEach((key, jobs) -> links.computeIfAbsent(key, k -> new ArrayList<>()).addAll(jobs));
    }
    Intake intake = new Intake(inbox, reports);
    Ledger ledger = new Ledger(inbox.deliveries(), intake, totals);
    DriverIssues rest = new DriverIssues(definitions, inbox, intake);
    rest.ofDeliveries(ledger, tally::add);
    rest.ofStatements(statements, tally::add);
    rest.ofPersons(link(links, totals).doubtful(), tally::add);
    return new Findings(intake, ledger, tally);
  }

  private Part part(List<DeliveredFile> files) {
    IssueTally tally = new IssueTally(keep);
    Output output = new Output(tally::add);
    List<FileReport> reports = read(files, output);
    Intake intake = new Intake(inbox, reports);
    tally.remove(intake.refused());
    Map<String, Knowledge> knowledge = intake.knowledge();
    GroupResolver resolver =
        new GroupResolver(
            knowledge,
            intake.refused(),
            definitions.changes(),
            Days.of(inbox.asOf()),
            knowledge.size() > 1);
    Resolved totals = new Resolved();
    Map<String, List<byte[]>> placements = new HashMap<>();
    Map<String, List<byte[]>> items = new HashMap<>();
    for (Tuple2<String, byte[]> pair : output.drain()) {
      boolean placement = pair._1().charAt(0) == Output.PLACEMENT;
      (placement ? placements : items)
          .computeIfAbsent(pair._1(), key -> new ArrayList<>(1))
          .add(pair._2());
    }
    List<SmallItems.Seen> accepted = new ArrayList<>();
    for (List<byte[]> seen : items.values()) {
      SmallItems.Outcome outcome = resolver.smallItem(seen, totals);
      if (outcome != null) {
        tell(outcome.issues(), intake.names(), tally);
        accepted.add(outcome.accepted());
      }
    }
    StatementTallies statements = new StatementTallies(accepted, intake.names(), knowledge);
    Map<String, List<ResolvedPlacement>> persons = new HashMap<>();
    Map<String, List<byte[]>> links = new HashMap<>();
    placements.forEach(
        (key, seen) -> {
          String proeftuin = key.substring(1, key.indexOf(Output.PART));
          Resolution resolution = resolver.placement(proeftuin, seen, totals);
          tell(resolution.issues(), intake.names(), tally);
          ResolvedPlacement placement = resolution.placement();
          if (placement == null) {
            return;
          }
          LinkBlock.keys(
              placement,
              resolver.several(),
              (link, job) -> links.computeIfAbsent(link, k -> new ArrayList<>(1)).add(job));
          if (statements.proeftuinen().contains(proeftuin)) {
            persons
                .computeIfAbsent(placement.state().personId(), p -> new ArrayList<>(1))
                .add(placement);
          }
        });
    persons.values().forEach(own -> statements.add(own.get(0).proeftuin(), own));
    List<Resolution.PlacedIssue> differing = statements.issues(definitions.changes());
    totals.issues(differing);
    return new Part(reports, tally, totals, differing, links);
  }

  private List<FileReport> read(Collection<DeliveredFile> files, Output output) {
    Reading reading = new Reading(definitions.schemas(), definitions.profiles(), linkKey);
    List<FileReport> reports = new ArrayList<>();
    for (DeliveredFile file : files) {
      if (inbox.refusals().stream().anyMatch(refusal -> refusal.delivery() == file.delivery())) {
        continue;
      }
      FileCursor cursor = new FileCursor(reading, inbox.deliveries().get(file.delivery()), file);
      while (cursor.step(output)) {
        // what it shows is collected by placement; nothing has to be handed on in between
      }
      reports.add(cursor.report());
    }
    return reports;
  }

  private static void tell(List<Resolution.PlacedIssue> issues, Names names, IssueTally tally) {
    for (Resolution.PlacedIssue placed : issues) {
      tally.add(
          placed.place().delivery(),
          names.file(placed.place().file()),
          null,
          placed.place().line(),
          placed.entity(),
          placed.issue());
    }
  }

  private Identities link(Map<String, List<byte[]>> links, Resolved totals) {
    if (!totals.linkable()) {
      return Linking.NOTHING;
    }
    List<LinkBlock> blocks = new ArrayList<>();
    links.forEach(
        (key, jobs) -> {
          LinkBlock block = LinkBlock.of(key, LinkBlock.packed(jobs), Days.of(inbox.asOf()));
          if (block.tells()) {
            blocks.add(block);
          }
        });
    return Linking.link(blocks, totals.jobsWithLink(), definitions.linking());
  }
}
