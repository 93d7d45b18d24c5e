package io.github.gradsmith.processor.formula.expr;

import java.util.HashMap;
import java.util.Map;

/** An independent derivative for tests: a central difference, extrapolated once (Richardson). */
public final class NumericDerivative {
  private NumericDerivative() {}

  public static double of(Expr expr, String variable, Map<String, Double> point) {
    double h = 1e-3 * Math.max(1, Math.abs(point.get(variable)));
    double coarse = central(expr, variable, point, h);
    double fine = central(expr, variable, point, h / 2);
    return (4 * fine - coarse) / 3;
  }

  private static double central(Expr expr, String variable, Map<String, Double> point, double h) {
    return (at(expr, variable, point, h) - at(expr, variable, point, -h)) / (2 * h);
  }

  private static double at(Expr expr, String variable, Map<String, Double> point, double shift) {
    Map<String, Double> moved = new HashMap<>(point);
    moved.merge(variable, shift, Double::sum);
    return Evaluator.evaluate(expr, moved);
  }
}
