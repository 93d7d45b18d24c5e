package io.github.gradsmith.processor.plan.dense;

import io.github.gradsmith.processor.layer.LossTerm;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import io.github.gradsmith.processor.plan.shape.ForwardShape;
import io.github.gradsmith.processor.plan.shape.ForwardShape.InputMajor;
import io.github.gradsmith.processor.plan.shape.ForwardShape.InterleavedPanel;
import io.github.gradsmith.processor.plan.shape.ForwardShape.RegisterBlocks;
import io.github.gradsmith.processor.plan.shape.ForwardShape.SplitAccumulators;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the planner decided for a layer, or what follows from it for a mini-batch: a decision and
 * one of its results in words.
 */
public record Outcome(Decision decision, String result) {
  /** Floats of the widest vectors: what they leave over is dealt with behind the loop. */
  static final int LANES = 16;

  /** What is decided. */
  public enum Decision {
    LOOP,
    WAY_BACK,
    UPDATE,
    SCHEDULE,
    LOSS,
    SLOPE,
    POSITION,
    BATCH
  }

  /** Two outcomes that a layer meets at once. */
  public record Pair(Outcome one, Outcome other) {}

  /**
   * All pairs that {@code layer} meets when a mini-batch goes through it.
   *
   * @param samples rows of the mini-batch
   * @param simd whether SIMD kernels run where there are any
   */
  public static Set<Pair> pairs(NetworkPlan plan, LayerPlan layer, int samples, boolean simd) {
    Map<Decision, String> results = of(plan, layer, samples, simd);
    Set<Pair> pairs = new LinkedHashSet<>();
    for (Decision one : results.keySet()) {
      for (Decision other : results.keySet()) {
        if (one.compareTo(other) <= 0) {
          pairs.add(
              new Pair(new Outcome(one, results.get(one)), new Outcome(other, results.get(other))));
        }
      }
    }
    return pairs;
  }

  private static Map<Decision, String> of(
      NetworkPlan plan, LayerPlan layer, int samples, boolean simd) {
    boolean kernels = simd && layer.isVectorized();
    Map<Decision, String> results = new EnumMap<>(Decision.class);
    results.put(
        Decision.LOOP,
        kernels ? simd(layer, "loop") : loop(DenseLoops.of(layer).forward(), layer.outputs()));
    results.put(Decision.SCHEDULE, schedule(plan, layer, samples, simd));
    results.put(Decision.POSITION, position(plan, layer));
    results.put(Decision.BATCH, batch(plan, samples));
    if (plan.trains()) {
      results.put(Decision.UPDATE, kernels ? simd(layer, "update") : update(plan, layer));
      results.put(Decision.SLOPE, slope(layer));
      if (layer.number() > 2) {
        results.put(
            Decision.WAY_BACK, kernels ? simd(layer, "way back") : wayBack(plan, layer, samples));
      }
      if (layer.number() == plan.last().number()) {
        results.put(Decision.LOSS, loss(plan.output().lossTerm()));
      }
    }
    return results;
  }

  /** How weighted sums of a layer of so many outputs are looped. */
  static String loop(ForwardShape shape, int outputs) {
    if (shape instanceof RegisterBlocks blocks) {
      return outputs == blocks.rows()
          ? "one block of rows"
          : "blocks of rows" + rest(outputs % blocks.rows());
    }
    if (shape instanceof SplitAccumulators fold) {
      return fold(fold) + (outputs == 1 ? ", one row" : ", pairs of rows");
    }
    if (shape instanceof InterleavedPanel packed) {
      return "packed rows" + rest(outputs % packed.rows());
    }
    if (shape instanceof InputMajor columns) {
      return columns.inputs() == 0 ? "rows for inputs in a pass" : "rows for inputs in passes";
    }
    return "written out";
  }

  private static String fold(SplitAccumulators fold) {
    return "fold of "
        + fold.terms()
        + " terms"
        + (fold.folds() > 1 ? ", folded again" : "")
        + rest(fold.tail());
  }

  private static String rest(int left) {
    return left == 0 ? "" : " and a rest";
  }

  /** How deltas go back through rows for inputs. */
  static String back(InputMajor columns) {
    return columns.back() instanceof SplitAccumulators fold ? fold(fold) : "blocks of rows";
  }

  private static String wayBack(NetworkPlan plan, LayerPlan layer, int samples) {
    if (layer.unrolled()) {
      return "written out";
    }
    if (DenseLoops.of(layer).forward() instanceof InputMajor columns) {
      boolean transposed = layer.transposes() && samples >= InterleavedPanel.WORTH_PACKING;
      return transposed ? "over a transposed copy" : back(columns);
    }
    int group = layer.outputs() % 5 == 0 ? 5 : 4;
    return "rows by " + group + rest(layer.outputs() % group);
  }

  private static String update(NetworkPlan plan, LayerPlan layer) {
    String blocks = layer.goesInBlocks() ? " in blocks" : "";
    if (layer.unrolled()) {
      return "written out";
    }
    if (layer.isInputMajor()) {
      return "rows for inputs" + blocks;
    }
    return DenseLoops.of(layer).forward() instanceof InterleavedPanel
        ? "pairs of rows" + rest(layer.outputs() % 2) + blocks
        : "rows";
  }

  private static String simd(LayerPlan layer, String what) {
    String shape = layer.hasPanels() ? "panels" : layer.isInputMajor() ? "rows for inputs" : "rows";
    int length = layer.hasPanels() ? layer.outputs() : layer.rowLength();
    return "SIMD " + what + " over " + shape + rest(length % LANES);
  }

  private static String schedule(NetworkPlan plan, LayerPlan layer, int samples, boolean simd) {
    boolean kernels = simd && plan.vectorized();
    boolean byLayer = kernels || plan.hasBlocks() && samples >= InterleavedPanel.WORTH_PACKING;
    if (!byLayer || samples == 1) {
      return "sample by sample";
    }
    boolean own = !(kernels && layer.isVectorized());
    return own && layer.isBlocked()
        ? "block by block"
        : own && layer.isSwept() ? "all samples at once" : "layer by layer";
  }

  private static String position(NetworkPlan plan, LayerPlan layer) {
    boolean first = layer.number() == plan.first().number();
    boolean last = layer.number() == plan.last().number();
    return first && last ? "only" : first ? "first" : last ? "last" : "middle";
  }

  private static String batch(NetworkPlan plan, int samples) {
    if (samples < InterleavedPanel.WORTH_PACKING) {
      return samples == 1 ? "one sample" : "a few samples";
    }
    return samples <= plan.tile() ? "within a tile" : "beyond a tile";
  }

  private static String slope(LayerPlan layer) {
    return layer.activation().slope().inOutput() ? "from a" : "from z";
  }

  private static String loss(LossTerm term) {
    return term instanceof LossTerm.InOutput
        ? "from a"
        : term instanceof LossTerm.InWeightedSum ? "from z" : "from all z";
  }
}
