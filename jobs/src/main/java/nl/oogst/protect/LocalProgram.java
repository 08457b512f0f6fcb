package nl.oogst.protect;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * The least and the most that an unknown can be under all relations around it at once, by linear
 * programming. Only the nearest unknowns take part; those farther away keep the bounds they have,
 * so that the cost of one program does not grow with the release. The bounds that come out are
 * never tighter than the truth allows.
 */
final class LocalProgram {
  private static final int MOST_UNKNOWNS = 250;
  private static final double EPSILON = 1e-6;

  private final LinearSystem system;
  private final Propagation propagation;

  LocalProgram(LinearSystem system, Propagation propagation) {
    this.system = system;
    this.propagation = propagation;
  }

  /** Tightens the bounds of an unknown; false when the solver gave no answer. */
  boolean tighten(int unknown) {
    Set<Integer> near = new HashSet<>();
    Set<Integer> relations = new HashSet<>();
    gather(unknown, near, relations);
    Double least = solve(unknown, near, relations, true);
    Double most = solve(unknown, near, relations, false);
    if (least == null || most == null) {
      return false;
    }
    system.raise(unknown, least - EPSILON);
    system.lower(unknown, most + EPSILON);
    return true;
  }

  private void gather(int unknown, Set<Integer> near, Set<Integer> relations) {
    ArrayDeque<Integer> queue = new ArrayDeque<>();
    queue.add(unknown);
    near.add(unknown);
    while (!queue.isEmpty() && near.size() < MOST_UNKNOWNS) {
      for (int relation : propagation.relationsOf(queue.poll())) {
        if (relations.add(relation)) {
          int end = system.relations().start(relation + 1);
          for (int term = system.relations().start(relation); term < end; term++) {
            int other = system.relations().unknown(term);
            if (near.size() < MOST_UNKNOWNS && near.add(other)) {
              queue.add(other);
            }
          }
        }
      }
    }
  }

  private Double solve(int target, Set<Integer> near, Set<Integer> relations, boolean least) {
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    Map<Integer, Variable> variables = new HashMap<>();
    for (int unknown : near.stream().sorted().toList()) {
      Variable variable =
          model.newVariable("x" + unknown).lower(system.low(unknown)).upper(system.high(unknown));
      if (unknown == target) {
        variable.weight(BigDecimal.ONE);
      }
      variables.put(unknown, variable);
    }
    for (int r : relations.stream().sorted().toList()) {
      add(model, variables, system.relations().get(r), r);
    }
    Optimisation.Result result = least ? model.minimise() : model.maximise();
    return result.getState().isOptimal() ? (Double) result.getValue() : null;
  }

  private void add(
      ExpressionsBasedModel model,
      Map<Integer, Variable> variables,
      LinearSystem.Relation relation,
      int name) {
    Map<Integer, Double> inside = new LinkedHashMap<>();
    double least = relation.least();
    double most = relation.most();
    for (int i = 0; i < relation.unknowns().length; i++) {
      int unknown = relation.unknowns()[i];
      double factor = relation.factors()[i];
      if (variables.containsKey(unknown)) {
        inside.merge(unknown, factor, Double::sum);
      } else {
        // one farther away takes any value within its bounds
        double low = factor > 0 ? system.low(unknown) : system.high(unknown);
        double high = factor > 0 ? system.high(unknown) : system.low(unknown);
        most -= factor * low;
        least -= factor * high;
      }
    }
    Expression expression = model.newExpression("r" + name);
    inside.forEach((unknown, factor) -> expression.set(variables.get(unknown), factor));
    if (least > -LinearSystem.UNBOUNDED) {
      expression.lower(least);
    }
    if (most < LinearSystem.UNBOUNDED) {
      expression.upper(most);
    }
  }
}
