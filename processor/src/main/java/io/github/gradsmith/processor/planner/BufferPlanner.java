package io.github.gradsmith.processor.planner;

import io.github.gradsmith.processor.model.Precision;
import io.github.gradsmith.processor.optimizer.StateSlot;
import io.github.gradsmith.processor.optimizer.UpdateRule;
import io.github.gradsmith.processor.plan.Buffer;
import io.github.gradsmith.processor.plan.Buffer.Layout;
import io.github.gradsmith.processor.plan.Buffer.Role;
import io.github.gradsmith.processor.plan.LayerAccess;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.backward.DeltaStep;
import io.github.gradsmith.processor.plan.backward.DeltaStep.Action;
import io.github.gradsmith.processor.plan.shape.ForwardShape.InterleavedPanel;
import io.github.gradsmith.processor.plan.simd.SimdStorage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Lists the arrays of a network, in the order of its fields. */
final class BufferPlanner {
  private static final int CACHE_LINE = 64;
  private static final int ARRAY_HEADER = 16;
  private static final SimdStorage SAME = new SimdStorage.Same();

  private final List<LayerPlan> layers;
  private final List<DeltaStep> backward;
  private final Precision precision;
  private final boolean trains;
  private final boolean lossReadsZ;
  private final int tile;
  private final boolean vectorized;
  private final Set<Integer> paths;
  private final List<Buffer> buffers = new ArrayList<>();

  /**
   * @param backward the order in which deltas go back
   * @param lossReadsZ whether the loss is computed from the last layer's weighted sums
   */
  BufferPlanner(
      List<LayerPlan> layers,
      List<DeltaStep> backward,
      Precision precision,
      boolean trains,
      boolean lossReadsZ,
      int tile) {
    this.layers = layers;
    this.backward = backward;
    this.precision = precision;
    this.trains = trains;
    this.lossReadsZ = lossReadsZ;
    this.tile = tile;
    this.paths = LearningPaths.of(layers);
    this.vectorized = layers.stream().anyMatch(LayerPlan::isVectorized);
  }

  List<Buffer> buffers(UpdateRule update) {
    for (LayerPlan layer : layers) {
      if (layer.learns()) {
        addParameters(layer, Role.WEIGHT, "w", Role.BIAS, "b");
      }
      addCopy(layer);
      addScratch(layer);
      if (layer.activates()) {
        addOfSamples(layer, Role.PRE_ACTIVATION, "z", keepsRowsOfZ(layer));
      }
      if (!goesToTheCaller(layer, layers, trains)) {
        addOfSamples(layer, Role.ACTIVATION, "a", trains || vectorized);
      }
      if (layer.loops().moments() > 0) {
        addOfSamples(layer, Role.MOMENTS, "m", trains || vectorized, layer.loops().moments());
      }
      if (trains && paths.contains(layer.number())) {
        addOfSamples(layer, Role.DELTA, "d", true);
        if (isAddedApart(layer)) {
          addOfSamples(layer, Role.SCRATCH, "e", true);
        }
        if (layer.learns()) {
          addParameters(layer, Role.GRADIENT, "gw", Role.GRADIENT, "gb");
        }
      }
    }
    if (trains) {
      addState(update);
    }
    return buffers;
  }

  /** Whether a reader adds to its delta by way of an array. */
  private boolean isAddedApart(LayerPlan value) {
    return backward.stream()
        .filter(step -> step.action() == Action.ADD && step.value() == value.number())
        .anyMatch(step -> !layers.get(step.reader() - 2).loops().addsInPlace());
  }

  /**
   * Whether the caller's array is the only one for what a layer gives: that of the single output of
   * a predictor, which has no classes to compare. SIMD kernels take rows of our own.
   */
  static boolean goesToTheCaller(LayerPlan layer, List<LayerPlan> layers, boolean trains) {
    return !trains
        && layer == layers.get(layers.size() - 1)
        && layer.activates()
        && layer.outputs() == 1
        && layers.stream().noneMatch(LayerPlan::isVectorized);
  }

  private void addState(UpdateRule update) {
    for (LayerPlan layer : layers.stream().filter(LayerPlan::learns).toList()) {
      for (StateSlot slot : update.slots()) {
        addParameters(layer, Role.STATE, slot.letter() + "w", Role.STATE, slot.letter() + "b");
      }
    }
    if (update.countsSteps() || layers.stream().anyMatch(LayerPlan::drops)) {
      buffers.add(
          new Buffer(LayerAccess.STEPS, 0, Role.STATE, Precision.DOUBLE, 1, 1, Layout.ARRAY, SAME));
    }
  }

