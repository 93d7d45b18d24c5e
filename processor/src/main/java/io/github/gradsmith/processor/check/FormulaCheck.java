package io.github.gradsmith.processor.check;

import io.github.gradsmith.processor.formula.Expr;
import io.github.gradsmith.processor.formula.Simplifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Tries a formula and its derivative out. In doubt it finds nothing: what is large on the way but
 * not in the end, or loses its digits only as it is written, is left alone.
 */
public final class FormulaCheck {
  private final Expr value;
  private final Expr simplified;
  private final Expr derivative;
  private final String variable;
  private final double[] points;
  private final Map<String, Double> fixed;
  private final double largest;

  /**
   * Takes a formula.
   *
   * @param value the formula
   * @param derivative its derivative by the variable
   * @param variable what runs through the points
   * @param points in ascending order
   * @param fixed the values of all other variables
   * @param largest the largest number of the precision in which it will be computed
   */
  public FormulaCheck(
      Expr value,
      Expr derivative,
      String variable,
      double[] points,
      Map<String, Double> fixed,
      double largest) {
    this.value = value;
    this.simplified = Simplifier.simplify(value);
    this.derivative = derivative;
    this.variable = variable;
    this.points = points.clone();
    this.fixed = fixed;
    this.largest = largest;
  }

  /** What is wrong, at most one finding of a kind. */
  public List<Finding> run() {
    double[] values = settled(value);
    double[] slopes = settled(derivative);
    List<Finding> findings = new ArrayList<>();
    add(findings, Finding.Kind.UNDEFINED, values, i -> Double.isNaN(values[i]));
    add(findings, Finding.Kind.NOT_FINITE, values, i -> Double.isInfinite(values[i]));
    new Turns(value, variable, points, fixed)
        .find().stream()
            .filter(turn -> findings.stream().noneMatch(other -> other.kind() == turn.kind()))
            .forEach(findings::add);
    add(
        findings,
        Finding.Kind.DERIVATIVE_NOT_FINITE,
        slopes,
        i -> Double.isFinite(values[i]) && !Double.isFinite(slopes[i]));
    new Quotients(List.of(value, simplified), derivative, variable, points, fixed)
        .firstDifference()
        .ifPresent(findings::add);
    return List.copyOf(findings);
  }

  /** Values at all points; infinite beyond the precision, but not for what is only so halfway. */
  private double[] settled(Expr expr) {
    double[] values = new Samples(variable, points, fixed).of(expr).clone();
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        values[i] = wide(expr, points[i]);
      }
      if (Math.abs(values[i]) > largest) {
        values[i] = Math.copySign(Double.POSITIVE_INFINITY, values[i]);
      }
    }
    return values;
  }

  private double wide(Expr expr, double point) {
    Map<String, Double> variables = new HashMap<>(fixed);
    variables.put(variable, point);
    double asWritten = WideEvaluator.evaluate(expr, variables).toDouble();
    return Double.isFinite(asWritten) || !expr.equals(value)
        ? asWritten
        : finiteOr(asWritten, WideEvaluator.evaluate(simplified, variables).toDouble());
  }

  private static double finiteOr(double other, double candidate) {
    return Double.isFinite(candidate) ? candidate : other;
  }

  private void add(List<Finding> findings, Finding.Kind kind, double[] values, IntPredicate wrong) {
    int[] places = IntStream.range(0, points.length).filter(wrong).toArray();
    IntStream.of(places)
        .boxed()
        .min((i, j) -> Double.compare(Math.abs(points[i]), Math.abs(points[j])))
        .map(i -> new Finding(kind, points[i], values[i], 0, places.length - 1, points.length))
        .ifPresent(findings::add);
  }
}
