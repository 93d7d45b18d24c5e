package io.github.gradsmith.processor.formula.expr;

import java.util.Map;

/** The value of a formula in double. */
public final class Evaluator {
  private Evaluator() {}

  /**
   * Evaluates; undefined operations give NaN or infinities as Java does.
   *
   * @throws IllegalArgumentException if a variable has no value
   */
  public static double evaluate(Expr expr, Map<String, Double> values) {
    if (expr instanceof Expr.Number number) {
      return number.value().toDouble();
    }
    if (expr instanceof Expr.Constant constant) {
      return constant.value();
    }
    if (expr instanceof Expr.Variable variable) {
      Double value = values.get(variable.name());
      if (value == null) {
        throw new IllegalArgumentException("no value for " + variable.name());
      }
      return value;
    }
    if (expr instanceof Expr.Choice choice) {
      boolean holds =
          choice
              .comparison()
              .holds(evaluate(choice.left(), values), evaluate(choice.right(), values));
      return evaluate(holds ? choice.then() : choice.otherwise(), values);
    }
    return combine(expr, values);
  }

  private static double combine(Expr expr, Map<String, Double> values) {
    double[] parts = expr.children().stream().mapToDouble(part -> evaluate(part, values)).toArray();
    if (expr instanceof Expr.Call call) {
      return call.function().evaluate(parts[0]);
    }
    if (expr instanceof Expr.Extremum extremum) {
      return extremum.evaluate(parts[0], parts[1]);
    }
    if (expr instanceof Expr.Power) {
      return StrictMath.pow(parts[0], parts[1]);
    }
    double result = parts[0];
    for (int i = 1; i < parts.length; i++) {
      result = expr instanceof Expr.Sum ? result + parts[i] : result * parts[i];
    }
    return result;
  }
}
