package io.github.gradsmith.processor.check.bounds;

import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.ExprCases;
import io.github.gradsmith.processor.formula.expr.Function;
import java.util.List;
import java.util.Map;

/**
 * The value of a formula where double overflows on the way, as exp(z²) / (1 + exp(z²)) does at 80.
 */
public final class ScaledEvaluator {
  /** From here on sigmoid, softplus, sinh and cosh are exponentials, or the argument itself. */
  private static final double FAR = 40;

  /** Nearer to 0 than that a double may lose digits. */
  private static final double TINY = 1e-290;

  private ScaledEvaluator() {}

  public static ScaledDouble evaluate(Expr expr, Map<String, Double> values) {
    return expr.fold(new Values(values));
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

  private record Values(Map<String, Double> variables) implements ExprCases<ScaledDouble> {
    private ScaledDouble of(Expr expr) {
      return expr.fold(this);
    }

    private List<ScaledDouble> parts(Expr expr) {
      return expr.children().stream().map(this::of).toList();
    }

    @Override
    public ScaledDouble number(Expr.Number number) {
      return ScaledDouble.of(number.value());
    }

    @Override
    public ScaledDouble constant(Expr.Constant constant) {
      return ScaledDouble.of(constant.value());
    }

    @Override
    public ScaledDouble variable(Expr.Variable variable) {
      return ScaledDouble.of(variables.get(variable.name()));
    }

    @Override
    public ScaledDouble sum(Expr.Sum sum) {
      return parts(sum).stream().reduce(ScaledDouble::plus).orElseThrow();
    }

    @Override
    public ScaledDouble product(Expr.Product product) {
      return parts(product).stream().reduce(ScaledDouble::times).orElseThrow();
    }

    @Override
    public ScaledDouble power(Expr.Power power) {
      return of(power.base()).power(of(power.exponent()));
    }

    @Override
    public ScaledDouble call(Expr.Call call) {
      return ScaledEvaluator.call(call.function(), of(call.argument()));
    }

    @Override
    public ScaledDouble extremum(Expr.Extremum extremum) {
      return ScaledEvaluator.extremum(extremum.largest(), parts(extremum));
    }

    @Override
    public ScaledDouble choice(Expr.Choice choice) {
      List<ScaledDouble> parts = parts(choice);
      return parts.get(choice.comparison().holds(difference(parts), 0) ? 2 : 3);
    }
  }
}
