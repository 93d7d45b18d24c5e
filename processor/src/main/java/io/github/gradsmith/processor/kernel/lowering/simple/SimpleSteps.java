package io.github.gradsmith.processor.kernel.lowering.simple;

import io.github.gradsmith.processor.model.LayerParameter;
import io.github.gradsmith.processor.plan.LayerAccess;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.LayerSteps;
import io.github.gradsmith.processor.plan.Step;
import io.github.gradsmith.processor.plan.Step.Access;
import java.util.ArrayList;
import java.util.List;

/**
 * The steps of a layer that goes forward and back in a loop, sample by sample.
 *
 * @param layer whose steps they are
 */
public record SimpleSteps(LayerPlan layer) implements LayerSteps {
  private LayerAccess access() {
    return new LayerAccess(layer, false);
  }

  @Override
  public Step sums(List<LayerPlan> before) {
    List<Access> reads = new ArrayList<>();
    if (layer.lacksBiases()) {
      reads.add(access().inPlaceOfBiases("zeros"));
    }
    before.forEach(other -> reads.add(new LayerAccess(other, false).row("a")));
    addParameters(reads);
    return new Step("sums" + layer.tag(), reads, List.of(access().sums()));
  }

  private void addParameters(List<Access> reads) {
    if (layer.learns()) {
      reads.add(access().weights("w"));
      reads.add(access().biases("b"));
    }
    for (LayerParameter statistic : layer.model().statistics()) {
      reads.add(access().row(statistic.name()));
    }
  }

  @Override
  public List<Step> delta(LayerPlan before, boolean batched) {
    LayerAccess value = new LayerAccess(before, false);
    List<Access> reads = new ArrayList<>(value.slope());
    reads.add(access().row("d"));
    addParameters(reads);
    return List.of(new Step("delta" + before.tag(), reads, List.of(value.row("d"))));
  }

  @Override
  public List<Step> errors(LayerPlan before, boolean batched, boolean adds) {
    LayerAccess value = new LayerAccess(before, false);
    List<Access> reads = new ArrayList<>(List.of(access().row("d")));
    addParameters(reads);
    if (adds) {
      reads.add(value.row("d"));
    }
    String name = (adds ? "addErrors" : "errors") + before.tag();
    return List.of(new Step(name, reads, List.of(value.row("d"))));
  }

  @Override
  public List<Step> accumulate(List<LayerPlan> before) {
    if (!layer.learns()) {
      return List.of();
    }
    List<Access> gradient = List.of(access().weights("gw"), access().biases("gb"));
    List<Access> reads = new ArrayList<>(gradient);
    reads.add(access().row("d"));
    before.forEach(other -> reads.add(new LayerAccess(other, false).row("a")));
    List<Access> writes = new ArrayList<>(gradient);
    if (layer.lacksBiases()) {
      writes.add(access().inPlaceOfBiases("lost"));
    }
    return List.of(new Step("accumulate" + layer.tag(), reads, writes));
  }
}
