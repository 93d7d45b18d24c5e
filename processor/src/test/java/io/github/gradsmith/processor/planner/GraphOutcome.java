package io.github.gradsmith.processor.planner;

import io.github.gradsmith.processor.kind.registry.LayerKinds;
import io.github.gradsmith.processor.model.LayerChoice;
import io.github.gradsmith.processor.model.LayerChoice.Type;
import io.github.gradsmith.processor.model.LayerModel;
import io.github.gradsmith.processor.model.Shape;
import io.github.gradsmith.processor.model.Value;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import io.github.gradsmith.processor.plan.backward.DeltaStep;
import io.github.gradsmith.processor.plan.backward.DeltaStep.Action;
import io.github.gradsmith.processor.plan.dense.DenseLoops;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What the planner decided for a layer among others: a kind, and what becomes of it or of the
 * deltas that go back through it.
 */
public record GraphOutcome(Type kind, String result) {
  /** All that a plan has. */
  public static Set<GraphOutcome> of(NetworkPlan plan) {
    Set<GraphOutcome> outcomes = new LinkedHashSet<>();
    for (LayerPlan layer : plan.layers()) {
      forward(plan, layer).forEach(result -> outcomes.add(outcome(layer, result)));
    }
    for (DeltaStep step : plan.backward()) {
      LayerPlan value = plan.layer(step.value());
      LayerPlan reader = plan.layer(step.reader());
      if (step.action() == Action.SLOPE) {
        outcomes.add(outcome(value, "SLOPE, " + slope(value)));
      } else {
        back(plan, step, reader, value).forEach(result -> outcomes.add(outcome(reader, result)));
      }
    }
    return outcomes;
  }

  private static GraphOutcome outcome(LayerPlan layer, String result) {
    return new GraphOutcome(layer.model().choice().type(), result);
  }

  private static Set<String> forward(NetworkPlan plan, LayerPlan layer) {
    LayerModel model = layer.model();
    Set<String> results = new LinkedHashSet<>();
    results.add(model.shape().sizes().size() == 1 ? "a row" : "several dimensions");
    boolean first = layer.number() == plan.first().number();
    boolean last = layer.number() == plan.last().number();
    if (first) {
      results.add("first");
    }
    if (last) {
      results.add("last");
    }
    if (!first && !last) {
      results.add("in the middle");
    }
    for (Value value : model.from()) {
      if (value.layer() == Value.INPUT) {
        results.add("reads the input");
      } else {
        results.add(value.isLearnt() ? "reads what is learnt" : "reads what learns nothing");
      }
      if (Collections.frequency(model.from(), value) > 1) {
        results.add("reads a value twice");
      }
    }
    if (!last && hasUnreadPart(plan, model)) {
      results.add("a part that nobody reads");
    }
    return results;
  }

  private static Set<String> back(
      NetworkPlan plan, DeltaStep step, LayerPlan reader, LayerPlan value) {
    List<Value> from = reader.model().from();
    List<Shape> shapes = from.stream().map(Value::shape).toList();
    boolean whole = LayerKinds.of(reader.model().choice()).reachesAll(step.use(), shapes);
    String action = step.action() + (whole ? "" : " of a part");
    Set<String> results = new LinkedHashSet<>();
    results.add(action);
    if (step.action() == Action.ONLY) {
      results.add(action + ", " + slope(value));
    } else if (Collections.frequency(from, from.get(step.use())) > 1) {
      results.add(action + " of a value that it reads twice");
    }
    if (reader.model().choice() instanceof LayerChoice.Dense) {
      String over =
          reader.loops() instanceof DenseLoops loops
              ? loops.forward().getClass().getSimpleName()
              : "several rows";
      String simd = reader.simd().getClass().getSimpleName();
      results.add(action + " over " + over + (plan.vectorized() ? ", SIMD " + simd : ""));
    }
    return results;
  }

  private static String slope(LayerPlan value) {
    if (!value.activates()) {
      return "no activation";
    }
    return value.activation().slope().inOutput() ? "slope from a" : "slope from z";
  }

  /** Whether all readers are slices, and leave something over. */
  private static boolean hasUnreadPart(NetworkPlan plan, LayerModel value) {
    boolean[] read = new boolean[value.outputs()];
    for (LayerModel reader : plan.model().readers(value.number())) {
      if (!(reader.choice() instanceof LayerChoice.Slice slice)) {
        return false;
      }
      double[] places = IntStream.range(0, read.length).asDoubleStream().toArray();
      double[] taken =
          LayerKinds.of(slice).evaluate(List.of(value.shape()), List.of(places), new double[0]);
      Arrays.stream(taken).forEach(place -> read[(int) place] = true);
    }
    return IntStream.range(0, read.length).anyMatch(place -> !read[place]);
  }
}
