package io.github.gradsmith.processor.plan;

import io.github.gradsmith.processor.plan.shape.ForwardShape.InterleavedPanel;
import io.github.gradsmith.processor.plan.shape.Schedule;
import io.github.gradsmith.processor.plan.shape.WeightLayout;
import io.github.gradsmith.processor.plan.simd.SimdShape;
import java.util.List;
import java.util.Optional;

/**
 * How the code of a layer is looped: decided by the rules of its kind, and asked by everybody who
 * puts a network together. A kind of a single loop need say no more than its words.
 */
public interface LayerLoops {
  /** The loops in a few words, for a reader of the size report. */
  String words();

  /** How the plain loops take a mini-batch through the layer. */
  default Schedule schedule() {
    return new Schedule.PerSample();
  }

  /** How its SIMD kernels are looped, if it has any. */
  default SimdShape simd() {
    return new SimdShape.None();
  }

  /** Whether it has SIMD kernels of its own rows, which run where those of dense layers do. */
  default boolean hasRowKernels() {
    return false;
  }

  /** The order in which its weights are kept. */
  default WeightLayout layout() {
    return WeightLayout.ROWS;
  }

  /** Whether the code is written out for each weight: forward, back and in the update. */
  default boolean isUnrolled() {
    return false;
  }

  /** The packed copy of the weights that the sums read, if they do. */
  default Optional<InterleavedPanel> packing() {
    return Optional.empty();
  }

  /**
   * Numbers that the plain loops need besides, one for each of their ways.
   *
   * @param trains whether deltas go back through the layer
   */
  default List<Integer> scratch(LayerPlan layer, boolean trains) {
    return List.of();
  }

  /** Numbers that are kept of a sample besides z and a. */
  default int moments() {
    return 0;
  }

  /** What stands in a row of its weights, in a few words. */
  default String weightWords() {
    return "a row for each " + (layout() == WeightLayout.INPUT_MAJOR ? "input" : "neuron");
  }

  /** Whether what goes back is added where it belongs; or else it goes by way of an array. */
  default boolean addsInPlace() {
    return true;
  }

  /** Whether it drops units while the network trains. */
  default boolean drops() {
    return false;
  }

  /**
   * Holds the conditions under which the loops take every number once.
   *
   * @throws BrokenPlanException if one is not met
   */
  default void check(LayerPlan layer) {}
}
