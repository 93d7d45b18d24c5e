package io.github.gradsmith.processor.plan.dense;

import static io.github.gradsmith.Activation.LOG_SOFTMAX;
import static io.github.gradsmith.Activation.SOFTMAX;

import io.github.gradsmith.Activation;
import io.github.gradsmith.Loss;
import io.github.gradsmith.processor.kind.registry.Layers;
import io.github.gradsmith.processor.model.LayerModel;
import io.github.gradsmith.processor.model.NetworkModel;
import io.github.gradsmith.processor.model.Precision;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import io.github.gradsmith.processor.plan.dense.Outcome.Pair;
import io.github.gradsmith.processor.plan.shape.ForwardShape;
import io.github.gradsmith.processor.plan.shape.ForwardShape.InputMajor;
import io.github.gradsmith.processor.planner.Models;
import io.github.gradsmith.processor.planner.Planner;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Every pair of outcomes that the planner can produce for layers of 1 to 600 neurons before and
 * after. All of these sizes are looked at; of those that the rules treat alike, one is planned in
 * every place of a network, with every kind of loss and slope and mini-batch.
 */
public final class ReachablePairs {
  private static final int LARGEST = 600;

  /** The widths around the layer. */
  private static final int NEIGHBOUR = 3;

  /**
   * A size of layer that stands for all that the rules treat alike.
   *
   * @param precision of the network
   * @param inputs of the layer
   * @param outputs of the layer
   */
  public record Size(Precision precision, int inputs, int outputs) {}

  private static final List<Size> SIZES = everySize();

  private final Map<Pair, Size> pairs = new LinkedHashMap<>();
  private final List<Ends> ends = ends();

  private ReachablePairs() {}

  /** Each pair with a size of layer that meets it. */
  public static Map<Pair, Size> all() {
    return All.PAIRS;
  }

  /** Found once: it takes seconds. */
  private static final class All {
    static final Map<Pair, Size> PAIRS = Collections.unmodifiableMap(ReachablePairs.find());
  }

  private static Map<Pair, Size> find() {
    ReachablePairs reachable = new ReachablePairs();
    for (Size size : sizes()) {
      reachable.add(size);
    }
    return reachable.pairs;
  }

  /** One size for each way in which the rules decide. */
  public static List<Size> sizes() {
    return SIZES;
  }

  private static List<Size> everySize() {
    List<Size> sizes = new ArrayList<>();
    Set<Object> seen = new HashSet<>();
    for (Precision precision : Precision.values()) {
      for (int inputs = 1; inputs <= LARGEST; inputs++) {
        for (int outputs = 1; outputs <= LARGEST; outputs++) {
          if (seen.add(decisions(precision, inputs, outputs))) {
            sizes.add(new Size(precision, inputs, outputs));
          }
        }
      }
    }
    return sizes;
  }

  /** What the rules say of a layer, without the numbers in it. */
  private static Object decisions(Precision precision, int inputs, int outputs) {
    NetworkModel network = Models.vectorized(precision, 1, inputs, outputs);
    LayerModel later = network.layers().get(1);
    LayerModel first = Layers.dense(2, inputs, outputs, later.activation(), later.initializer());
    ForwardShape shape = ShapeRules.forward(later);
    return List.of(
        Outcome.loop(shape, outputs),
        shape instanceof InputMajor columns ? Outcome.back(columns) : "",
        outputs % 5 == 0,
        outputs % 4 == 0,
        outputs % 2 == 0,
        outputs % Outcome.LANES == 0,
        inputs % Outcome.LANES == 0,
        ScheduleRules.of(later, shape, true).getClass(),
        SimdRules.of(later, shape, network).getClass(),
        SimdRules.of(first, shape, network).getClass());
  }

  /** An activation before the last layer, one in it, and the loss. */
  private record Ends(Activation hidden, Activation last, Loss loss) {
    boolean isSoftmax() {
      return last == SOFTMAX || last == LOG_SOFTMAX;
    }
  }

  /** One for each kind of slope and loss term. */
  private static List<Ends> ends() {
    Map<List<Object>, Ends> kinds = new LinkedHashMap<>();
    for (Activation hidden : EnumSet.complementOf(EnumSet.of(SOFTMAX, LOG_SOFTMAX))) {
      for (Activation last : Activation.values()) {
        for (Loss loss : Loss.values()) {
          boolean softmax = last == SOFTMAX || last == LOG_SOFTMAX;
          boolean allowed =
              (loss != Loss.CROSS_ENTROPY || softmax)
                  && (loss != Loss.BINARY_CROSS_ENTROPY || last == Activation.SIGMOID);
          if (allowed) {
            NetworkPlan plan =
                Planner.plan(
                    Models.network(Precision.FLOAT, false, true, hidden, last, loss, 1, 2, 3));
            kinds.putIfAbsent(
                List.of(
                    plan.first().activation().slope().inOutput(),
                    plan.last().activation().slope().inOutput(),
                    plan.output().lossTerm().getClass()),
                new Ends(hidden, last, loss));
          }
        }
      }
    }
    return List.copyOf(kinds.values());
  }

  private void add(Size size) {
    for (Ends output : ends) {
      for (boolean vectorized : new boolean[] {false, true}) {
        for (int[] widths : places(size)) {
          if (output.isSoftmax() && widths[widths.length - 1] == 1) {
            continue; // whose only output would always be 1
          }
          NetworkModel model =
              Models.network(
                  size.precision(),
                  vectorized,
                  true,
                  output.hidden(),
                  output.last(),
                  output.loss(),
                  widths);
          add(size, Planner.plan(model), vectorized);
        }
      }
    }
  }

  /** The layer alone, first, in the middle, and last. */
  private static List<int[]> places(Size size) {
    int inputs = size.inputs();
    int outputs = size.outputs();
    return List.of(
        new int[] {inputs, outputs},
        new int[] {inputs, outputs, NEIGHBOUR},
        new int[] {NEIGHBOUR, inputs, outputs, NEIGHBOUR},
        new int[] {NEIGHBOUR, inputs, outputs});
  }

  private void add(Size size, NetworkPlan plan, boolean simd) {
    for (LayerPlan layer : plan.layers()) {
      boolean meant = layer.inputs() == size.inputs() && layer.outputs() == size.outputs();
      for (int samples : meant ? new int[] {1, 3, 10, plan.tile() + 1} : new int[0]) {
        Outcome.pairs(plan, layer, samples, simd).forEach(pair -> pairs.putIfAbsent(pair, size));
      }
    }
  }
}
