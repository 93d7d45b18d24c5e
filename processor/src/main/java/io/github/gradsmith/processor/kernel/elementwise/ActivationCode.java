package io.github.gradsmith.processor.kernel.elementwise;

import com.palantir.javapoet.CodeBlock;
import io.github.gradsmith.processor.activation.ActivationForms;
import io.github.gradsmith.processor.activation.ActivationFormula;
import io.github.gradsmith.processor.activation.Softmax;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.machine.Arithmetic;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.plan.LayerPlan;
import java.util.Map;

/** The part of a forward method that turns z into a. */
public final class ActivationCode {
  private static final Expr Z = Expr.variable("z");

  private ActivationCode() {}

  public static CodeBlock of(LayerPlan layer, ElementType scalar) {
    if (layer.activation() instanceof Softmax softmax) {
      return softmax.isLogarithm() ? logSoftmax(layer, scalar) : softmax(layer, scalar);
    }
    FormulaCode value = value(layer.activation(), scalar);
    CodeBlock.Builder code = CodeBlock.builder();
    if (layer.unrolled() && value.isOneExpression()) {
      for (int j = 0; j < layer.outputs(); j++) {
        code.add(value.at(Integer.toString(j), "a[" + j + "] =", Map.of()));
      }
      return code.build();
    }
    if (isIdentity(layer.activation())) {
      return code.addStatement("$T.arraycopy(z, 0, a, 0, $L)", System.class, layer.outputs())
          .build();
    }
    return code.beginControlFlow("for (int j = 0; j < $L; j++)", layer.outputs())
        .add(value.at("j", "a[j] =", Map.of()))
        .endControlFlow()
        .build();
  }

  private static FormulaCode value(ActivationFormula activation, ElementType scalar) {
    Arithmetic arithmetic = Arithmetic.of(scalar.precision());
    return new FormulaCode(ActivationForms.value(activation, arithmetic).form(), scalar);
  }

  /** Text such as {@code a2 = σ(z2)}; a formula without a name is written out. */
  public static String formula(LayerPlan layer, Names names) {
    String z = names.z(layer);
    String symbol = layer.activation().symbol();
    if (symbol.isEmpty()) {
      return DeltaFormulas.value(layer, names);
    }
    return names.a(layer) + " = " + (isIdentity(layer.activation()) ? z : symbol + "(" + z + ")");
  }

  private static boolean isIdentity(ActivationFormula activation) {
    return activation.value().equals(Z);
  }

  /**
   * The largest z is subtracted first, so that no exponential overflows; from itself it leaves 0,
   * which ∞ − ∞ would not.
   */
  private static CodeBlock softmax(LayerPlan layer, ElementType scalar) {
    RowLoop loop = RowLoop.of(layer);
    CodeBlock row =
        CodeBlock.builder()
            .add(maximum(layer, scalar))
            .addStatement("$T sum = 0", scalar.type())
            .beginControlFlow(loop.head())
            .addStatement("a[j] = z[j] == max ? 1 : $T.exp(z[j] - max)", scalar.math())
            .addStatement("sum += a[j]")
            .endControlFlow()
            .beginControlFlow(loop.head())
            .addStatement("a[j] /= sum")
            .endControlFlow()
            .build();
    return loop.each(row);
  }

  /** Likewise; the logarithm of the sum is subtracted, so that no probability rounds to 0. */
  private static CodeBlock logSoftmax(LayerPlan layer, ElementType scalar) {
    RowLoop loop = RowLoop.of(layer);
    CodeBlock row =
        CodeBlock.builder()
            .add(maximum(layer, scalar))
            .addStatement("$T sum = 0", scalar.type())
            .beginControlFlow(loop.head())
            .addStatement("a[j] = z[j] == max ? 0 : z[j] - max")
            .addStatement("sum += $T.exp(a[j])", scalar.math())
            .endControlFlow()
            .addStatement("$T logSum = $T.log(sum)", scalar.type(), scalar.math())
            .beginControlFlow(loop.head())
            .addStatement("a[j] -= logSum")
            .endControlFlow()
            .build();
    return loop.each(row);
  }

  /** Declares {@code max}, the largest of z; NaN if one of them is. */
  static CodeBlock maximum(LayerPlan layer, ElementType scalar) {
    RowLoop loop = RowLoop.of(layer);
    CodeBlock.Builder code =
        CodeBlock.builder().addStatement("$T max = z[$L]", scalar.type(), loop.first());
    if (loop.length() > 1) {
      code.beginControlFlow(loop.headOfRest())
          .addStatement("max = $T.max(max, z[j])", Math.class)
          .endControlFlow();
    }
    return code.build();
  }
}
