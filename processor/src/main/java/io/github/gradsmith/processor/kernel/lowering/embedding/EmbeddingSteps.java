package io.github.gradsmith.processor.kernel.lowering.embedding;

import io.github.gradsmith.processor.plan.LayerAccess;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.LayerSteps;
import io.github.gradsmith.processor.plan.Step;
import io.github.gradsmith.processor.plan.Step.Access;
import java.util.ArrayList;
import java.util.List;

/**
 * The steps of a layer that looks up rows. Nothing goes back through it: an index has no slope.
 *
 * @param layer whose steps they are
 */
record EmbeddingSteps(LayerPlan layer) implements LayerSteps {
  private LayerAccess access() {
    return new LayerAccess(layer, false);
  }

  private static List<Access> indices(List<LayerPlan> before) {
    return before.stream().map(other -> new LayerAccess(other, false).row("a")).toList();
  }

  @Override
  public Step sums(List<LayerPlan> before) {
    List<Access> reads = new ArrayList<>(indices(before));
    reads.add(access().weights("w"));
    reads.add(access().biases("b")); // a row of none
    return new Step("sums" + layer.tag(), reads, List.of(access().sums()));
  }

  @Override
  public List<Step> delta(LayerPlan before, boolean batched) {
    return List.of();
  }

  @Override
  public List<Step> errors(LayerPlan before, boolean batched, boolean adds) {
    return List.of();
  }

  @Override
  public List<Step> accumulate(List<LayerPlan> before) {
    List<Access> gradient = List.of(access().weights("gw"), access().biases("gb"));
    List<Access> reads = new ArrayList<>(gradient);
    reads.addAll(indices(before));
    reads.add(access().row("d"));
    return List.of(new Step("accumulate" + layer.tag(), reads, gradient));
  }
}
