package io.github.gradsmith.processor.check;

import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.Function;
import java.util.List;
import java.util.Map;

/**
 * The value of a formula where double overflows on the way, as exp(z²) / (1 + exp(z²)) does at 80.
 */
final class ScaledEvaluator {
  /** From here on sigmoid, softplus, sinh and cosh are exponentials, or the argument itself. */
  private static final double FAR = 40;

  /** Nearer to 0 than that a double may lose digits. */
  private static final double TINY = 1e-290;

  private ScaledEvaluator() {}

  static ScaledDouble evaluate(Expr expr, Map<String, Double> values) {
    if (expr instanceof Expr.Number number) {
      return ScaledDouble.of(number.value());
    }
    if (expr instanceof Expr.Constant constant) {
      return ScaledDouble.of(constant.value());
    }
    if (expr instanceof Expr.Variable variable) {
      return ScaledDouble.of(values.get(variable.name()));
    }
    List<ScaledDouble> parts =
        expr.children().stream().map(part -> evaluate(part, values)).toList();
    if (expr instanceof Expr.Call call) {
      return call(call.function(), parts.get(0));
    }
    if (expr instanceof Expr.Choice choice) {
      boolean holds = choice.comparison().holds(difference(parts), 0);
      return parts.get(holds ? 2 : 3);
    }
    if (expr instanceof Expr.Extremum extremum) {
      return extremum(extremum.largest(), parts);
    }
    return switch (parts.size()) {
      case 2 -> combine(expr, parts.get(0), parts.get(1));
      default -> parts.stream().reduce((x, y) -> combine(expr, x, y)).orElseThrow();
    };
  }

  private static double difference(List<ScaledDouble> parts) {
    return parts.get(0).plus(parts.get(1).negated()).sign();
  }

  static ScaledDouble extremum(boolean largest, List<ScaledDouble> parts) {
    double difference = difference(parts);
    if (Double.isNaN(difference)) {
      return ScaledDouble.NAN;
    }
    return parts.get(largest == difference > 0 ? 0 : 1);
  }

  private static ScaledDouble combine(Expr expr, ScaledDouble x, ScaledDouble y) {
    if (expr instanceof Expr.Power) {
      return x.power(y);
    }
    return expr instanceof Expr.Sum ? x.plus(y) : x.times(y);
  }

  static ScaledDouble call(Function function, ScaledDouble x) {
    double narrow = Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, x.toDouble()));
    if (Math.abs(narrow) < TINY && isOdd(function)) {
      return x.times(ScaledDouble.of(function == Function.ERF ? 2 / Math.sqrt(Math.PI) : 1));
    }
    boolean far = Math.abs(narrow) > FAR;
    return switch (function) {
      case EXP -> ScaledDouble.exp(x);
      case LOG -> x.log();
      case SQRT -> x.root();
      case ABS -> x.abs();
      case EXPM1 ->
          far ? ScaledDouble.exp(x).plus(ScaledDouble.of(-1)) : ScaledDouble.of(Math.expm1(narrow));
      case LOG1P -> far ? x.plus(ScaledDouble.of(1)).log() : ScaledDouble.of(Math.log1p(narrow));
      case COSH, SINH -> far ? hyperbolic(function, x) : ScaledDouble.of(function.evaluate(narrow));
      case SIGMOID ->
          far && narrow < 0 ? ScaledDouble.exp(x) : ScaledDouble.of(function.evaluate(narrow));
      case SOFTPLUS ->
          far ? (narrow < 0 ? ScaledDouble.exp(x) : x) : ScaledDouble.of(function.evaluate(narrow));
      default -> ScaledDouble.of(function.evaluate(narrow));
    };
  }

  /** Whether it is its argument near 0, or that times a number. */
  private static boolean isOdd(Function function) {
    return switch (function) {
      case EXPM1, LOG1P, SIN, ATAN, SINH, TANH, ERF -> true;
      default -> false;
    };
  }

  private static ScaledDouble hyperbolic(Function function, ScaledDouble x) {
    ScaledDouble half = ScaledDouble.exp(x.abs()).times(ScaledDouble.of(0.5));
    return function == Function.SINH && x.sign() < 0 ? half.negated() : half;
  }
}
