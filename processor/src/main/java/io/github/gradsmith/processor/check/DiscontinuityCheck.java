package io.github.gradsmith.processor.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks where a formula turns from one piece to another, to the last bit of the point, whether the
 * pieces meet.
 */
final class DiscontinuityCheck {
  /** Constants that a user rounded to four digits do not make a jump. */
  private static final double TOLERANCE = 1e-4;

  /** Towards a pole a formula grows by far more than this from one point to the next. */
  private static final double GROWTH = 1e6;

  /** So many turns are looked at; a formula with more has a period. */
  private static final int MOST = 32;

  private final Valuation formula;
  private final double[] points;

  DiscontinuityCheck(Valuation formula, double[] points) {
    this.formula = formula;
    this.points = points;
  }

  /** Jumps and poles; those nearest to 0 come first. */
  List<Finding> find() {
    List<Finding> findings = new ArrayList<>();
    Samples samples = new Samples(formula.variable(), points, formula.fixed());
    for (Breakpoint turn : Breakpoint.of(formula.forms().get(0))) {
      if (turn.kind() != Breakpoint.Kind.KINK) {
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

  private Optional<Finding> inspect(Breakpoint turn, int i, double sign) {
    Valuation quantity =
        new Valuation(List.of(turn.quantity()), formula.variable(), formula.fixed());
    long high = turn(quantity, sign, points[i], points[i + 1]);
    long low = high - 1;
    // Where the quantity is 0 the formula may be as before or as behind: three neighbours.
    boolean zero = quantity.at(number(high)) == 0;
    double point = sign == 0 ? number(low) : number(high);
    double ordinary = 1 + Math.abs(formula.at(points[i])) + Math.abs(formula.at(points[i + 1]));
    return judge(turn.kind(), point, ordinary, low, high)
        .or(() -> zero ? judge(turn.kind(), point, ordinary, high, high + 1) : Optional.empty());
  }

  /** The ordinal of the first double at which a quantity no more has the sign it starts with. */
  private static long turn(Valuation quantity, double sign, double from, double to) {
    long low = ordinal(from);
    long high = ordinal(to);
    while (low + 1 < high) {
      long middle = (low & high) + ((low ^ high) >> 1);
      if (Math.signum(quantity.at(number(middle))) == sign) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  private Optional<Finding> judge(
      Breakpoint.Kind kind, double point, double ordinary, long low, long high) {
    double before = formula.at(number(low));
    double behind = formula.at(number(high));
    if (kind == Breakpoint.Kind.POLE && Double.isNaN(before + behind)) {
      return Optional.of(finding(Finding.Kind.UNDEFINED, point, Double.NaN, Double.NaN));
    }
    double most = Math.max(Math.abs(before), Math.abs(behind));
    if (kind == Breakpoint.Kind.POLE && most > GROWTH * ordinary) {
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

  /** Neighbouring doubles have neighbouring ordinals, from −∞ to ∞. */
  private static long ordinal(double x) {
    long bits = Double.doubleToLongBits(x);
    return bits >= 0 ? bits : Long.MIN_VALUE - bits;
  }

  private static double number(long ordinal) {
    return Double.longBitsToDouble(ordinal >= 0 ? ordinal : Long.MIN_VALUE - ordinal);
  }
}
