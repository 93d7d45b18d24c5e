package io.github.gradsmith.processor.plan;

import io.github.gradsmith.processor.optimizer.StateSlot;
import io.github.gradsmith.processor.optimizer.UpdateRule;
import io.github.gradsmith.processor.plan.Step.Access;
import io.github.gradsmith.processor.plan.shape.ForwardShape.InterleavedPanel;
import java.util.ArrayList;
import java.util.List;

/**
 * The steps of one layer, in the plain loops or in SIMD.
 *
 * @param layer whose steps they are
 * @param simd whether its SIMD kernels run
 * @param trains whether deltas go back
 * @param tile samples of a mini-batch that are kept at once
 */
record LayerSteps(LayerPlan layer, boolean simd, boolean trains, int tile) {
  private static Access row(String letter, LayerPlan of) {
    return new Access(letter + of.number(), 1, of.outputs());
  }

  private Access weights(String letter) {
    boolean panels = simd && layer.hasPanels();
    return panels
        ? new Access(letter + layer.number(), layer.inputs(), layer.outputs())
        : new Access(letter + layer.number(), layer.rows(), layer.rowLength());
  }

  private Access scratch(int numbers) {
    return new Access("sums" + layer.number(), 1, numbers);
  }

  private Access scratchOfPanels(int rows) {
    return new Access("sums" + layer.number(), rows, layer.outputs());
  }

  private Access packed(InterleavedPanel shape) {
    return new Access("p" + layer.number(), shape.groups(layer.outputs()), shape.packed());
  }

  private Access transposed() {
    return new Access("p" + layer.number(), layer.outputs(), layer.inputs());
  }

  private String name(String what) {
    return what + layer.number();
  }

  /** The copy of the weights in the order in which the sums read them. */
  Step pack(InterleavedPanel shape) {
    return new Step(name("pack"), List.of(weights("w")), List.of(packed(shape)));
  }

  /** The weighted sums of what the layers {@code before} give, and of the network's input. */
  Step sums(List<LayerPlan> before) {
    List<Access> reads = new ArrayList<>(List.of(row("b", layer)));
    List<Access> writes = new ArrayList<>(List.of(row("z", layer)));
    before.forEach(other -> reads.add(row("a", other)));
    if (simd) {
      reads.add(weights("w"));
      if (layer.hasPanels()) {
        writes.add(scratchOfPanels(tile));
      }
    } else {
      reads.add(layer.forward().packing().map(this::packed).orElseGet(() -> weights("w")));
      layer.forward().sumScratch(trains).forEach(numbers -> writes.add(scratch(numbers)));
    }
    return new Step(name("sums"), reads, writes);
  }

  Step activate() {
    return new Step(name("activate"), List.of(row("z", layer)), List.of(row("a", layer)));
  }

  /** The loss of the last layer. */
  Step loss(boolean fromZ) {
    return new Step(name("loss"), List.of(row(fromZ ? "z" : "a", layer)), List.of());
  }

  /** The outputs of the last layer, copied to the caller. */
  Step output() {
    return new Step(name("output"), List.of(row("a", layer)), List.of());
  }

  /** The deltas of the last layer. */
  Step outputDelta() {
    return new Step(name("delta"), slopeReads(layer), List.of(row("d", layer)));
  }

  private static List<Access> slopeReads(LayerPlan of) {
    return of.keepsZ() ? List.of(row("a", of), row("z", of)) : List.of(row("a", of));
  }

  /** The deltas of the layer {@code before}, which come back through this layer's weights. */
  Step deltaOf(LayerPlan before) {
    List<Access> reads = new ArrayList<>(slopeReads(before));
    reads.add(row("d", layer));
    reads.add(weights("w"));
    List<Access> writes = new ArrayList<>(List.of(row("d", before)));
    addScratchOfDelta(writes);
    return new Step("delta" + before.number(), reads, writes);
  }

  private void addScratchOfDelta(List<Access> writes) {
    if (simd && layer.hasPanels()) {
      writes.add(scratchOfPanels(tile + layer.simd().copiedRows()));
    } else if (!simd) {
      layer.forward().backScratch().forEach(numbers -> writes.add(scratch(numbers)));
    }
  }

  /** The copy of the weights with rows and columns in each other's place. */
  Step transpose() {
    return new Step(name("transpose"), List.of(weights("w")), List.of(transposed()));
  }

  /**
   * What reaches the layer {@code before} through this layer.
   *
   * @param copied whether it comes through the transposed copy of the weights
   * @param adds whether other layers have reached it already
   */
  Step errorsOf(LayerPlan before, boolean copied, boolean adds) {
    List<Access> reads =
        new ArrayList<>(List.of(row("d", layer), copied ? transposed() : weights("w")));
    List<Access> writes = new ArrayList<>(List.of(row("d", before)));
    if (adds) {
      reads.add(row("d", before));
    }
    if (!copied) {
      addScratchOfDelta(writes);
    }
    return new Step((adds ? "addErrors" : "errors") + before.number(), reads, writes);
  }

  /** What this layer's delta is before the parts of its readers are added. */
  Step clearDelta() {
    return new Step(name("clearDelta"), List.of(), List.of(row("d", layer)));
  }

  /** Errors times the derivative of this layer's activation. */
  Step slope() {
    List<Access> reads = new ArrayList<>(slopeReads(layer));
    reads.add(row("d", layer));
    return new Step(name("slope"), reads, List.of(row("d", layer)));
  }

  Step clearGradient() {
    return new Step(name("clear"), List.of(), List.of(weights("gw"), row("gb", layer)));
  }

  /** Adds the gradients of all samples of a tile. */
  Step accumulate(List<LayerPlan> before) {
    List<Access> gradient = List.of(weights("gw"), row("gb", layer));
    List<Access> reads = new ArrayList<>(gradient);
    reads.add(row("d", layer));
    before.forEach(other -> reads.add(row("a", other)));
    List<Access> writes = new ArrayList<>(gradient);
    if (simd && layer.hasPanels()) {
      writes.add(scratchOfPanels(tile));
    } else if (!simd) {
      layer
          .forward()
          .updateScratch(layer.inputs())
          .forEach(numbers -> writes.add(scratch(numbers)));
    }
    return new Step(name("accumulate"), reads, writes);
  }

  /** Changes the parameters. */
  Step update(UpdateRule rule) {
    List<Access> kept = new ArrayList<>(List.of(weights("w"), row("b", layer)));
    for (StateSlot slot : rule.slots()) {
      kept.add(weights(slot.letter() + "w"));
      kept.add(row(slot.letter() + "b", layer));
    }
    if (rule.countsSteps()) {
      kept.add(new Access(BufferPlanner.STEPS, 1, 1));
    }
    List<Access> reads = new ArrayList<>(kept);
    reads.add(weights("gw"));
    reads.add(row("gb", layer));
    return new Step(name("update"), reads, kept);
  }
}
