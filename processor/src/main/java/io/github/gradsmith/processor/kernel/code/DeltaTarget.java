package io.github.gradsmith.processor.kernel.code;

import io.github.gradsmith.processor.activation.Activations;
import io.github.gradsmith.processor.model.LayerChoice;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import io.github.gradsmith.processor.plan.backward.DeltaStep;
import io.github.gradsmith.processor.plan.backward.DeltaStep.Action;

/**
 * Where the deltas of a layer go back to.
 *
 * @param value the layer that gave the value; with the identity as its activation where its slope
 *     comes later, because others read the value, too
 * @param reader the layer whose deltas go back
 * @param use which of the values that it reads, from 0
 * @param action what becomes of the value's delta
 */
public record DeltaTarget(LayerPlan value, LayerPlan reader, int use, Action action) {
  /** The target of a step that goes through a reader: ONLY, SET or ADD. */
  public static DeltaTarget of(DeltaStep step, NetworkPlan plan) {
    LayerPlan value = plan.layer(step.value());
    boolean isOnly = step.action() == Action.ONLY;
    return new DeltaTarget(
        isOnly ? value : value.with(Activations.of(LayerChoice.IDENTITY)),
        plan.layer(step.reader()),
        step.use(),
        step.action());
  }

  /** Whether the slope of the value is multiplied with, so that errors become deltas. */
  public boolean isOnly() {
    return action == Action.ONLY;
  }

  /** Whether the delta has parts already. */
  public boolean adds() {
    return action == Action.ADD;
  }

  /** What the names of its methods end with: {@code 2}, or {@code 2From5}. */
  public String tag() {
    if (isOnly()) {
      return value.tag();
    }
    boolean again =
        reader.model().from().stream().filter(v -> v.layer() == value.number()).count() > 1;
    return value.tag() + "From" + reader.tag() + (again ? "At" + use : "");
  }

  /** The method that goes back. */
  public String method(Names names) {
    return names.method((isOnly() ? "delta" : "errors") + tag());
  }

  /** The weighted sums that its slope takes besides: an argument, or nothing. */
  public String z(String row) {
    return isOnly() && value.keepsZ() ? row + ", " : "";
  }
}
