package io.github.gradsmith.processor.kernel.memory;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.processor.kernel.code.ClassParts;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.kernel.code.SimdCalls;
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
        ? CodeBlock.builder().addStatement("$L.add()", Names.CHANGES).build()
        : CodeBlock.of("");
  }

  public static ClassParts fields(NetworkPlan plan) {
    if (!plan.packs()) {
      return ClassParts.ofFields(List.of());
    }
    return ClassParts.ofFields(
        List.of(
            FieldSpec.builder(ElementType.CHANGES, Names.CHANGES, Modifier.PRIVATE, Modifier.FINAL)
                .addJavadoc(
                    "Counts changes of parameters, for all replicas; $L is its value at the last"
                        + " packing.",
                    Names.PACKED_AT)
                .build(),
            FieldSpec.builder(TypeName.LONG, Names.PACKED_AT, Modifier.PRIVATE)
                .initializer("-1")
                .build()));
  }

  public static ClassParts methods(NetworkPlan plan, Names names) {
    if (!plan.packs()) {
      return ClassParts.ofMethods(List.of());
    }
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(names.method(NAME))
            .addJavadoc("Packs the weights for the sums, if they have changed.")
            .addModifiers(Modifier.PRIVATE)
            .beginControlFlow(
                "if ($L$L != $L.count())",
                plan.vectorized() ? "!" + SimdCalls.VECTOR + " && " : "",
                Names.PACKED_AT,
                Names.CHANGES);
    for (LayerPlan layer : plan.layers()) {
      layer
          .loops()
          .packing()
          .ifPresent(
              shape ->
                  method.addStatement(
                      "$T.pack($L, $L, $L, $L)",
                      ElementType.INTERLEAVED_PANELS,
                      names.w(layer),
                      names.p(layer),
                      shape.rows(),
                      shape.length()));
    }
    return ClassParts.ofMethods(
        List.of(
            method
                .addStatement("$L = $L.count()", Names.PACKED_AT, Names.CHANGES)
                .endControlFlow()
                .build()));
  }
}
