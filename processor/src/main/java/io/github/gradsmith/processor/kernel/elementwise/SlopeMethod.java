package io.github.gradsmith.processor.kernel.elementwise;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.plan.LayerPlan;
import javax.lang.model.element.Modifier;

/** The method by which errors become deltas, where they come several ways, or all at once. */
public final class SlopeMethod {
  private SlopeMethod() {}

  /** The method of {@code layer}, whose slope is not 1. */
  public static MethodSpec of(LayerPlan layer, ElementType scalar, Names names) {
    return of(layer, scalar, names, CodeBlock.of(""));
  }

  /** The same, by the kernel {@code simd} where there is one. */
  public static MethodSpec of(LayerPlan layer, ElementType scalar, Names names, CodeBlock simd) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(names.slope(layer))
            .addJavadoc("$L.", DeltaFormulas.slope(layer, names))
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC);
    if (layer.keepsZ()) {
      method.addParameter(scalar.array(), "z");
    }
    return method
        .addParameter(scalar.array(), "a")
        .addParameter(scalar.array(), "d")
        .addCode(simd)
        .addCode(new SlopeCode(layer, scalar).times())
        .build();
  }

  /** The call for row s. */
  public static CodeBlock call(LayerPlan layer, Names names) {
    return CodeBlock.of(
        "$L($L$L, $L[s])",
        names.slope(layer),
        layer.keepsZ() ? names.zRow(layer, "s") + ", " : "",
        names.aRow(layer, "s"),
        names.d(layer));
  }
}
