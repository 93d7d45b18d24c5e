package io.github.gradsmith.processor.kernel.lowering.dense;

import io.github.gradsmith.processor.plan.LayerAccess;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.LayerSteps;
import io.github.gradsmith.processor.plan.Step;
import io.github.gradsmith.processor.plan.Step.Access;
import io.github.gradsmith.processor.plan.dense.DenseLoops;
import io.github.gradsmith.processor.plan.shape.ForwardShape;
import io.github.gradsmith.processor.plan.shape.ForwardShape.InterleavedPanel;
import java.util.ArrayList;
import java.util.List;

/**
 * The steps of a dense layer, in the plain loops or in SIMD.
 *
 * @param access to its buffers
 * @param trains whether deltas go back
 * @param tile samples of a mini-batch that are kept at once
 */
record DenseSteps(LayerAccess access, boolean trains, int tile) implements LayerSteps {
  private LayerPlan layer() {
    return access.layer();
  }

  private boolean simd() {
    return access.simd();
  }

  private ForwardShape forward() {
    return DenseLoops.of(layer()).forward();
  }

  private static Access row(String letter, LayerPlan of) {
    return new LayerAccess(of, false).row(letter);
  }

  private String name(String what) {
    return what + layer().tag();
  }

  private Access packed(InterleavedPanel shape) {
    return new Access(name("p"), shape.groups(layer().outputs()), shape.packed());
  }

  private Access transposed() {
    return new Access(name("p"), layer().outputs(), layer().inputs());
  }

  /** The copy of the weights in the order in which the sums read them. */
  @Override
  public List<Step> prepare() {
    return simd()
        ? List.of()
        : forward().packing().stream()
            .map(
                shape ->
                    new Step(name("pack"), List.of(access.weights("w")), List.of(packed(shape))))
            .toList();
  }

  @Override
  public Step sums(List<LayerPlan> before) {
    List<Access> reads = new ArrayList<>(List.of(access.biases("b")));
    if (layer().lacksBiases()) {
      reads.add(access.inPlaceOfBiases("zeros"));
    }
    List<Access> writes = new ArrayList<>(List.of(access.row("z")));
    before.forEach(other -> reads.add(row("a", other)));
    if (simd()) {
      reads.add(access.weights("w"));
      if (layer().hasPanels()) {
        writes.add(access.scratchOfPanels(tile));
      }
    } else {
      reads.add(forward().packing().map(this::packed).orElseGet(() -> access.weights("w")));
      forward().sumScratch(trains).forEach(numbers -> writes.add(access.scratch(numbers)));
    }
    return new Step(name("sums"), reads, writes);
  }

  @Override
  public List<Step> delta(LayerPlan before, boolean batched) {
    LayerAccess value = new LayerAccess(before, false);
    if (copies(batched)) {
      List<Access> reads = new ArrayList<>(value.slope());
      reads.add(value.row("d"));
      Step slope = new Step("slope" + before.tag(), reads, List.of(value.row("d")));
      return List.of(transpose(), errorsOf(before, true, false), slope);
    }
    List<Access> reads = new ArrayList<>(value.slope());
    reads.add(access.row("d"));
    reads.add(access.weights("w"));
    List<Access> writes = new ArrayList<>(List.of(value.row("d")));
    addScratchOfDelta(writes);
    return List.of(new Step("delta" + before.tag(), reads, writes));
  }

  private boolean copies(boolean batched) {
    return batched && !simd() && layer().transposes();
  }

  private void addScratchOfDelta(List<Access> writes) {
    if (simd() && layer().hasPanels()) {
      writes.add(access.scratchOfPanels(tile + layer().simd().copiedRows()));
    } else if (!simd()) {
      forward().backScratch().forEach(numbers -> writes.add(access.scratch(numbers)));
    }
  }

  /** The copy of the weights with rows and columns in each other's place. */
  private Step transpose() {
    return new Step(name("transpose"), List.of(access.weights("w")), List.of(transposed()));
  }

  @Override
  public List<Step> errors(LayerPlan before, boolean batched, boolean adds) {
    if (copies(batched)) {
      return List.of(transpose(), errorsOf(before, true, adds));
    }
    return adds ? apart(before) : List.of(errorsOf(before, false, false));
  }

  /** The loops set what they compute: an array of its own, which is then added. */
  private List<Step> apart(LayerPlan before) {
    List<Access> reads = List.of(access.row("d"), access.weights("w"));
    List<Access> writes = new ArrayList<>(List.of(row("e", before)));
    addScratchOfDelta(writes);
    Step errors = new Step("errorsApart" + before.tag(), reads, writes);
    List<Access> added = List.of(row("e", before), row("d", before));
    return List.of(errors, new Step("addErrors" + before.tag(), added, List.of(row("d", before))));
  }

  /**
   * @param copied whether the errors come through the transposed copy of the weights
   */
  private Step errorsOf(LayerPlan before, boolean copied, boolean adds) {
    List<Access> reads =
        new ArrayList<>(List.of(access.row("d"), copied ? transposed() : access.weights("w")));
    List<Access> writes = new ArrayList<>(List.of(row("d", before)));
    if (adds) {
      reads.add(row("d", before));
    }
    if (!copied) {
      addScratchOfDelta(writes);
    }
    return new Step((adds ? "addErrors" : "errors") + before.tag(), reads, writes);
  }

  @Override
  public List<Step> accumulate(List<LayerPlan> before) {
    List<Access> gradient = List.of(access.weights("gw"), access.biases("gb"));
    List<Access> reads = new ArrayList<>(gradient);
    reads.add(access.row("d"));
    before.forEach(other -> reads.add(row("a", other)));
    List<Access> writes = new ArrayList<>(gradient);
    if (layer().lacksBiases()) {
      writes.add(access.inPlaceOfBiases("lost"));
    }
    if (simd() && layer().hasPanels()) {
      writes.add(access.scratchOfPanels(tile));
    } else if (!simd()) {
      forward()
          .updateScratch(layer().inputs())
          .forEach(numbers -> writes.add(access.scratch(numbers)));
    }
    return List.of(new Step(name("accumulate"), reads, writes));
  }
}
