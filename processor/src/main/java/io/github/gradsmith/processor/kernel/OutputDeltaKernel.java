package io.github.gradsmith.processor.kernel;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.github.gradsmith.processor.formula.Expr;
import io.github.gradsmith.processor.formula.JavaRenderer;
import io.github.gradsmith.processor.layer.OutputDelta;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** The delta of the last layer: the derivative of the loss with respect to z. */
final class OutputDeltaKernel {
  private final NetworkPlan plan;
  private final Scalar scalar;
  private final Letters letters;
  private final LayerPlan last;

  OutputDeltaKernel(NetworkPlan plan, Scalar scalar) {
    this.plan = plan;
    this.scalar = scalar;
    this.letters = new Letters(plan);
    this.last = plan.last();
  }

  MethodSpec delta() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(letters.delta(last))
            .addJavadoc("$L.", DeltaFormulas.output(plan, letters))
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC);
    if (last.keepsZ()) {
      method.addParameter(scalar.array(), "z");
    }
    return method
        .addParameter(scalar.array(), "a")
        .addParameter(scalar.array(), "t")
        .addParameter(scalar.array(), "d")
        .addCode(
            plan.output().delta() instanceof OutputDelta.Coupled coupled
                ? coupled(coupled)
                : elementwise(((OutputDelta.Elementwise) plan.output().delta()).delta()))
        .build();
  }

  /** The arguments of a call for row {@code s}. */
  String arguments(String s, String target) {
    String z = last.keepsZ() ? letters.zRow(last, s) + ", " : "";
    return z + letters.aRow(last, s) + ", " + target + ", " + letters.d(last) + "[" + s + "]";
  }

  private CodeBlock elementwise(Expr delta) {
    CodeBlock.Builder code = CodeBlock.builder();
    if (last.unrolled()) {
      for (int j = 0; j < last.outputs(); j++) {
        code.addStatement("d[$L] = $L", j, render(delta, Integer.toString(j)));
      }
      return code.build();
    }
    return loop("d[j] = $L", render(delta, "j"));
  }

  /** Each output of a softmax depends on every z: a sum over the layer joins them. */
  private CodeBlock coupled(OutputDelta.Coupled delta) {
    Expr joined = Expr.sum(Expr.product(Expr.variable("a"), Expr.variable("sum")), delta.direct());
    return CodeBlock.builder()
        .addStatement("$T sum = 0", scalar.type())
        .add(loop("sum += $L", render(delta.summand(), "j")))
        .add(loop("d[j] = $L", render(joined, "j")))
        .build();
  }

  private CodeBlock loop(String statement, CodeBlock value) {
    return CodeBlock.builder()
        .beginControlFlow("for (int j = 0; j < $L; j++)", last.outputs())
        .addStatement(statement, value)
        .endControlFlow()
        .build();
  }

  private CodeBlock render(Expr expression, String j) {
    return JavaRenderer.render(
        expression,
        scalar.precision(),
        Map.of(
            "a", CodeBlock.of("a[$L]", j),
            "t", CodeBlock.of("t[$L]", j),
            "z", CodeBlock.of("z[$L]", j),
            "sum", CodeBlock.of("sum")));
  }
}
