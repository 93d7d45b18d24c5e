package io.github.gradsmith.processor.kernel.elementwise;

import com.palantir.javapoet.CodeBlock;
import io.github.gradsmith.processor.activation.ActivationForms;
import io.github.gradsmith.processor.formula.machine.Arithmetic;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.plan.LayerPlan;
import java.util.Map;

/**
 * The derivative of a layer's activation, times which errors become deltas.
 *
 * @param layer whose deltas they are
 * @param scalar its precision
 */
public record SlopeCode(LayerPlan layer, ElementType scalar) {
  /** What the layer after sends back, a variable of the formula. */
  private static final String ERROR = ActivationForms.ERROR;

  /** Whether errors are deltas. */
  public boolean isOne() {
    return layer.activation().slope().expression().isOne();
  }

  /** Multiplies what reached the neurons in d by the derivative there. */
  public CodeBlock times() {
    return CodeBlock.builder()
        .beginControlFlow("for (int k = 0; k < $L; k++)", layer.outputs())
        .add(delta().at("k", "d[k] =", Map.of(ERROR, CodeBlock.of("d[k]"))))
        .endControlFlow()
        .build();
  }

  /** The same behind {@code errors}, or nothing if errors are deltas. */
  public CodeBlock timesAfter(CodeBlock errors) {
    return isOne() ? errors : CodeBlock.builder().add(errors).add(times()).build();
  }

  /** The same, by the kernel {@code simd} where there is one. */
  public CodeBlock timesAfter(CodeBlock errors, CodeBlock simd) {
    return isOne() ? errors : CodeBlock.builder().add(errors).add(simd).add(times()).build();
  }

  /** Whether a delta is one expression in its error. */
  public boolean isOneExpression() {
    return delta().isOneExpression();
  }

  /** The delta of neuron {@code k} for an error. */
  public CodeBlock at(int k, CodeBlock error) {
    return delta().at(Integer.toString(k), "d[" + k + "] =", Map.of(ERROR, error));
  }

  private FormulaCode delta() {
    Arithmetic arithmetic = Arithmetic.of(scalar.precision());
    return new FormulaCode(ActivationForms.delta(layer.activation(), arithmetic).form(), scalar);
  }
}
