package io.github.gradsmith.processor.planner;

import io.github.gradsmith.processor.optimizer.StateSlot;
import io.github.gradsmith.processor.optimizer.UpdateRule;
import io.github.gradsmith.processor.plan.LayerAccess;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.Step;
import io.github.gradsmith.processor.plan.Step.Access;
import java.util.ArrayList;
import java.util.List;

/**
 * The steps that layers of all kinds have alike.
 *
 * @param layer whose steps they are
 * @param access to its buffers
 */
record CommonSteps(LayerPlan layer, LayerAccess access) {
  static CommonSteps of(LayerPlan layer, boolean simd) {
    return new CommonSteps(layer, new LayerAccess(layer, simd && layer.isVectorized()));
  }

  private String name(String what) {
    return what + layer.tag();
  }

  Step activate() {
    return new Step(name("activate"), List.of(access.row("z")), List.of(access.row("a")));
  }

  /** The outputs of the last layer, straight to the caller. */
  Step activateForCaller() {
    return new Step(name("activate"), List.of(access.row("z")), List.of());
  }

  /** The loss of the last layer. */
  Step loss(boolean fromZ) {
    return new Step(name("loss"), List.of(fromZ ? access.sums() : access.row("a")), List.of());
  }

  /** The outputs of the last layer, copied to the caller. */
  Step output() {
    return new Step(name("output"), List.of(access.row("a")), List.of());
  }

  /** The deltas of the last layer. */
  Step outputDelta() {
    return new Step(name("delta"), access.slope(), List.of(access.row("d")));
  }

  /** What this layer's delta is before the parts of its readers are added. */
  Step clearDelta() {
    return new Step(name("clearDelta"), List.of(), List.of(access.row("d")));
  }

  /** Errors times the derivative of this layer's activation. */
  Step slope() {
    List<Access> reads = new ArrayList<>(access.slope());
    reads.add(access.row("d"));
    return new Step(name("slope"), reads, List.of(access.row("d")));
  }

  Step clearGradient() {
    return new Step(name("clear"), List.of(), List.of(access.weights("gw"), access.biases("gb")));
  }

  /** Changes the parameters. */
  Step update(UpdateRule rule) {
    List<Access> kept = new ArrayList<>(List.of(access.weights("w"), access.biases("b")));
    for (StateSlot slot : rule.slots()) {
      kept.add(access.weights(slot.letter() + "w"));
      kept.add(access.biases(slot.letter() + "b"));
    }
    if (rule.countsSteps()) {
      kept.add(new Access(LayerAccess.STEPS, 1, 1));
    }
    List<Access> reads = new ArrayList<>(kept);
    reads.add(access.weights("gw"));
    reads.add(access.biases("gb"));
    return new Step(name("update"), reads, kept);
  }
}
