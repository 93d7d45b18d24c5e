package io.github.gradsmith.processor.check;

import io.github.gradsmith.processor.formula.expr.Expr;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The values of formulas at many points at once, in double; every part is computed only once. */
final class Samples {
  private final Map<Expr, double[]> known = new HashMap<>();
  private final int count;

  /**
   * Takes the points.
   *
   * @param variable what runs through the points
   * @param fixed the values of all other variables
   */
  Samples(String variable, double[] points, Map<String, Double> fixed) {
    count = points.length;
    fixed.forEach((name, value) -> known.put(Expr.variable(name), all(value)));
    known.put(Expr.variable(variable), points);
  }

  /** The value at each point; not to be changed. */
  double[] of(Expr expr) {
    double[] values = known.get(expr);
    if (values == null) {
      values = compute(expr);
      known.put(expr, values);
    }
    return values;
  }

  private double[] compute(Expr expr) {
    if (expr instanceof Expr.Number number) {
      return all(number.value().toDouble());
    }
    if (expr instanceof Expr.Constant constant) {
      return all(constant.value());
    }
    List<double[]> parts = expr.children().stream().map(this::of).toList();
    double[] values = parts.get(0).clone();
    if (expr instanceof Expr.Call call) {
      Arrays.setAll(values, i -> call.function().evaluate(values[i]));
    } else if (expr instanceof Expr.Choice choice) {
      choose(choice, parts, values);
    } else {
      parts.subList(1, parts.size()).forEach(part -> combine(expr, values, part));
    }
    return values;
  }

  private static void choose(Expr.Choice choice, List<double[]> parts, double[] values) {
    double[] right = parts.get(1);
    double[] then = parts.get(2);
    double[] otherwise = parts.get(3);
    for (int i = 0; i < values.length; i++) {
      values[i] = choice.comparison().holds(values[i], right[i]) ? then[i] : otherwise[i];
    }
  }

  private static void combine(Expr expr, double[] values, double[] part) {
    for (int i = 0; i < values.length; i++) {
      if (expr instanceof Expr.Sum) {
        values[i] += part[i];
      } else if (expr instanceof Expr.Product) {
        values[i] *= part[i];
      } else if (expr instanceof Expr.Power) {
        values[i] = Math.pow(values[i], part[i]);
      } else {
        values[i] = ((Expr.Extremum) expr).evaluate(values[i], part[i]);
      }
    }
  }

  private double[] all(double value) {
    double[] values = new double[count];
    Arrays.fill(values, value);
    return values;
  }
}
