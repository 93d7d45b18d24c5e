package io.github.gradsmith.processor.check;

import io.github.gradsmith.processor.formula.expr.Expr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;

/**
 * Compares a derivative with central difference quotients of its formula, wherever no kink, jump or
 * pole lies between.
 */
final class DifferenceQuotients {
  private static final double TOLERANCE = 1e-4;
  private static final double TINY = 1e-7;

  /**
   * Quotients are certain that differ from one another by so much less than from the derivative and
   * from 0.
   */
  private static final double CERTAINTY = 1e-3;

  /** With most formulas one of these two steps agrees. */
  private static final double[] FIRST_STEPS = {0x1p-8, 0x1p-14};

  private static final double[] ALL_STEPS = {
    0x1p-3, 0x1p-6, 0x1p-9, 0x1p-12, 0x1p-15, 0x1p-18, 0x1p-21, 0x1p-24, 0x1p-27
  };

  private final List<Expr> forms;
  private final List<Expr> derivatives;
  private final Set<Breakpoint> switches;
  private final String variable;
  private final double[] points;
  private final Map<String, Double> fixed;

  /** For formula and derivative in several forms: those that lose fewest digits count. */
  DifferenceQuotients(
      List<Expr> forms,
      List<Expr> derivatives,
      String variable,
      double[] points,
      Map<String, Double> fixed) {
    this.forms = forms;
    this.derivatives = derivatives;
    this.switches = Breakpoint.of(forms.get(0));
    this.variable = variable;
    this.points = points;
    this.fixed = fixed;
  }

  /**
   * Where the derivative certainly is another, if anywhere.
   *
   * @param isRight whether the derivative is known to be right at a point: it and the formula may
   *     have lost their digits there
   */
  Optional<Finding> firstDifference(DoublePredicate isRight) {
    Samples samples = new Samples(variable, points, fixed);
    List<double[]> slopes = derivatives.stream().map(samples::of).toList();
    boolean[] agrees = new boolean[points.length];
    for (double step : FIRST_STEPS) {
      double[] quotients = quotients(forms.get(0), points, step);
      for (int i = 0; i < points.length; i++) {
        agrees[i] |= agree(quotients[i], slopes, i);
      }
    }
    int[] doubtful = indices(slopes.get(0), agrees);
    List<double[]> doubtfulSlopes = slopes.stream().map(all -> subset(all, doubtful)).toList();
    return firstCertain(subset(points, doubtful), doubtfulSlopes, isRight);
  }

  private static int[] indices(double[] slopes, boolean[] agrees) {
    return IntStream.range(0, slopes.length)
        .filter(i -> !agrees[i] && Double.isFinite(slopes[i]))
        .toArray();
  }

  private static double[] subset(double[] values, int[] indices) {
    return Arrays.stream(indices).mapToDouble(i -> values[i]).toArray();
  }

  private Optional<Finding> firstCertain(
      double[] doubtful, List<double[]> slopes, DoublePredicate isRight) {
    if (doubtful.length == 0) {
      return Optional.empty();
    }
    List<double[]> quotients = new ArrayList<>();
    for (Expr form : forms) {
      for (double step : ALL_STEPS) {
        quotients.add(quotients(form, doubtful, step));
      }
    }
    for (int i = 0; i < doubtful.length; i++) {
      Optional<Double> certain = certain(quotients, slopes, i);
      if (certain.isPresent() && !isRight.test(doubtful[i])) {
        return Optional.of(
            new Finding(
                Finding.Kind.DERIVATIVE_DIFFERS,
                doubtful[i],
                slopes.get(0)[i],
                certain.get(),
                0,
                points.length));
      }
    }
    return Optional.empty();
  }

  /** What all quotients tend to at a point, unless one agrees or they tend to nothing. */
  private static Optional<Double> certain(List<double[]> quotients, List<double[]> slopes, int i) {
    double slope = slopes.get(0)[i];
    Optional<Double> certain = Optional.empty();
    double before = Double.NaN;
    for (double[] ofStep : quotients) {
      if (agree(ofStep[i], slopes, i)) {
        return Optional.empty();
      }
      double difference = Math.min(Math.abs(ofStep[i] - slope), Math.abs(ofStep[i]) + TINY);
      if (Math.abs(ofStep[i] - before) < CERTAINTY * difference) {
        certain = Optional.of(ofStep[i]);
      }
      before = ofStep[i];
    }
    return certain;
  }

  private static boolean agree(double quotient, List<double[]> slopes, int i) {
    return slopes.stream().anyMatch(slope -> agree(quotient, slope[i]));
  }

  static boolean agree(double quotient, double slope) {
    return Math.abs(quotient - slope) <= TOLERANCE * Math.abs(slope) + TINY;
  }

  /** NaN where the formula turns in between. */
  private double[] quotients(Expr form, double[] at, double step) {
    double[] left = Arrays.stream(at).map(x -> x - step).toArray();
    double[] right = Arrays.stream(at).map(x -> x + step).toArray();
    Samples before = new Samples(variable, left, fixed);
    Samples behind = new Samples(variable, right, fixed);
    double[] y = before.of(form);
    double[] quotients = behind.of(form).clone();
    for (int i = 0; i < quotients.length; i++) {
      quotients[i] = (quotients[i] - y[i]) / (right[i] - left[i]);
    }
    for (Breakpoint turn : switches) {
      double[] x = before.of(turn.quantity());
      double[] other = behind.of(turn.quantity());
      for (int i = 0; i < quotients.length; i++) {
        if (Math.signum(x[i]) != Math.signum(other[i])) {
          quotients[i] = Double.NaN;
        }
      }
    }
    return quotients;
  }
}
