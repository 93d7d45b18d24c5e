package io.github.gradsmith.processor.check;

import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.ExprCases;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;

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
      values = expr.fold(new Values());
      known.put(expr, values);
    }
    return values;
  }

  private double[] joined(List<Expr> parts, DoubleBinaryOperator join) {
    double[] values = of(parts.get(0)).clone();
    for (Expr part : parts.subList(1, parts.size())) {
      double[] next = of(part);
      Arrays.setAll(values, i -> join.applyAsDouble(values[i], next[i]));
    }
    return values;
  }

  private double[] all(double value) {
    double[] values = new double[count];
    Arrays.fill(values, value);
    return values;
  }

  private final class Values implements ExprCases<double[]> {
    @Override
    public double[] number(Expr.Number number) {
      return all(number.value().toDouble());
    }

    @Override
    public double[] constant(Expr.Constant constant) {
      return all(constant.value());
    }

    @Override
    public double[] variable(Expr.Variable variable) {
      throw new IllegalArgumentException("no value for " + variable.name());
    }

    @Override
    public double[] sum(Expr.Sum sum) {
      return joined(sum.terms(), Double::sum);
    }

    @Override
    public double[] product(Expr.Product product) {
      return joined(product.factors(), (x, y) -> x * y);
    }

    @Override
    public double[] power(Expr.Power power) {
      return joined(power.children(), Math::pow);
    }

    @Override
    public double[] call(Expr.Call call) {
      double[] values = of(call.argument()).clone();
      Arrays.setAll(values, i -> call.function().evaluate(values[i]));
      return values;
    }

    @Override
    public double[] extremum(Expr.Extremum extremum) {
      return joined(extremum.children(), extremum::evaluate);
    }

    @Override
    public double[] choice(Expr.Choice choice) {
      double[] left = of(choice.left());
      double[] right = of(choice.right());
      double[] then = of(choice.then());
      double[] otherwise = of(choice.otherwise());
      double[] values = new double[count];
      Arrays.setAll(
          values, i -> choice.comparison().holds(left[i], right[i]) ? then[i] : otherwise[i]);
      return values;
    }
  }
}
