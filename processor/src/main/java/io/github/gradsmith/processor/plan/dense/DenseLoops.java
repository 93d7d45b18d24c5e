package io.github.gradsmith.processor.plan.dense;

import io.github.gradsmith.processor.model.LayerModel;
import io.github.gradsmith.processor.model.NetworkModel;
import io.github.gradsmith.processor.plan.LayerLoops;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.shape.ForwardShape;
import io.github.gradsmith.processor.plan.shape.ForwardShape.InterleavedPanel;
import io.github.gradsmith.processor.plan.shape.Schedule;
import io.github.gradsmith.processor.plan.shape.WeightLayout;
import io.github.gradsmith.processor.plan.simd.SimdShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The loops of a dense layer.
 *
 * @param forward how its weighted sums are looped
 * @param schedule how the plain loops take a mini-batch through it
 * @param simd how its SIMD kernels are looped, if it has any
 */
public record DenseLoops(ForwardShape forward, Schedule schedule, SimdShape simd)
    implements LayerLoops {
  /** What the rules choose for {@code layer}. */
  public static DenseLoops of(LayerModel layer, NetworkModel network) {
    ForwardShape shape = ShapeRules.forward(layer);
    return new DenseLoops(
        shape,
        ScheduleRules.of(layer, shape, network.trains()),
        SimdRules.of(layer, shape, network));
  }

  /** Those of a layer that is dense. */
  public static DenseLoops of(LayerPlan layer) {
    return (DenseLoops) layer.loops();
  }

  @Override
  public String words() {
    return simd.hasKernels() ? forward.words() + "; in SIMD " + simd.words() : forward.words();
  }

  @Override
  public WeightLayout layout() {
    return forward.layout();
  }

  @Override
  public boolean isUnrolled() {
    return forward.isUnrolled();
  }

  @Override
  public Optional<InterleavedPanel> packing() {
    return forward.packing();
  }

  /** The input's deltas, which need some, are none. */
  @Override
  public List<Integer> scratch(LayerPlan layer, boolean trains) {
    List<Integer> parts = new ArrayList<>(forward.sumScratch(trains));
    if (trains) {
      parts.addAll(forward.updateScratch(layer.inputs()));
    }
    if (trains && layer.model().readsLearnt()) {
      parts.addAll(forward.backScratch());
    }
    return parts;
  }

  @Override
  public boolean addsInPlace() {
    return false;
  }

  @Override
  public void check(LayerPlan layer) {
    forward.fold(new ShapeCheck(layer));
    schedule.fold(new ScheduleCheck(layer));
    simd.fold(new SimdCheck(layer));
  }

  @Override
  public String toString() {
    return forward + ", " + schedule + ", " + simd;
  }
}
