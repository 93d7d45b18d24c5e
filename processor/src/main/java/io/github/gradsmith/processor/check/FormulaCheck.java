package io.github.gradsmith.processor.check;

import io.github.gradsmith.processor.check.Finding.Kind;
import io.github.gradsmith.processor.formula.expr.ConstantValue;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.form.StableForm;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Tries a formula and its derivative out. In doubt it finds nothing: what is large on the way but
 * not in the end, or loses its digits only as it is written, is left alone.
 */
public final class FormulaCheck {
  /** Of a difference quotient to many digits. */
  private static final BigDecimal STEP = new BigDecimal("1e-25");

  private final List<Expr> forms;
  private final List<Expr> slopeForms;
  private final String variable;
  private final double largest;

  /**
   * Takes a formula.
   *
   * @param value the formula
   * @param derivative its derivative by the variable
   * @param variable what runs through the points
   * @param largest the largest number of the precision in which it will be computed
   */
  public FormulaCheck(Expr value, Expr derivative, String variable, double largest) {
    this.forms = List.of(value, StableForm.of(value));
    this.slopeForms = List.of(derivative, StableForm.of(derivative));
    this.variable = variable;
    this.largest = largest;
  }

  /**
   * What is wrong, at most one finding of a kind.
   *
   * @param points in ascending order
   * @param fixed the values of all other variables
   */
  public List<Finding> run(double[] points, Map<String, Double> fixed) {
    Valuation valuation = new Valuation(forms, variable, fixed);
    double[] values = values(valuation, points);
    double[] slopes = slopes(points, values, fixed);
    List<Finding> findings = new ArrayList<>();
    findings.addAll(findings(Kind.UNDEFINED, points, values, i -> Double.isNaN(values[i])));
    findings.addAll(findings(Kind.NOT_FINITE, points, values, i -> Double.isInfinite(values[i])));
    for (Finding turn : new DiscontinuityCheck(valuation, points).find()) {
      if (findings.stream().noneMatch(other -> other.kind() == turn.kind())) {
        findings.add(turn);
      }
    }
    findings.addAll(
        findings(
            Kind.DERIVATIVE_NOT_FINITE,
            points,
            slopes,
            i -> Double.isFinite(values[i]) && !Double.isFinite(slopes[i])));
    new DifferenceQuotients(forms, slopeForms, variable, points, fixed)
        .firstDifference(point -> isRight(point, fixed))
        .ifPresent(findings::add);
    return List.copyOf(findings);
  }

  /**
   * Where the derivative's terms cancel beyond all digits, as 1e29 a² + 1 − 1e29 t² do: exactly.
   */
  private double[] slopes(double[] points, double[] values, Map<String, Double> fixed) {
    double[] slopes = values(new Valuation(slopeForms, variable, fixed), points);
    for (int i = 0; i < slopes.length; i++) {
      if (!Double.isFinite(slopes[i]) && Double.isFinite(values[i])) {
        double exact = exactSlope(points[i], fixed);
        slopes[i] = Double.isNaN(exact) ? slopes[i] : exact;
      }
    }
    return slopes;
  }

  /** NaN if there is none. */
  private double exactSlope(double point, Map<String, Double> fixed) {
    return exact(slopeForms.get(0), new BigDecimal(point), fixed)
        .map(BigDecimal::doubleValue)
        .orElse(Double.NaN);
  }

  /** Whether derivative and difference quotient agree to many digits, where both can be told. */
  private boolean isRight(double point, Map<String, Double> fixed) {
    Optional<BigDecimal> above = exact(forms.get(0), new BigDecimal(point).add(STEP), fixed);
    Optional<BigDecimal> below = exact(forms.get(0), new BigDecimal(point).subtract(STEP), fixed);
    if (above.isEmpty() || below.isEmpty()) {
      return false;
    }
    double rise = above.get().subtract(below.get()).doubleValue();
    double quotient = rise / (2 * STEP.doubleValue());
    return DifferenceQuotients.agree(quotient, exactSlope(point, fixed));
  }

  private Optional<BigDecimal> exact(Expr expr, BigDecimal point, Map<String, Double> fixed) {
    Map<String, BigDecimal> exact = new HashMap<>();
    fixed.forEach((name, value) -> exact.put(name, new BigDecimal(value)));
    exact.put(variable, point);
    return ConstantValue.find(expr, exact);
  }

  /** Values at all points, infinite beyond the precision. */
  private double[] values(Valuation valuation, double[] points) {
    double[] values = valuation.at(points);
    for (int i = 0; i < values.length; i++) {
      if (Math.abs(values[i]) > largest) {
        values[i] = Math.copySign(Double.POSITIVE_INFINITY, values[i]);
      }
    }
    return values;
  }

  /** One finding for all points that are wrong, or none. */
  private static List<Finding> findings(
      Kind kind, double[] points, double[] values, IntPredicate wrong) {
    int[] places = IntStream.range(0, points.length).filter(wrong).toArray();
    return IntStream.of(places)
        .boxed()
        .min((i, j) -> Double.compare(Math.abs(points[i]), Math.abs(points[j])))
        .map(i -> new Finding(kind, points[i], values[i], 0, places.length - 1, points.length))
        .stream()
        .toList();
  }
}
