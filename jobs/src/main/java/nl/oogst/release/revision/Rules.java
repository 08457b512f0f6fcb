package nl.oogst.release.revision;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.oogst.measure.BanenRules;
import nl.oogst.measure.BanenafspraakContributions;
import nl.oogst.measure.Breakdown;
import nl.oogst.measure.EndReasons;
import nl.oogst.measure.Frame;
import nl.oogst.measure.JobsRealised;
import nl.oogst.measure.Measure;
import nl.oogst.measure.Obligations;
import nl.oogst.measure.SustainabilityIndicators;
import nl.oogst.model.CodeList;
import nl.oogst.model.Days;
import nl.oogst.model.Proeftuin;

/**
 * By which rules records are added up again.
 *
 * @param register the proeftuinen, from the register
 */
public record Rules(
    List<Breakdown> breakdowns, BanenRules banen, CodeList endReasons, List<Proeftuin> register) {
  public Rules {
    requireNonNull(banen, "banen");
    breakdowns = List.copyOf(breakdowns);
    register = List.copyOf(register);
  }

  /** The frame of a release; coverage is left out, since no sum rests on it. */
  public Frame frame(int asOf, int firstStart) {
    LocalDate last = Days.date(asOf);
    LocalDate first = firstStart > asOf ? last : Days.date(firstStart);
    Map<String, String> phases = new HashMap<>();
    register.forEach(p -> phases.put(p.id(), p.phase()));
    return new Frame(last, first, breakdowns, phases, Map.of());
  }

  /** The measures whose figures are sums over records, or follow from such sums, as shares do. */
  public List<Measure> measures(Frame frame) {
    return List.of(
        new JobsRealised(frame),
        new BanenafspraakContributions(frame, banen),
        new Obligations(frame, register),
        new SustainabilityIndicators(frame),
        new EndReasons(frame, endReasons));
  }
}
