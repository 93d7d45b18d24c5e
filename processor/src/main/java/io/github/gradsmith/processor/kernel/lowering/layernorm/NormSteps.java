package io.github.gradsmith.processor.kernel.lowering.layernorm;

import io.github.gradsmith.processor.plan.LayerAccess;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.LayerSteps;
import io.github.gradsmith.processor.plan.Step;
import io.github.gradsmith.processor.plan.Step.Access;
import java.util.ArrayList;
import java.util.List;

/**
 * The steps of a layer that makes rows normal.
 *
 * @param layer whose steps they are
 */
record NormSteps(LayerPlan layer) implements LayerSteps {
  private LayerAccess access() {
    return new LayerAccess(layer, false);
  }

  private static List<Access> values(List<LayerPlan> before) {
    return before.stream().map(other -> new LayerAccess(other, false).row("a")).toList();
  }

  @Override
  public Step sums(List<LayerPlan> before) {
    List<Access> reads = new ArrayList<>(values(before));
    reads.add(access().weights("w"));
    reads.add(access().biases("b"));
    return new Step("sums" + layer.tag(), reads, List.of(access().sums(), access().moments()));
  }

  @Override
  public List<Step> delta(LayerPlan before, boolean batched) {
    return List.of(back("delta", before, new LayerAccess(before, false).slope()));
  }

  @Override
  public List<Step> errors(LayerPlan before, boolean batched, boolean adds) {
    List<Access> reads = new ArrayList<>(values(List.of(before)));
    if (adds) {
      reads.add(new LayerAccess(before, false).row("d"));
    }
    return List.of(back(adds ? "addErrors" : "errors", before, reads));
  }

  private Step back(String name, LayerPlan before, List<Access> ofValue) {
    List<Access> reads = new ArrayList<>(ofValue);
    reads.add(access().row("d"));
    reads.add(access().weights("w"));
    reads.add(access().moments());
    Access delta = new LayerAccess(before, false).row("d");
    return new Step(name + before.tag(), reads, List.of(access().moments(), delta));
  }

  @Override
  public List<Step> accumulate(List<LayerPlan> before) {
    List<Access> gradient = List.of(access().weights("gw"), access().biases("gb"));
    List<Access> reads = new ArrayList<>(gradient);
    reads.addAll(values(before));
    reads.add(access().row("d"));
    reads.add(access().moments());
    return List.of(new Step("accumulate" + layer.tag(), reads, gradient));
  }
}
