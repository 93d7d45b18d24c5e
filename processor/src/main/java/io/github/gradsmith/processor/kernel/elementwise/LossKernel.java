package io.github.gradsmith.processor.kernel.elementwise;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.Function;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.layer.LossTerm;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** The loss of one sample: a sum over the outputs. */
public final class LossKernel {
  private static final String LOG_SUM = "logSum";
  private static final Expr LOG_S = Expr.call(Function.LOG, Expr.variable("s"));

  private final NetworkPlan plan;
  private final ElementType scalar;
  private final Names names;
  private final LayerPlan last;

  public LossKernel(NetworkPlan plan, ElementType scalar) {
    this.plan = plan;
    this.scalar = scalar;
    this.names = new Names(plan);
    this.last = plan.last();
  }

  public MethodSpec loss() {
    LossTerm term = plan.output().lossTerm();
    return MethodSpec.methodBuilder(names.loss())
        .addJavadoc("$L.", DeltaFormulas.loss(plan, names))
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(scalar.type())
        .addParameter(scalar.array(), fromZ() ? "z" : "a")
        .addParameter(scalar.array(), "t")
        .addCode(term instanceof LossTerm.InShiftedSum ? shiftedSum(term.expression()) : sum())
        .build();
  }

  /** The arguments of a call for the activations of row {@code s}. */
  public String arguments(String s, String target) {
    String values = fromZ() ? names.zRow(last, s) : names.aRow(last, s);
    return values + ", " + target;
  }

  private boolean fromZ() {
    return plan.output().lossFromWeightedSums();
  }

  private CodeBlock sum() {
    FormulaCode code = new FormulaCode(plan.output().forms().loss().form(), scalar);
    return last.outputs() == 1 ? code.at("0", "return", Map.of()) : sum(code, Map.of());
  }

  /** In terms of z the logarithm of a vanishing output never appears. */
  private CodeBlock shiftedSum(Expr expression) {
    Expr term = withLogarithmOnce(expression);
    Map<String, CodeBlock> values =
        Map.of(
            "z",
            CodeBlock.of("(z[j] - max)"),
            "t",
            CodeBlock.of("t[j]"),
            LOG_SUM,
            CodeBlock.of(LOG_SUM));
    RowLoop loop = RowLoop.of(last);
    CodeBlock logarithm =
        CodeBlock.builder()
            .add(ActivationCode.maximum(last, scalar))
            .addStatement("$T sum = 0", scalar.type())
            .beginControlFlow(loop.head())
            .addStatement("sum += $T.exp(z[j] - max)", scalar.math())
            .endControlFlow()
            .addStatement("$T $L = $T.log(sum)", scalar.type(), LOG_SUM, scalar.math())
            .build();
    FormulaCode code = new FormulaCode(term, scalar);
    if (loop.length() == last.outputs()) {
      return logarithm.toBuilder().add(sum(code, values)).build();
    }
    CodeBlock row =
        logarithm.toBuilder()
            .beginControlFlow(loop.head())
            .add(code.at("j", "loss +=", values))
            .endControlFlow()
            .build();
    return CodeBlock.builder()
        .addStatement("$T loss = 0", scalar.type())
        .add(loop.each(row))
        .addStatement("return loss")
        .build();
  }

  /** The logarithm of s is the same for all outputs: it stands before the loop. */
  private static Expr withLogarithmOnce(Expr term) {
    return term.equals(LOG_S)
        ? Expr.variable(LOG_SUM)
        : term.withChildren(term.children().stream().map(LossKernel::withLogarithmOnce).toList());
  }

  private CodeBlock sum(FormulaCode term, Map<String, CodeBlock> values) {
    return CodeBlock.builder()
        .addStatement("$T loss = 0", scalar.type())
        .beginControlFlow("for (int j = 0; j < $L; j++)", last.outputs())
        .add(term.at("j", "loss +=", values))
        .endControlFlow()
        .addStatement("return loss")
        .build();
  }
}
