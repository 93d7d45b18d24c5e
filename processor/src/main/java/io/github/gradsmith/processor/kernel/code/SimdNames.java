package io.github.gradsmith.processor.kernel.code;

import io.github.gradsmith.processor.activation.Softmax;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.LayerChoice;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import io.github.gradsmith.processor.plan.backward.DeltaStep;
import java.util.Locale;

/**
 * Which element-wise methods the companion has, and what they are called. Layers of the same
 * activation share them.
 *
 * @param plan the network that is written
 */
public record SimdNames(NetworkPlan plan) {
  /** Fewer numbers are a call dearer than they are worth. */
  private static final int LEAST = 16;

  /** The method that turns z of {@code layer} into a: {@code leakyRelu}, {@code activation3}. */
  public String activation(LayerPlan layer) {
    Expr value = layer.activation().value();
    LayerPlan first =
        plan.layers().stream()
            .filter(other -> other.activation().value().equals(value))
            .findFirst()
            .orElse(layer);
    if (!(first.model().activation() instanceof ActivationChoice.Named named)) {
      return "activation" + first.tag();
    }
    String[] words = named.constant().name().toLowerCase(Locale.ROOT).split("_");
    StringBuilder name = new StringBuilder(words[0]);
    for (int i = 1; i < words.length; i++) {
      name.append(words[i].substring(0, 1).toUpperCase(Locale.ROOT)).append(words[i].substring(1));
    }
    return name.toString();
  }

  /** The method that multiplies deltas by the slope of {@code layer}. */
  public String slope(LayerPlan layer) {
    return activation(layer) + "Slope";
  }

  /** Whether plain methods of numbers one by one have SIMD twins for {@code layer}. */
  private boolean isWide(LayerPlan layer) {
    return plan.vectorized() && layer.outputs() >= LEAST;
  }

  /** Whether z of a layer without weights becomes a in SIMD. */
  public boolean activates(LayerPlan layer) {
    return isWide(layer)
        && layer.activates()
        && !(layer.model().choice() instanceof LayerChoice.Dense)
        && !(layer.activation() instanceof Softmax)
        && !layer.activation().value().equals(Expr.variable("z"));
  }

  /** Whether the slope is multiplied in SIMD on a step that no kernel of a dense layer takes. */
  public boolean multiplies(DeltaStep step) {
    return switch (step.action()) {
      case SLOPE -> hasSlope(plan.layer(step.value()));
      case ONLY -> multiplies(plan.layer(step.reader()), plan.layer(step.value()));
      case CLEAR, SET, ADD -> false;
    };
  }

  /** Whether a value's only reader multiplies by its slope in SIMD, without weights of its own. */
  public boolean multiplies(LayerPlan reader, LayerPlan value) {
    return hasSlope(value) && !(reader.model().choice() instanceof LayerChoice.Dense);
  }

  /** Whether a layer that several others read multiplies by its slope in SIMD. */
  public boolean hasSlope(LayerPlan value) {
    return isWide(value) && !value.activation().slope().expression().isOne();
  }
}
