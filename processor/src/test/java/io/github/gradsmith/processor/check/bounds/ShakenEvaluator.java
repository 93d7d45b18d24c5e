package io.github.gradsmith.processor.check.bounds;

import io.github.gradsmith.processor.formula.expr.Expr;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The value of a formula with every number, variable and result moved at random by up to one
 * rounding: how far several of them lie apart is what a formula's own way of writing costs.
 */
public record ShakenEvaluator(Map<String, Double> point, double unit, Random random) {
  private static final int TIMES = 32;

  /** What rounding may make of the value. */
  public static double[] values(Expr expr, Map<String, Double> point, double unit, long seed) {
    ShakenEvaluator evaluator = new ShakenEvaluator(point, unit, new Random(seed));
    return IntStream.range(0, TIMES)
        .mapToDouble(i -> evaluator.evaluate(expr).toDouble())
        .toArray();
  }

  private ScaledDouble shake(ScaledDouble value) {
    return value.times(ScaledDouble.of(1 + unit * random.nextDouble(-1, 1)));
  }

  ScaledDouble evaluate(Expr expr) {
    if (expr instanceof Expr.Number number) {
      return shake(ScaledDouble.of(number.value()));
    }
    if (expr instanceof Expr.Constant constant) {
      return shake(ScaledDouble.of(constant.value()));
    }
    if (expr instanceof Expr.Variable variable) {
      return shake(ScaledDouble.of(point.get(variable.name())));
    }
    if (expr instanceof Expr.Power power && power.exponent() instanceof Expr.Number exponent) {
      return shake(evaluate(power.base()).power(ScaledDouble.of(exponent.value())));
    }
    List<ScaledDouble> parts = expr.children().stream().map(this::evaluate).toList();
    if (expr instanceof Expr.Choice choice) {
      double difference = parts.get(0).plus(parts.get(1).negated()).sign();
      return parts.get(choice.comparison().holds(difference, 0) ? 2 : 3);
    }
    if (expr instanceof Expr.Call call) {
      return shake(ScaledEvaluator.call(call.function(), parts.get(0)));
    }
    ScaledDouble result = parts.get(0);
    for (ScaledDouble part : parts.subList(1, parts.size())) {
      result = shake(join(expr, result, part));
    }
    return result;
  }

  private static ScaledDouble join(Expr expr, ScaledDouble x, ScaledDouble y) {
    if (expr instanceof Expr.Sum) {
      return x.plus(y);
    }
    if (expr instanceof Expr.Extremum extremum) {
      return ScaledEvaluator.extremum(extremum.largest(), List.of(x, y));
    }
    return expr instanceof Expr.Power ? x.power(y) : x.times(y);
  }
}
