package io.github.gradsmith.internal.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Distances in ulp of results from the truth, the worst of many, and where to look for it. */
final class Accuracy {
  private static final int POINTS = 20_000;

  /** Multiples of 2⁶⁴ times the golden ratio fill the numbers of 64 bits evenly. */
  private static final long GOLDEN_RATIO = 0x9e3779b97f4a7c15L;

  /** A point, and how many ulp the result there is off. */
  record Worst(double x, double ulps) {
    static Worst of(Worst a, Worst b) {
      return Double.compare(a.ulps, b.ulps) >= 0 ? a : b;
    }
  }

  private Accuracy() {}

  /** Fails where a result is further than so many ulp from the truth. */
  static void assertWithin(
      double ulps, DoubleUnaryOperator function, UnaryOperator<BigFloat> truth, double[] points) {
    Worst worst =
        DoubleStream.of(points)
            .parallel()
            .mapToObj(
                x -> new Worst(x, ulps(function.applyAsDouble(x), truth.apply(BigFloat.of(x)))))
            .max(Comparator.comparingDouble(Worst::ulps))
            .orElseThrow();
    assertThat(worst.ulps()).as("error in ulp at %s", worst.x()).isLessThanOrEqualTo(ulps);
  }

  /** A result that is infinite or NaN where the truth is not is infinitely wrong. */
  static double ulps(double result, BigFloat truth) {
    double nearest = truth.toDouble();
    if (!Double.isFinite(result) || !Double.isFinite(nearest)) {
      return result == nearest ? 0 : Double.POSITIVE_INFINITY;
    }
    int exponent = BigFloat.of(Math.ulp(nearest)).magnitude() - 1;
    return Math.abs(BigFloat.of(result).minus(truth).scaled(-exponent).toDouble());
  }

  /** How far a function of floats is from the one of doubles; NaN where only one of them is NaN. */
  static Worst ofFloat(ElementaryFunction function, float x) {
    return new Worst(x, ulps(function.ofFloat.at(x), function.ofDouble.applyAsDouble(x)));
  }

  /** At most ½ counts as ½. Infinity counts as 2¹²⁸, what would follow the largest float. */
  static double ulps(float result, double truth) {
    if (result == (float) truth || Float.isNaN(result) && Double.isNaN(truth)) {
      return 0.5;
    }
    float nearest = (float) Math.min(Math.abs(truth), Float.MAX_VALUE);
    return Math.abs(bounded(result) - bounded(truth)) / Math.ulp(nearest);
  }

  private static double bounded(double x) {
    return Math.max(-0x1p128, Math.min(x, 0x1p128));
  }

  /**
   * Doubles between two bounds: bit patterns in even distances, thus of every exponent and either
   * sign; the magnitudes where functions bend; and evenly from intervals around 0, the last as long
   * as eˣ is finite.
   */
  static double[] stratified(double from, double to) {
    return stratified(from, to, POINTS);
  }

  static double[] stratified(double from, double to, int count) {
    SplittableRandom random = new SplittableRandom(7);
    return IntStream.iterate(0, i -> i + 1)
        .mapToDouble(
            i ->
                switch (i & 3) {
                  case 0 -> Double.longBitsToDouble(i * GOLDEN_RATIO);
                  case 1 -> Math.scalb(random.nextDouble(-2, 2), random.nextInt(-60, 11));
                  case 2 -> random.nextDouble(-10, 10);
                  default -> random.nextDouble(-750, 750);
                })
        .filter(x -> x >= from && x <= to && Double.isFinite(x))
        .limit(count)
        .toArray();
  }
}
