package io.github.gradsmith.internal.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoubleMathTest {
  @ParameterizedTest
  @EnumSource
  void isAsNearToTheTruthAsPromised(ElementaryFunction f) {
    double[] points = Accuracy.stratified(f.from, f.to);
    Accuracy.assertWithin(f.promisedUlps, f.ofDouble, f.truth, points);
  }

  /** Where nearly nothing is left of an angle, every bit of it comes from far behind in 2/π. */
  @Test
  void anglesNearWholeQuartersAreReducedExactly() {
    double[] angles =
        new SplittableRandom(3)
            .ints(10_000, 1, Integer.MAX_VALUE)
            .mapToDouble(i -> (i % 4 == 0 ? i % 600_000 : i) * (Math.PI / 2))
            .flatMap(x -> DoubleStream.of(Math.nextDown(x), x, -Math.nextUp(x)))
            .toArray();
    double[] nearest = { // by continued fractions of π: below 100, below 2²⁰, of all doubles
      0x1.6c6cbc45dc8dep5, -0x1.39c6fd67805a7p19, 0x1.6ac5b262ca1ffp849, -0x1.6ac5b262ca1ffp849
    };
    for (double[] points : List.of(angles, nearest)) {
      Accuracy.assertWithin(1, DoubleMath::sin, BigMath::sin, points);
      Accuracy.assertWithin(1, DoubleMath::cos, BigMath::cos, points);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-2.5, -1.0 / 3, 0.1, 1.7, 12.25, 1000})
  void powOfFixedExponentsIsAsNearAsPromised(double y) {
    double[] points = DoubleStream.of(Accuracy.stratified(1e-20, 1e20)).limit(2_000).toArray();
    assertPowIsNear(y, points);
  }

  /** From the smallest subnormal result to the largest, with bases of every exponent. */
  @Test
  void powIsAsNearAsPromisedAllOverItsRange() {
    SplittableRandom random = new SplittableRandom(5);
    for (double x : Accuracy.stratified(Double.MIN_VALUE, Double.MAX_VALUE, 5_000)) {
      double y = random.nextDouble(-745, 709.7) / StrictMath.log(x);
      assertPowIsNear(y, x);
    }
  }

  private static void assertPowIsNear(double y, double... points) {
    BigFloat exponent = BigFloat.of(y);
    Accuracy.assertWithin(1.5, x -> DoubleMath.pow(x, y), x -> BigMath.pow(x, exponent), points);
  }

  /** As {@link Math#pow} promises of integers. */
  @Test
  void powersThatAreDoublesAreExact() {
    for (long base = 2; base <= 1000; base++) {
      int k = 1;
      for (long power = base; power <= 1L << 53; power *= base) {
        assertThat(DoubleMath.pow(base, k)).isEqualTo(power);
        assertThat(DoubleMath.pow(-base, k)).isEqualTo(k % 2 == 0 ? power : -power);
        k++;
      }
    }
    for (int k = -1074; k <= 1023; k++) {
      assertThat(DoubleMath.pow(2, k)).isEqualTo(Math.scalb(1.0, k));
    }
  }

  @Test
  void sigmoidFarBelowZeroIsSubnormalAndNotZero() {
    assertThat(DoubleMath.sigmoid(-710)).isEqualTo(StrictMath.exp(-710)).isBetween(4e-309, 5e-309);
  }
}
