package io.github.gradsmith.processor.onnx.operator;

import io.github.gradsmith.Activation;
import io.github.gradsmith.processor.activation.Activations;
import io.github.gradsmith.processor.activation.ElementwiseFormula;
import io.github.gradsmith.processor.formula.expr.Evaluator;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.text.FormulaException;
import io.github.gradsmith.processor.formula.text.FormulaParser;
import io.github.gradsmith.processor.formula.text.FormulaPrinter;
import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.onnx.proto.OnnxException;
import io.github.gradsmith.processor.onnx.value.Signal;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Which activation of the toolbox a formula is, however an exporter has decomposed it: the one that
 * has its values. What has none of theirs stays a formula.
 */
public final class ActivationMatcher {
  /** Weighted sums from −5 to 5 and the ends of straight lines, and where bounds may be. */
  private static final double[] POINTS =
      DoubleStream.concat(
              IntStream.rangeClosed(-50, 50).mapToDouble(i -> i / 10.0),
              DoubleStream.of(6, 10, 20, 40, 80, 1e2, 1e3, 1e4, 1e6, 1e9)
                  .flatMap(z -> DoubleStream.of(z, -z)))
          .toArray();

  /** Beyond it exponentials that stand apart may overflow, which says nothing of a formula. */
  private static final double FARTHEST = 80;

  /** Numbers kept as float are off by 6e-8 of themselves, what follows from them by some more. */
  private static final double FLOAT_TOLERANCE = 1e-6;

  private static final double DOUBLE_TOLERANCE = 1e-12;

  private ActivationMatcher() {}

  /** The activation that a value is of its weighted sums. */
  public static ActivationChoice of(Signal signal) throws OnnxException {
    if (signal.coupled().isPresent()) {
      return signal.coupled().get();
    }
    for (Activation activation : Activation.values()) {
      if (Activations.formula(activation) instanceof ElementwiseFormula formula
          && agree(formula.value(), signal)) {
        return new ActivationChoice.Named(activation);
      }
    }
    return written(signal);
  }

  private static boolean agree(Expr named, Signal signal) {
    double tolerance = signal.inFloat() ? FLOAT_TOLERANCE : DOUBLE_TOLERANCE;
    for (double z : POINTS) {
      double expected = Evaluator.evaluate(named, Map.of("z", z));
      double found = Evaluator.evaluate(signal.formula(), Map.of("z", z));
      boolean overflow = Math.abs(z) > FARTHEST && !Double.isFinite(found);
      // z (1 + erf z) and the like lose digits where the value is small.
      double size = Math.abs(expected) + 1e-3 * Math.max(1, Math.abs(z));
      if (!overflow && !(Math.abs(found - expected) <= tolerance * size)) {
        return false;
      }
    }
    return true;
  }

  private static ActivationChoice written(Signal signal) throws OnnxException {
    String text = FormulaPrinter.print(signal.formula());
    try {
      if (FormulaParser.parse(text, Set.of("z")).variables().isEmpty()) {
        throw OnnxException.unsupported(
            "layer %d gives the same whatever its input: %s", signal.layer() + 1, text);
      }
    } catch (FormulaException e) {
      throw OnnxException.unsupported(
          "the activation of layer %d is no formula that can be read: %s",
          signal.layer() + 1, e.getMessage());
    }
    return new ActivationChoice.Written(text);
  }
}
