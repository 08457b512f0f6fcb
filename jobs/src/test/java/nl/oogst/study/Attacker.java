package nl.oogst.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Variable;

/**
 * Somebody who has all public releases, knows the rounding rule and the definitions, and wants
 * exact counts. Shares nothing with the gate: reads cells by name, keeps its own bounds, and solves
 * its own programs.
 *
 * <p>What it may be told on top of that: which figures did not change from one release to the next,
 * as somebody inside would know.
 */
final class Attacker {
  private static final int BASE = 5;
  private static final int NOT_TOLD = 1_000_000;

  /** Counts with at most so many values more than one get a program. */
  private static final int NEAR = Integer.getInteger("oogst.attacker.near", 1);

  static final List<String> MEASURES =
      List.of("jobs_started", "jobs_ended", "jobs_active", "persons", "other_placements");

  /** What the attacker says a count is. */
  record Claim(Count count, int value) {}

  /** {@code a[0] + a[1] + … = whole}, or at most where {@code loose}. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Sum(int[] parts, int whole, boolean loose) {}

  private final Map<Count, Integer> places = new LinkedHashMap<>();
  private final List<int[]> bounds = new ArrayList<>();
  private final List<Sum> sums = new ArrayList<>();
  private final Set<Count> unchanged = new HashSet<>();

  /** Takes a public figure; null is one that was left out. */
  void see(Count count, Double published) {
    int[] bound = {0, NOT_TOLD};
    if (published != null) {
      int shown = published.intValue();
      bound = new int[] {Math.max(shown == 0 ? 0 : 1, shown - BASE + 1), shown + BASE - 1};
    }
    Count before =
        new Count(
            count.release() - 1, count.measure(), count.period(), count.breakdown(), count.slice());
    if (unchanged.contains(count) && places.containsKey(before)) {
      int place = places.get(before);
      places.put(count, place);
      int[] old = bounds.get(place);
      old[0] = Math.max(old[0], bound[0]);
      old[1] = Math.min(old[1], bound[1]);
    } else {
      places.put(count, bounds.size());
      bounds.add(bound);
    }
  }

  /** Is told that a count is what it was in the release before; before it is seen. */
  void isUnchanged(Count count) {
    unchanged.add(count);
  }

  /** Works everything out; gives what it is sure of and not zero. */
  List<Claim> attack() {
    relate();
    tighten();
    program();
    List<Claim> claims = new ArrayList<>();
    places.forEach(
        (count, place) -> {
          int[] bound = bounds.get(place);
          if (bound[0] == bound[1] && bound[0] != 0) {
            claims.add(new Claim(count, bound[0]));
          }
        });
    changes(claims);
    return claims;
  }

  /** A change between two releases of which both ends are known is known too. */
  private void changes(List<Claim> claims) {
    Map<Count, Integer> known = new HashMap<>();
    claims.forEach(claim -> known.put(claim.count(), claim.value()));
    for (Claim claim : List.copyOf(claims)) {
      Count count = claim.count();
      Count next =
          new Count(
              count.release() + 1,
              count.measure(),
              count.period(),
              count.breakdown(),
              count.slice());
      if (known.containsKey(next) && known.get(next) != claim.value()) {
        claims.add(new Claim(next, known.get(next)));
      }
    }
  }

  private void relate() {
    Map<String, List<Count>> wholes = new HashMap<>();
    for (Count count : places.keySet()) {
      for (String above : above(count)) {
        wholes.computeIfAbsent(above, a -> new ArrayList<>()).add(count);
      }
    }
    Map<String, Count> byName = new HashMap<>();
    places.keySet().forEach(count -> byName.put(name(count), count));
    wholes.forEach(
        (above, parts) -> {
          // the last part of the name says which family of parts it is
          Count whole = byName.get(above.substring(0, above.lastIndexOf('#')));
          if (whole != null) {
            sum(whole, parts, whole.measure().equals("persons"));
          }
        });
    for (Count count : places.keySet()) {
      inTime(count, byName);
    }
  }

  private static String name(Count count) {
    return count.name();
  }

  private static String name(Count count, String period, String breakdown, String slice) {
    return count.release() + "|" + count.measure() + "|" + period + "|" + breakdown + "|" + slice;
  }

  /** The cells of coarser breakdowns that a cell is part of, each with the family of its parts. */
  private static List<String> above(Count count) {
    if (count.breakdown().equals("all")) {
      return List.of();
    }
    List<String> above = new ArrayList<>();
    String[] dimensions = count.breakdown().split("\\+", -1);
    String[] values = count.slice().split("\\+", -1);
    if (dimensions.length == 2) {
      for (int i = 0; i < 2; i++) {
        above.add(name(count, count.period(), dimensions[i], values[i]) + "#" + count.breakdown());
      }
    }
    above.add(name(count, count.period(), "all", "") + "#" + count.breakdown());
    return above;
  }

  private void inTime(Count count, Map<String, Count> byName) {
    boolean year = count.period().length() == 4;
    if (year) {
      List<Count> quarters = new ArrayList<>();
      for (int q = 1; q <= 4; q++) {
        Count quarter =
            byName.get(name(count, count.period() + "-Q" + q, count.breakdown(), count.slice()));
        if (quarter != null) {
          quarters.add(quarter);
        }
      }
      switch (count.measure()) {
        case "jobs_started", "jobs_ended" -> sum(count, quarters, false);
        case "persons" -> sum(count, quarters, true);
        default -> {
          if (!quarters.isEmpty()) {
            sum(count, quarters.subList(quarters.size() - 1, quarters.size()), false);
          }
        }
      }
    } else if (count.measure().equals("jobs_active")) {
      flow(count, byName);
    }
  }