  /** Whether the weighted sums of a sample are read after those of the next one are computed. */
  private boolean keepsRowsOfZ(LayerPlan layer) {
    boolean last = layer.number() == layers.get(layers.size() - 1).number();
    boolean byLayer = vectorized || layers.stream().anyMatch(LayerPlan::goesInBlocks);
    return layer.keepsZ()
        || vectorized
        || layer.goesInBlocks()
        || last && trains && byLayer && lossReadsZ;
  }

  private void add(
      LayerPlan layer,
      Role role,
      String letter,
      int rows,
      int width,
      Layout layout,
      SimdStorage simd) {
    buffers.add(
        new Buffer(
            letter + layer.tag(), layer.number(), role, precision, rows, width, layout, simd));
  }

  private void addRow(LayerPlan layer, Role role, String letter, int width) {
    add(layer, role, letter, 1, width, Layout.ARRAY, SAME);
  }

  private void addParameters(
      LayerPlan layer, Role ofWeights, String weights, Role ofBiases, String biases) {
    addWeights(layer, ofWeights, weights);
    addRow(layer, ofBiases, biases, layer.biases());
    if (layer.lacksBiases() && ofWeights == Role.WEIGHT) {
      addRow(layer, Role.CONSTANT, "zeros", layer.weightOutputs());
    }
    if (layer.lacksBiases() && ofWeights == Role.GRADIENT) {
      addRow(layer, Role.SCRATCH, "lost", layer.weightOutputs());
    }
  }

  private void addWeights(LayerPlan layer, Role role, String letter) {
    Layout layout = layer.isInputMajor() ? Layout.INPUTS : Layout.NEURONS;
    SimdStorage simd =
        layer.hasPanels() ? new SimdStorage.Panels(layer.inputs(), layer.outputs()) : SAME;
    add(layer, role, letter, layer.rows(), layer.rowLength(), layout, simd);
  }

  private void addOfSamples(LayerPlan layer, Role role, String letter, boolean ofAll) {
    addOfSamples(layer, role, letter, ofAll, layer.outputs());
  }

  private void addOfSamples(LayerPlan layer, Role role, String letter, boolean ofAll, int width) {
    add(layer, role, letter, ofAll ? tile : 1, width, ofAll ? Layout.TILE : Layout.ARRAY, SAME);
  }

  /** The weights once more, in the order in which plain loops read them. */
  private void addCopy(LayerPlan layer) {
    SimdStorage simd = layer.hasPanels() ? new SimdStorage.Absent() : SAME;
    layer.loops().packing().ifPresent(shape -> addPacked(layer, shape, simd));
    if (layer.transposes()) {
      add(layer, Role.SCRATCH, "p", layer.outputs(), layer.inputs(), Layout.NEURONS, simd);
    }
  }

  private void addPacked(LayerPlan layer, InterleavedPanel shape, SimdStorage simd) {
    int groups = shape.groups(layer.outputs());
    add(layer, Role.SCRATCH, "p", groups, aligned(shape.packed()), Layout.PACKED, simd);
  }

  private void addScratch(LayerPlan layer) {
    int plain = plainScratch(layer);
    if (layer.hasPanels()) {
      int rows = tile + layer.simd().copiedRows();
      SimdStorage simd = new SimdStorage.Panels(rows, layer.outputs());
      add(layer, Role.SCRATCH, "sums", 1, plain, Layout.ARRAY, simd);
    } else if (plain > 0) {
      addRow(layer, Role.SCRATCH, "sums", plain);
    }
  }

  /** Numbers that the plain loops need besides. */
  private int plainScratch(LayerPlan layer) {
    int most = layer.loops().scratch(layer, trains).stream().max(Integer::compare).orElse(0);
    return layer.loops().packing().isPresent() ? aligned(most) : most;
  }

  /**
   * At least {@code length}, so that arrays of it, one after the other, begin alike within a cache
   * line: their 16 bytes of header and their content fill whole lines.
   */
  private int aligned(int length) {
    int line = CACHE_LINE / precision.bytes();
    int header = ARRAY_HEADER / precision.bytes();
    return (length + header + line - 1) / line * line - header;
  }
}
