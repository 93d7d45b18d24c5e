package io.github.gradsmith.processor.check;

import io.github.gradsmith.processor.formula.Evaluator;
import io.github.gradsmith.processor.formula.Expr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks where a formula turns from one piece to another, to the last bit of the point, whether the
 * pieces meet.
 */
final class Turns {
  /** Constants that a user rounded to four digits do not make a jump. */
  private static final double TOLERANCE = 1e-4;

  /** Towards a pole a formula grows by far more than this from one point to the next. */
  private static final double GROWTH = 1e6;

  /** So many turns are looked at; a formula with more has a period. */
  private static final int MOST = 32;

  private final Expr value;
  private final String variable;
  private final double[] points;
  private final Map<String, Double> fixed;

  Turns(Expr value, String variable, double[] points, Map<String, Double> fixed) {
    this.value = value;
    this.variable = variable;
    this.points = points;
    this.fixed = fixed;
  }

  /** Jumps and poles; those nearest to 0 come first. */
  List<Finding> find() {
    List<Finding> findings = new ArrayList<>();
    Samples samples = new Samples(variable, points, fixed);
    for (Switch turn : Switch.of(value)) {
      if (turn.kind() != Switch.Kind.KINK) {
        double[] quantity = samples.of(turn.quantity());
        changes(quantity).stream()
            .limit(MOST)
            .flatMap(i -> inspect(turn, i, Math.signum(quantity[i])).stream())
            .forEach(findings::add);
      }
    }
    return findings;
  }

  /** Behind which points the sign of a quantity changes, nearest to 0 first. */
  private List<Integer> changes(double[] quantity) {
    List<Integer> changes = new ArrayList<>();
    for (int i = 0; i + 1 < points.length; i++) {
      double before = Math.signum(quantity[i]);
      double behind = Math.signum(quantity[i + 1]);
      if (before != behind && !Double.isNaN(before) && !Double.isNaN(behind)) {
        changes.add(i);
      }
    }
    changes.sort((i, j) -> Double.compare(Math.abs(points[i]), Math.abs(points[j])));
    return changes;
  }

  private Optional<Finding> inspect(Switch turn, int i, double sign) {
    long low = ordinal(points[i]);
    long high = ordinal(points[i + 1]);
    while (high - low > 1) {
      long middle = (low + high) >> 1;
      if (Math.signum(at(turn.quantity(), number(middle))) == sign) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double before = at(value, number(low));
    double behind = at(value, number(high));
    double point = sign == 0 ? number(low) : number(high);
    return judge(turn, i, point, before, behind);
  }

  private Optional<Finding> judge(Switch turn, int i, double point, double before, double behind) {
    double ordinary = 1 + Math.abs(at(value, points[i])) + Math.abs(at(value, points[i + 1]));
    if (turn.kind() == Switch.Kind.POLE && Double.isNaN(before + behind)) {
      return Optional.of(finding(Finding.Kind.UNDEFINED, point, Double.NaN, Double.NaN));
    }
    double most = Math.max(Math.abs(before), Math.abs(behind));
    if (turn.kind() == Switch.Kind.POLE && most > GROWTH * ordinary) {
      double infinite = Math.copySign(Double.POSITIVE_INFINITY, before);
      return Optional.of(finding(Finding.Kind.NOT_FINITE, point, infinite, infinite));
    }
    return Math.abs(behind - before) > TOLERANCE * (1 + most)
        ? Optional.of(finding(Finding.Kind.JUMP, point, before, behind))
        : Optional.empty();
  }

  private Finding finding(Finding.Kind kind, double point, double before, double behind) {
    return new Finding(kind, point, before, behind, 0, points.length);
  }

  private double at(Expr expr, double point) {
    Map<String, Double> variables = new HashMap<>(fixed);
    variables.put(variable, point);
    return Evaluator.evaluate(expr, variables);
  }

  /** Neighbouring doubles have neighbouring ordinals, from −∞ to ∞. */
  private static long ordinal(double x) {
    long bits = Double.doubleToLongBits(x);
    return bits >= 0 ? bits : Long.MIN_VALUE - bits;
  }

  private static double number(long ordinal) {
    return Double.longBitsToDouble(ordinal >= 0 ? ordinal : Long.MIN_VALUE - ordinal);
  }
}
