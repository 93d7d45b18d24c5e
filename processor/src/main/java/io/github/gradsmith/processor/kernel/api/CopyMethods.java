package io.github.gradsmith.processor.kernel.api;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.kernel.code.Overriding;
import io.github.gradsmith.processor.kernel.memory.PackKernel;
import io.github.gradsmith.processor.optimizer.StateSlot;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import java.util.List;

/** Copies of all that a network has beside its working memory. */
public final class CopyMethods {
  private static final String ORIGIN = "origin.";

  private final NetworkPlan plan;
  private final Names names;
  private final TypeName self;

  public CopyMethods(NetworkPlan plan) {
    this.plan = plan;
    this.names = new Names(plan);
    this.self = names.self();
  }

  public List<MethodSpec> publicMethods() {
    return List.of(copy(), copyFrom());
  }

  private MethodSpec copy() {
    return Overriding.method("copy")
        .returns(self)
        .addStatement("$1T copy = new $1T(($1T) null)", self)
        .addStatement("copy.copyFrom(this)")
        .addStatement("return copy")
        .build();
  }

  private MethodSpec copyFrom() {
    MethodSpec.Builder method =
        Overriding.method("copyFrom")
            .addParameter(new ElementType(plan.model().precision()).predictor(), "other")
            .beginControlFlow("if (!(other instanceof $T))", self)
            .addStatement("throw $T.otherClass(other, this)", ElementType.ARGUMENTS)
            .endControlFlow();
    CodeBlock copies = copies();
    if (copies.isEmpty()) {
      return method.build();
    }
    return method
        .addStatement("$1T origin = ($1T) other", self)
        .addCode(copies)
        .addCode(PackKernel.changed(plan))
        .build();
  }

  private CodeBlock copies() {
    CodeBlock.Builder code = CodeBlock.builder();
    List<StateSlot> slots = plan.keepsState() ? plan.update().slots() : List.of();
    for (LayerPlan layer : plan.learning()) {
      code.add(ofLayer(names.w(layer), names.b(layer)));
      for (StateSlot slot : slots) {
        code.add(ofLayer(names.stateW(slot, layer), names.stateB(slot, layer)));
      }
    }
    for (LayerPlan layer : plan.adapting()) {
      names.statistics(layer).forEach(field -> code.add(ofRow(field, layer.outputs())));
    }
    if (plan.countsSteps()) {
      code.addStatement("$1L[0] = $2L$1L[0]", Names.STEPS, ORIGIN);
    }
    if (plan.drops()) {
      code.add(ofRow(Names.SEEDS, 2));
    }
    if (plan.model().rows().isPresent()) {
      code.addStatement("$1L.copyFrom($2L$1L)", Names.ROWS, ORIGIN);
    }
    return code.build();
  }

  private static CodeBlock ofLayer(String w, String b) {
    return CodeBlock.builder()
        .addStatement(
            "$1T.copy($4L$2L,$W$4L$3L,$W$2L,$W$3L)", ElementType.LAYER_ARRAYS, w, b, ORIGIN)
        .build();
  }

  private static CodeBlock ofRow(String field, int length) {
    return CodeBlock.builder()
        .addStatement("$1T.arraycopy($2L$3L, 0, $3L, 0, $4L)", System.class, ORIGIN, field, length)
        .build();
  }
}
