package io.github.gradsmith.processor.generated;

import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.Function;
import java.util.List;
import java.util.Map;

/**
 * A value and its slope by one variable: a formula as written, evaluated in such numbers, gives its
 * derivative without any symbolic rule, simplification or other form.
 */
record Dual(double value, double slope) {
  /** The value of a formula and its derivative by one of its variables. */
  static Dual of(Expr expr, String variable, Map<String, Double> values) {
    if (expr instanceof Expr.Number number) {
      return new Dual(number.value().toDouble(), 0);
    }
    if (expr instanceof Expr.Variable named) {
      return new Dual(values.get(named.name()), named.name().equals(variable) ? 1 : 0);
    }
    if (expr instanceof Expr.Choice choice) {
      double left = of(choice.left(), variable, values).value;
      double right = of(choice.right(), variable, values).value;
      boolean holds = choice.comparison().holds(left, right);
      return of(holds ? choice.then() : choice.otherwise(), variable, values);
    }
    List<Expr> children = expr.children();
    Dual[] parts = new Dual[children.size()];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = of(children.get(i), variable, values);
    }
    return combine(expr, parts);
  }

  private static Dual combine(Expr expr, Dual[] parts) {
    if (expr instanceof Expr.Call call) {
      return parts[0].through(call.function());
    }
    if (expr instanceof Expr.Power) {
      return parts[0].power(parts[1].value);
    }
    if (expr instanceof Expr.Extremum extremum) {
      return parts[0].value > parts[1].value == extremum.largest() ? parts[0] : parts[1];
    }
    if (parts.length == 0) {
      return new Dual(Math.PI, 0);
    }
    Dual result = parts[0];
    for (int i = 1; i < parts.length; i++) {
      result = expr instanceof Expr.Sum ? result.plus(parts[i]) : result.times(parts[i]);
    }
    return result;
  }

  private Dual plus(Dual other) {
    return new Dual(value + other.value, slope + other.slope);
  }

  private Dual times(Dual other) {
    return new Dual(value * other.value, slope * other.value + value * other.slope);
  }

  private Dual power(double exponent) {
    return new Dual(Math.pow(value, exponent), exponent * Math.pow(value, exponent - 1) * slope);
  }

  private Dual through(Function function) {
    double x = value;
    double y = function.evaluate(x);
    double derivative =
        switch (function) {
          case EXP -> y;
          case EXPM1 -> Math.exp(x);
          case LOG -> 1 / x;
          case LOG1P -> 1 / (1 + x);
          case SQRT -> 0.5 / y;
          case SIN -> Math.cos(x);
          case COS -> -Math.sin(x);
          case ATAN -> 1 / (1 + x * x);
          case SINH -> Math.cosh(x);
          case COSH -> Math.sinh(x);
          case TANH -> 1 / (Math.cosh(x) * Math.cosh(x));
          case SIGMOID -> 1 / ((1 + Math.exp(-x)) * (1 + Math.exp(x)));
          case SOFTPLUS -> 1 / (1 + Math.exp(-x));
          case ERF -> 2 / Math.sqrt(Math.PI) * Math.exp(-x * x);
          case ABS -> Math.signum(x);
          case SIGN -> 0;
        };
    return new Dual(y, derivative * slope);
  }

  /** How far the values are from where a branch of the formula changes. */
  static double distanceFromKinks(Expr expr, Map<String, Double> values) {
    double least = Double.POSITIVE_INFINITY;
    if (expr instanceof Expr.Choice choice) {
      least = distance(choice.left(), choice.right(), values);
    } else if (expr instanceof Expr.Extremum extremum) {
      least = distance(extremum.left(), extremum.right(), values);
    } else if (expr instanceof Expr.Call call
        && (call.function() == Function.ABS || call.function() == Function.SIGN)) {
      least = distance(call.argument(), Expr.ZERO, values);
    }
    for (Expr child : expr.children()) {
      least = Math.min(least, distanceFromKinks(child, values));
    }
    return least;
  }

  private static double distance(Expr left, Expr right, Map<String, Double> values) {
    return Math.abs(of(left, "", values).value - of(right, "", values).value);
  }
}
