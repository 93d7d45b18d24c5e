package io.github.gradsmith.processor.kernel.elementwise;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.layer.OutputDelta;
import io.github.gradsmith.processor.layer.OutputForms;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** The delta of the last layer: the derivative of the loss with respect to z. */
public final class OutputDeltaKernel {
  private final NetworkPlan plan;
  private final ElementType scalar;
  private final Names names;
  private final LayerPlan last;

  public OutputDeltaKernel(NetworkPlan plan, ElementType scalar) {
    this.plan = plan;
    this.scalar = scalar;
    this.names = new Names(plan);
    this.last = plan.last();
  }

  public MethodSpec delta() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(names.delta(last))
            .addJavadoc("$L.", DeltaFormulas.output(plan, names))
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC);
    if (last.keepsZ()) {
      method.addParameter(scalar.array(), "z");
    }
    return method
        .addParameter(scalar.array(), "a")
        .addParameter(scalar.array(), "t")
        .addParameter(scalar.array(), "d")
        .addCode(plan.output().delta() instanceof OutputDelta.Coupled ? coupled() : elementwise())
        .build();
  }

  /** The arguments of a call for row {@code s}. */
  public String arguments(String s, String target) {
    String z = last.keepsZ() ? names.zRow(last, s) + ", " : "";
    return z + names.aRow(last, s) + ", " + target + ", " + names.d(last) + "[" + s + "]";
  }

  private CodeBlock elementwise() {
    FormulaCode delta = new FormulaCode(plan.output().forms().delta().form(), scalar);
    if (!last.unrolled() || !delta.isOneExpression()) {
      return loop(delta, "d[j] =");
    }
    CodeBlock.Builder code = CodeBlock.builder();
    for (int j = 0; j < last.outputs(); j++) {
      code.add(delta.at(Integer.toString(j), "d[" + j + "] =", Map.of()));
    }
    return code.build();
  }

  /** Each output of a softmax depends on every z: a sum over the layer joins them. */
  private CodeBlock coupled() {
    OutputForms forms = plan.output().forms();
    return RowLoop.of(last)
        .each(
            CodeBlock.builder()
                .addStatement("$T sum = 0", scalar.type())
                .add(loop(new FormulaCode(forms.summand().form(), scalar), "sum +="))
                .add(loop(new FormulaCode(forms.delta().form(), scalar), "d[j] ="))
                .build());
  }

  private CodeBlock loop(FormulaCode formula, String target) {
    return CodeBlock.builder()
        .beginControlFlow(
            plan.output().delta() instanceof OutputDelta.Coupled
                ? RowLoop.of(last).head()
                : "for (int j = 0; j < " + last.outputs() + "; j++)")
        .add(formula.at("j", target, Map.of("sum", CodeBlock.of("sum"))))
        .endControlFlow()
        .build();
  }
}
