package io.github.gradsmith.processor.kernel.simd.elementwise;

import com.palantir.javapoet.MethodSpec;
import io.github.gradsmith.processor.activation.Softmax;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.simd.math.SimdType;
import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import io.github.gradsmith.processor.plan.backward.DeltaStep.Action;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The element-wise kernels of the companion: one method for each activation of a network and one
 * for each slope of a hidden layer; layers of the same activation share them.
 */
public final class SimdActivations {
  private final SimdType type;
  private final List<MethodSpec> methods = new ArrayList<>();
  private final Map<Expr, String> names = new HashMap<>();
  private final Map<Expr, String> slopes = new HashMap<>();

  private SimdActivations(SimdType type) {
    this.type = type;
  }

  /** The methods that the layers of {@code plan} need. */
  public static SimdActivations of(NetworkPlan plan, ElementType scalar) {
    SimdActivations activations = new SimdActivations(new SimdType(scalar));
    for (LayerPlan layer : plan.layers()) {
      if (layer.isVectorized()) {
        activations.addValue(layer);
      }
      if (goesBackInSimd(layer, plan)) {
        activations.addSlope(layer);
      }
    }
    return activations;
  }

  /** Whether a SIMD kernel of its only reader makes its deltas. */
  private static boolean goesBackInSimd(LayerPlan layer, NetworkPlan plan) {
    return plan.backward().stream()
        .filter(step -> step.action() == Action.ONLY && step.value() == layer.number())
        .anyMatch(step -> plan.layer(step.reader()).isVectorized());
  }

  private void addValue(LayerPlan layer) {
    String name = name(layer);
    if (names.putIfAbsent(layer.activation().value(), name) == null) {
      methods.add(
          layer.activation() instanceof Softmax softmax
              ? new SimdSoftmax(type, softmax.isLogarithm()).method(name)
              : new SimdElementwise(layer.activation(), type).activation(name));
    }
  }

  private void addSlope(LayerPlan layer) {
    String name = name(layer) + "Slope";
    if (!isOne(layer) && slopes.putIfAbsent(layer.activation().value(), name) == null) {
      methods.add(new SimdElementwise(layer.activation(), type).slope(name));
    }
  }

  private static boolean isOne(LayerPlan layer) {
    return layer.activation().slope().expression().isOne();
  }

  /** {@code leakyRelu}, or {@code activation3} for a formula of layer 3. */
  private static String name(LayerPlan layer) {
    if (!(layer.model().activation() instanceof ActivationChoice.Named named)) {
      return "activation" + layer.tag();
    }
    String[] words = named.constant().name().toLowerCase(Locale.ROOT).split("_");
    StringBuilder name = new StringBuilder(words[0]);
    for (int i = 1; i < words.length; i++) {
      name.append(words[i].substring(0, 1).toUpperCase(Locale.ROOT)).append(words[i].substring(1));
    }
    return name.toString();
  }

  /** All methods, in the order of the layers. */
  public List<MethodSpec> methods() {
    return List.copyOf(methods);
  }

  /** The method that turns z of {@code layer} into a. */
  public String activationOf(LayerPlan layer) {
    return names.get(layer.activation().value());
  }

  /**
   * The method that multiplies the deltas of a hidden layer by the slope; none where the slope is 1
   * or is not needed. Its second argument is z if the slope is in z, and a otherwise.
   */
  public Optional<String> slopeOf(LayerPlan layer) {
    return Optional.ofNullable(slopes.get(layer.activation().value()));
  }
}
