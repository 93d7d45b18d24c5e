package io.github.gradsmith.processor.check;

import io.github.gradsmith.processor.formula.Expr;
import io.github.gradsmith.processor.formula.Function;
import java.util.List;
import java.util.Map;

/**
 * The value of a formula where double overflows on the way, as exp(z²) / (1 + exp(z²)) does at 80.
 */
final class WideEvaluator {
  /** From here on sigmoid, softplus, sinh and cosh are exponentials, or the argument itself. */
  private static final double FAR = 40;

  /** Nearer to 0 than that a double may lose digits. */
  private static final double TINY = 1e-290;

  private WideEvaluator() {}

  static Wide evaluate(Expr expr, Map<String, Double> values) {
    if (expr instanceof Expr.Number number) {
      return Wide.of(number.value());
    }
    if (expr instanceof Expr.Constant constant) {
      return Wide.of(constant.value());
    }
    if (expr instanceof Expr.Variable variable) {
      return Wide.of(values.get(variable.name()));
    }
    List<Wide> parts = expr.children().stream().map(part -> evaluate(part, values)).toList();
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

  private static double difference(List<Wide> parts) {
    return parts.get(0).plus(parts.get(1).negated()).sign();
  }

  static Wide extremum(boolean largest, List<Wide> parts) {
    double difference = difference(parts);
    if (Double.isNaN(difference)) {
      return Wide.NAN;
    }
    return parts.get(largest == difference > 0 ? 0 : 1);
  }

  private static Wide combine(Expr expr, Wide x, Wide y) {
    if (expr instanceof Expr.Power) {
      return x.power(y);
    }
    return expr instanceof Expr.Sum ? x.plus(y) : x.times(y);
  }

  static Wide call(Function function, Wide x) {
    double narrow = Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, x.toDouble()));
    if (Math.abs(narrow) < TINY && isOdd(function)) {
      return x.times(Wide.of(function == Function.ERF ? 2 / Math.sqrt(Math.PI) : 1));
    }
    boolean far = Math.abs(narrow) > FAR;
    return switch (function) {
      case EXP -> Wide.exp(x);
      case LOG -> x.log();
      case SQRT -> x.root();
      case ABS -> x.abs();
      case EXPM1 -> far ? Wide.exp(x).plus(Wide.of(-1)) : Wide.of(Math.expm1(narrow));
      case LOG1P -> far ? x.plus(Wide.of(1)).log() : Wide.of(Math.log1p(narrow));
      case COSH, SINH -> far ? hyperbolic(function, x) : Wide.of(function.evaluate(narrow));
      case SIGMOID -> far && narrow < 0 ? Wide.exp(x) : Wide.of(function.evaluate(narrow));
      case SOFTPLUS -> far ? (narrow < 0 ? Wide.exp(x) : x) : Wide.of(function.evaluate(narrow));
      default -> Wide.of(function.evaluate(narrow));
    };
  }

  /** Whether it is its argument near 0, or that times a number. */
  private static boolean isOdd(Function function) {
    return switch (function) {
      case EXPM1, LOG1P, SIN, ATAN, SINH, TANH, ERF -> true;
      default -> false;
    };
  }

  private static Wide hyperbolic(Function function, Wide x) {
    Wide half = Wide.exp(x.abs()).times(Wide.of(0.5));
    return function == Function.SINH && x.sign() < 0 ? half.negated() : half;
  }
}
