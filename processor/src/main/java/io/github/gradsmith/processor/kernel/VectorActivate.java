package io.github.gradsmith.processor.kernel;

import com.palantir.javapoet.MethodSpec;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Activations and slopes of the layers, entry by entry. */
final class VectorActivate {
  private final NetworkPlan plan;
  private final Scalar scalar;

  VectorActivate(NetworkPlan plan, Scalar scalar) {
    this.plan = plan;
    this.scalar = scalar;
  }

  static String activation(LayerPlan layer) {
    return "activate" + layer.number();
  }

  static String slope(LayerPlan layer) {
    return "slope" + layer.number();
  }

  static boolean hasSlope(LayerPlan layer) {
    return !layer.activation().slope().expression().isOne();
  }

  List<MethodSpec> methods() {
    List<MethodSpec> methods = new ArrayList<>();
    for (LayerPlan layer : plan.layers()) {
      if (layer.isVectorized()) {
        methods.add(
            MethodSpec.methodBuilder(activation(layer))
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(scalar.array(), "z")
                .addParameter(scalar.array(), "a")
                .addCode(ActivationCode.of(layer, scalar))
                .build());
      }
    }
    if (plan.trains()) {
      for (LayerPlan layer : plan.layers()) {
        if (layer.number() < plan.last().number()
            && plan.after(layer).isVectorized()
            && hasSlope(layer)) {
          MethodSpec.Builder method =
              MethodSpec.methodBuilder(slope(layer))
                  .addModifiers(Modifier.PRIVATE, Modifier.STATIC);
          if (layer.keepsZ()) {
            method.addParameter(scalar.array(), "z");
          }
          methods.add(
              method
                  .addParameter(scalar.array(), "a")
                  .addParameter(scalar.array(), "d")
                  .addCode(BackwardKernel.timesSlope(layer, scalar))
                  .build());
        }
      }
    }
    return methods;
  }
}
