package io.github.gradsmith.processor.plan;

import io.github.gradsmith.processor.layer.OutputLayer;
import io.github.gradsmith.processor.optimizer.UpdateRule;
import java.util.ArrayList;
import java.util.List;

/** The order of the steps in which a mini-batch goes through the network. */
final class PassPlanner {
  private final List<LayerPlan> layers;
  private final OutputLayer output;
  private final UpdateRule update;
  private final boolean trains;
  private final int tile;

  PassPlanner(
      List<LayerPlan> layers, OutputLayer output, UpdateRule update, boolean trains, int tile) {
    this.layers = layers;
    this.output = output;
    this.update = update;
    this.trains = trains;
    this.tile = tile;
  }

  /** All ways of a mini-batch through the network. */
  List<Pass> passes() {
    List<Pass> passes = new ArrayList<>();
    passes.add(new Pass("sample by sample", false, training(false, sampleBySample())));
    if (layers.stream().anyMatch(LayerPlan::goesInBlocks)) {
      passes.add(new Pass("layer by layer", false, training(false, layerByLayer(false))));
    }
    if (layers.stream().anyMatch(LayerPlan::isVectorized)) {
      passes.add(new Pass("layer by layer in SIMD", true, training(true, layerByLayer(true))));
    }
    return passes;
  }

  private LayerSteps steps(LayerPlan layer, boolean simd) {
    return new LayerSteps(layer, simd && layer.isVectorized(), trains, tile);
  }

  private LayerPlan before(LayerPlan layer) {
    return layer.number() == 2 ? null : layers.get(layer.number() - 3);
  }

  private LayerPlan last() {
    return layers.get(layers.size() - 1);
  }

  /** What comes before the samples and after them. */
  private List<List<Step>> training(boolean simd, List<List<Step>> samples) {
    List<List<Step>> loops = new ArrayList<>();
    for (LayerPlan layer : layers) {
      if (!simd) {
        layer
            .forward()
            .packing()
            .ifPresent(shape -> loops.add(List.of(steps(layer, false).pack(shape))));
      }
      if (trains) {
        loops.add(List.of(steps(layer, simd).clearGradient()));
      }
    }
    loops.addAll(samples);
    if (trains) {
      layers.forEach(l -> loops.add(List.of(steps(l, simd).accumulate(before(l)))));
      layers.forEach(l -> loops.add(List.of(steps(l, simd).update(update))));
    }
    return loops;
  }

  private List<List<Step>> sampleBySample() {
    List<Step> loop = new ArrayList<>();
    for (LayerPlan layer : layers) {
      loop.add(steps(layer, false).sums(before(layer)));
      loop.add(steps(layer, false).activate());
    }
    loop.addAll(atTheOutput());
    for (int i = layers.size() - 1; i > 0 && trains; i--) {
      loop.add(steps(layers.get(i), false).deltaOf(layers.get(i - 1)));
    }
    return List.of(loop);
  }

  private List<Step> atTheOutput() {
    LayerSteps last = steps(last(), false);
    return trains
        ? List.of(last.loss(output.lossFromWeightedSums()), last.outputDelta())
        : List.of(last.output());
  }

  private List<List<Step>> layerByLayer(boolean simd) {
    List<List<Step>> loops = new ArrayList<>();
    for (LayerPlan layer : layers) {
      Step sums = steps(layer, simd).sums(before(layer));
      Step activate = steps(layer, simd).activate();
      if (simd && layer.isVectorized() || layer.goesInBlocks()) {
        loops.add(List.of(sums));
        loops.add(List.of(activate));
      } else {
        loops.add(List.of(sums, activate));
      }
    }
    loops.add(atTheOutput());
    for (int i = layers.size() - 1; i > 0 && trains; i--) {
      loops.addAll(deltas(layers.get(i - 1), layers.get(i), simd));
    }
    return loops;
  }

  private List<List<Step>> deltas(LayerPlan layer, LayerPlan after, boolean simd) {
    LayerSteps steps = steps(after, simd);
    if (steps.simd() || !after.transposes()) {
      return List.of(List.of(steps.deltaOf(layer)));
    }
    return List.of(
        List.of(steps.transpose()),
        List.of(steps.errorsOf(layer)),
        List.of(steps(layer, simd).slope()));
  }
}
