package io.github.gradsmith.processor.kernel.elementwise;

import com.palantir.javapoet.CodeBlock;
import io.github.gradsmith.processor.formula.expr.Evaluator;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.simd.math.SimdType;
import java.util.HashMap;
import java.util.Map;

/**
 * Which infinities a formula cannot take as z: z / (1 + |z|) has the limit 1 at ∞, but ∞ / ∞ is
 * NaN. There the largest finite number stands for the infinity, which comes to the limit unless its
 * square or a higher power overflows on the way.
 */
public record FiniteArgument(boolean below, boolean above) {
  public static FiniteArgument of(Expr formula) {
    return new FiniteArgument(
        isNaN(formula, Double.NEGATIVE_INFINITY), isNaN(formula, Double.POSITIVE_INFINITY));
  }

  private static boolean isNaN(Expr formula, double z) {
    Map<String, Double> point = new HashMap<>();
    formula.variables().forEach(variable -> point.put(variable, variable.equals("z") ? z : 0.5));
    return formula.variables().contains("z") && Double.isNaN(Evaluator.evaluate(formula, point));
  }

  public boolean isNeeded() {
    return below || above;
  }

  /** The argument that replaces {@code z}; NaN stays NaN. */
  public CodeBlock of(CodeBlock z, ElementType scalar) {
    CodeBlock argument = z;
    if (above) {
      argument = CodeBlock.of("$T.min($L, $T.MAX_VALUE)", Math.class, argument, scalar.box());
    }
    if (below) {
      argument = CodeBlock.of("$T.max($L, -$T.MAX_VALUE)", Math.class, argument, scalar.box());
    }
    return argument;
  }

  /** The same of a vector. */
  public CodeBlock of(CodeBlock z, SimdType type) {
    CodeBlock argument = z;
    if (above) {
      argument = CodeBlock.of("$L.min($T.MAX_VALUE)", argument, type.scalar().box());
    }
    if (below) {
      argument = CodeBlock.of("$L.max(-$T.MAX_VALUE)", argument, type.scalar().box());
    }
    return argument;
  }
}
