package io.github.gradsmith.processor.kernel.simd.elementwise;

import com.palantir.javapoet.MethodSpec;
import io.github.gradsmith.processor.activation.Softmax;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.code.SimdNames;
import io.github.gradsmith.processor.kernel.simd.math.SimdType;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import io.github.gradsmith.processor.plan.backward.DeltaStep.Action;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The element-wise kernels of the companion: one method for each activation of a network and one
 * for each slope of a hidden layer; layers of the same activation share them.
 */
public final class SimdActivations {
  private final SimdType type;
  private final SimdNames calls;
  private final List<MethodSpec> methods = new ArrayList<>();
  private final Map<Expr, String> names = new HashMap<>();
  private final Map<Expr, String> slopes = new HashMap<>();

  private SimdActivations(SimdType type, SimdNames calls) {
    this.type = type;
    this.calls = calls;
  }

  /** The methods that the layers of {@code plan} need. */
  public static SimdActivations of(NetworkPlan plan, ElementType scalar) {
    SimdActivations activations = new SimdActivations(new SimdType(scalar), new SimdNames(plan));
    for (LayerPlan layer : plan.layers()) {
      if (layer.isVectorized() || activations.calls.activates(layer)) {
        activations.addValue(layer);
      }
      if (activations.goesBackInSimd(layer, plan)) {
        activations.addSlope(layer);
      }
    }
    return activations;
  }

  /** Whether errors become its deltas in SIMD. */
  private boolean goesBackInSimd(LayerPlan layer, NetworkPlan plan) {
    return plan.backward().stream()
        .filter(step -> step.value() == layer.number())
        .anyMatch(
            step ->
                calls.multiplies(step)
                    || step.action() == Action.ONLY && plan.layer(step.reader()).isVectorized());
  }

  private void addValue(LayerPlan layer) {
    String name = calls.activation(layer);
    if (names.putIfAbsent(layer.activation().value(), name) == null) {
      methods.add(
          layer.activation() instanceof Softmax softmax
              ? new SimdSoftmax(type, softmax.isLogarithm()).method(name)
              : new SimdElementwise(layer.activation(), type).activation(name));
    }
  }

  private void addSlope(LayerPlan layer) {
    String name = calls.slope(layer);
    if (!isOne(layer) && slopes.putIfAbsent(layer.activation().value(), name) == null) {
      methods.add(new SimdElementwise(layer.activation(), type).slope(name));
    }
  }

  private static boolean isOne(LayerPlan layer) {
    return layer.activation().slope().expression().isOne();
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
