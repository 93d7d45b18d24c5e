package io.github.gradsmith.processor.check;

import io.github.gradsmith.processor.check.bounds.ScaledEvaluator;
import io.github.gradsmith.processor.formula.expr.Evaluator;
import io.github.gradsmith.processor.formula.expr.Expr;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The value of a formula as good code computes it: what overflows on the way only, or only as it is
 * written, is computed another way.
 *
 * @param forms the formula as written, and forms that are equal to it
 * @param variable what is varied
 * @param fixed the values of all other variables
 */
record Valuation(List<Expr> forms, String variable, Map<String, Double> fixed) {
  double at(double point) {
    double narrow = Evaluator.evaluate(forms.get(0), variables(point));
    return Double.isFinite(narrow) ? narrow : widely(narrow, point);
  }

  double[] at(double[] points) {
    double[] values = new Samples(variable, points, fixed).of(forms.get(0)).clone();
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        values[i] = widely(values[i], points[i]);
      }
    }
    return values;
  }

  /** The first finite value, else that of the formula as written. */
  private double widely(double narrow, double point) {
    return forms.stream()
        .mapToDouble(form -> ScaledEvaluator.evaluate(form, variables(point)).toDouble())
        .filter(Double::isFinite)
        .findFirst()
        .orElse(narrow);
  }

  private Map<String, Double> variables(double point) {
    Map<String, Double> variables = new HashMap<>(fixed);
    variables.put(variable, point);
    return variables;
  }
}
