package io.github.gradsmith.processor.planner;

import io.github.gradsmith.processor.kernel.lowering.registry.Lowerings;
import io.github.gradsmith.processor.kind.LayerKind;
import io.github.gradsmith.processor.kind.registry.LayerKinds;
import io.github.gradsmith.processor.layer.OutputLayer;
import io.github.gradsmith.processor.model.LayerModel;
import io.github.gradsmith.processor.model.Shape;
import io.github.gradsmith.processor.model.Value;
import io.github.gradsmith.processor.optimizer.UpdateRule;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.LayerSteps;
import io.github.gradsmith.processor.plan.Pass;
import io.github.gradsmith.processor.plan.Step;
import io.github.gradsmith.processor.plan.backward.BackwardOrder;
import io.github.gradsmith.processor.plan.backward.DeltaStep;
import io.github.gradsmith.processor.plan.backward.Reader;
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
    return Lowerings.of(layer).steps(layer, simd, trains, tile);
  }

  /** The layers that {@code layer} reads. */
  private List<LayerPlan> before(LayerPlan layer) {
    return layer.model().from().stream()
        .filter(value -> value.layer() != Value.INPUT)
        .map(value -> numbered(value.layer()))
        .toList();
  }

  private LayerPlan numbered(int number) {
    return layers.get(number - 2);
  }

  private LayerPlan last() {
    return layers.get(layers.size() - 1);
  }

  /** What comes before the samples and after them. */
  private List<List<Step>> training(boolean simd, List<List<Step>> samples) {
    List<List<Step>> loops = new ArrayList<>();
    for (LayerPlan layer : layers) {
      steps(layer, simd).prepare().forEach(step -> loops.add(List.of(step)));
      if (trains && layer.learns()) {
        loops.add(List.of(CommonSteps.of(layer, simd).clearGradient()));
      }
    }
    loops.addAll(samples);
    if (trains) {
      for (LayerPlan layer : layers) {
        steps(layer, simd).accumulate(before(layer)).forEach(step -> loops.add(List.of(step)));
      }
      layers.stream()
          .filter(LayerPlan::learns)
          .forEach(layer -> loops.add(List.of(CommonSteps.of(layer, simd).update(update))));
    }
    return loops;
  }

  private List<List<Step>> sampleBySample() {
    List<Step> loop = new ArrayList<>();
    layers.forEach(layer -> loop.addAll(forward(layer, false)));
    loop.addAll(atTheOutput());
    back(false, false).forEach(loop::addAll);
    return List.of(loop);
  }

  private List<Step> forward(LayerPlan layer, boolean simd) {
    Step sums = steps(layer, simd).sums(before(layer));
    return layer.activates()
        ? List.of(sums, activate(layer, CommonSteps.of(layer, simd)))
        : List.of(sums);
  }

  private Step activate(LayerPlan layer, CommonSteps steps) {
    return goesToTheCaller(layer) ? steps.activateForCaller() : steps.activate();
  }

  private boolean goesToTheCaller(LayerPlan layer) {
    return BufferPlanner.goesToTheCaller(layer, layers, trains);
  }

  private List<Step> atTheOutput() {
    CommonSteps last = CommonSteps.of(last(), false);
    if (trains) {
      return List.of(last.loss(output.lossFromWeightedSums()), last.outputDelta());
    }
    return goesToTheCaller(last()) ? List.of() : List.of(last.output());
  }

  private List<List<Step>> layerByLayer(boolean simd) {
    List<List<Step>> loops = new ArrayList<>();
    for (LayerPlan layer : layers) {
      List<Step> forward = forward(layer, simd);
      if (simd && layer.isVectorized() || layer.goesInBlocks()) {
        forward.forEach(step -> loops.add(List.of(step)));
      } else {
        loops.add(forward);
      }
    }
    loops.add(atTheOutput());
    loops.addAll(back(simd, true));
    return loops;
  }

  /**
   * The deltas of all layers but the last.
   *
   * @param batched whether all samples of a mini-batch take a step before the next one
   */
  private List<List<Step>> back(boolean simd, boolean batched) {
    List<List<Step>> loops = new ArrayList<>();
    for (DeltaStep step : backward()) {
      deltas(step, simd, batched).forEach(each -> loops.add(List.of(each)));
    }
    return loops;
  }

  private List<Step> deltas(DeltaStep step, boolean simd, boolean batched) {
    LayerPlan value = numbered(step.value());
    LayerSteps through = steps(numbered(step.reader()), simd);
    CommonSteps own = CommonSteps.of(value, simd);
    return switch (step.action()) {
      case ONLY -> through.delta(value, batched);
      case CLEAR -> List.of(own.clearDelta());
      case SET -> through.errors(value, batched, false);
      case ADD -> through.errors(value, batched, true);
      case SLOPE -> List.of(own.slope());
    };
  }

  /** The order in which deltas go back; none of a predictor. */
  List<DeltaStep> backward() {
    return trains ? BackwardOrder.of(readers(), LearningPaths.of(layers)::contains) : List.of();
  }

  private List<Reader> readers() {
    return layers.stream().map(layer -> reader(layer.model())).toList();
  }

  private static Reader reader(LayerModel layer) {
    LayerKind kind = LayerKinds.of(layer.choice());
    List<Shape> shapes = layer.from().stream().map(Value::shape).toList();
    List<Reader.Use> uses = new ArrayList<>();
    for (int i = 0; i < layer.from().size(); i++) {
      uses.add(new Reader.Use(layer.from().get(i).layer(), kind.reachesAll(i, shapes)));
    }
    return new Reader(layer.number(), uses);
  }
}
