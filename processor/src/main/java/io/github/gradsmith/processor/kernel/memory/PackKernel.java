package io.github.gradsmith.processor.kernel.memory;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.processor.kernel.code.Fragments;
import io.github.gradsmith.processor.kernel.code.Letters;
import io.github.gradsmith.processor.kernel.code.Scalar;
import io.github.gradsmith.processor.kernel.code.VectorCalls;
import io.github.gradsmith.processor.plan.ForwardShape.DiagonalRows;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Weights in the order in which sums read them: each replica packs them anew when they have
 * changed, which all replicas learn from one counter.
 */
public final class PackKernel {
  /** What the method is called, unless the user's interface has one of this name. */
  public static final String NAME = "pack";

  private PackKernel() {}

  /** What is added to methods that change parameters. */
  public static CodeBlock changed(NetworkPlan plan) {
    return plan.packs()
        ? CodeBlock.builder().addStatement("$L.add()", Letters.CHANGES).build()
        : CodeBlock.of("");
  }

  public static Fragments fields(NetworkPlan plan) {
    if (!plan.packs()) {
      return Fragments.ofFields(List.of());
    }
    return Fragments.ofFields(
        List.of(
            FieldSpec.builder(Scalar.CHANGES, Letters.CHANGES, Modifier.PRIVATE, Modifier.FINAL)
                .addJavadoc("Counts the changes of the parameters, for all replicas.")
                .build(),
            FieldSpec.builder(TypeName.LONG, Letters.PACKED_AT, Modifier.PRIVATE)
                .addJavadoc("The count when the weights were packed last.")
                .initializer("-1")
                .build()));
  }

  public static Fragments methods(NetworkPlan plan, Letters letters) {
    if (!plan.packs()) {
      return Fragments.ofMethods(List.of());
    }
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(letters.method(NAME))
            .addJavadoc("Packs the weights for the sums, if they have changed.")
            .addModifiers(Modifier.PRIVATE)
            .beginControlFlow(
                "if ($L$L != $L.count())",
                plan.vectorized() ? "!" + VectorCalls.VECTOR + " && " : "",
                Letters.PACKED_AT,
                Letters.CHANGES);
    for (LayerPlan layer : plan.layers()) {
      if (layer.forward() instanceof DiagonalRows shape) {
        method.addStatement(
            "$T.pack($L, $L, $L, $L)",
            Scalar.DIAGONALS,
            letters.w(layer),
            letters.p(layer),
            shape.rows(),
            shape.length());
      }
    }
    return Fragments.ofMethods(
        List.of(
            method
                .addStatement("$L = $L.count()", Letters.PACKED_AT, Letters.CHANGES)
                .endControlFlow()
                .build()));
  }
}