  /** Who is active now was active at the end of the quarter before, or started since. */
  private void flow(Count active, Map<String, Count> byName) {
    int year = Integer.parseInt(active.period().substring(0, 4));
    int quarter = active.period().charAt(6) - '0';
    String before = quarter == 1 ? year - 1 + "-Q4" : year + "-Q" + (quarter - 1);
    Count then = byName.get(name(active, before, active.breakdown(), active.slice()));
    Count started =
        byName.get(
            active.release()
                + "|jobs_started|"
                + active.period()
                + "|"
                + active.breakdown()
                + "|"
                + active.slice());
    if (then != null && started != null) {
      sums.add(
          new Sum(new int[] {places.get(then), places.get(started)}, places.get(active), true));
    }
  }

  private void sum(Count whole, Collection<Count> parts, boolean loose) {
    if (parts.isEmpty()) {
      return;
    }
    int[] all = parts.stream().mapToInt(places::get).toArray();
    sums.add(new Sum(all, places.get(whole), loose));
    if (loose) {
      for (int part : all) {
        // each person of a part is one of the whole: whole ≤ itself is of no use, part ≤ whole is
        sums.add(new Sum(new int[] {places.get(whole)}, part, true));
      }
    }
  }

  private void tighten() {
    boolean moved = true;
    while (moved) {
      moved = false;
      for (Sum sum : sums) {
        moved |= tighten(sum);
      }
    }
  }

  private boolean tighten(Sum sum) {
    long least = 0;
    long most = 0;
    for (int part : sum.parts()) {
      least += bounds.get(part)[0];
      most += bounds.get(part)[1];
    }
    boolean moved = false;
    int[] whole = bounds.get(sum.whole());
    if (whole[1] > most) {
      whole[1] = (int) most;
      moved = true;
    }
    if (!sum.loose() && whole[0] < least) {
      whole[0] = (int) least;
      moved = true;
    }
    for (int part : sum.parts()) {
      int[] bound = bounds.get(part);
      long others = most - bound[1];
      if (bound[0] < whole[0] - others) {
        bound[0] = (int) (whole[0] - others);
        moved = true;
      }
      if (!sum.loose()) {
        others = least - bound[0];
        if (bound[1] > whole[1] - others) {
          most -= bound[1] - (whole[1] - others);
          bound[1] = (int) (whole[1] - others);
          moved = true;
        }
      }
    }
    return moved;
  }

  /** Counts that are nearly known get a program over all that stands around them. */
  private void program() {
    Map<Integer, List<Sum>> uses = new HashMap<>();
    for (Sum sum : sums) {
      uses.computeIfAbsent(sum.whole(), w -> new ArrayList<>()).add(sum);
      Arrays.stream(sum.parts())
          .forEach(part -> uses.computeIfAbsent(part, p -> new ArrayList<>()).add(sum));
    }
    for (int place = 0; place < bounds.size(); place++) {
      int[] bound = bounds.get(place);
      if (bound[0] > 0 && bound[1] > bound[0] && bound[1] - bound[0] <= NEAR) {
        int least = (int) Math.ceil(solve(place, uses, true) - 1e-6);
        int most = (int) Math.floor(solve(place, uses, false) + 1e-6);
        bound[0] = Math.max(bound[0], least);
        bound[1] = Math.min(bound[1], most);
      }
    }
  }

  private double solve(int target, Map<Integer, List<Sum>> uses, boolean least) {
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    Map<Integer, Variable> variables = new HashMap<>();
    Set<Sum> taken = new HashSet<>();
    List<Integer> queue = new ArrayList<>(List.of(target));
    for (int i = 0; i < queue.size() && queue.size() < 200; i++) {
      for (Sum sum : uses.getOrDefault(queue.get(i), List.of())) {
        if (taken.add(sum)) {
          Arrays.stream(sum.parts()).filter(p -> !queue.contains(p)).forEach(queue::add);
          if (!queue.contains(sum.whole())) {
            queue.add(sum.whole());
          }
        }
      }
    }
    for (int place : queue) {
      Variable variable = model.newVariable("v" + place);
      variable.lower(bounds.get(place)[0]).upper(bounds.get(place)[1]);
      variables.put(place, variable);
    }
    variables.get(target).weight(1);
    int number = 0;
    for (Sum sum : taken) {
      Expression expression = model.newExpression("s" + number++);
      Map<Integer, Integer> factors = new LinkedHashMap<>();
      Arrays.stream(sum.parts()).forEach(part -> factors.merge(part, 1, Integer::sum));
      factors.merge(sum.whole(), -1, Integer::sum);
      factors.forEach((place, factor) -> expression.set(variables.get(place), factor));
      if (sum.loose()) {
        expression.lower(0);
      } else {
        expression.level(0);
      }
    }
    var result = least ? model.minimise() : model.maximise();
    return result.getState().isOptimal() ? result.getValue() : bounds.get(target)[least ? 0 : 1];
  }
}
