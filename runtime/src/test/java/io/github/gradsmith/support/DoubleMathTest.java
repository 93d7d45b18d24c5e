package io.github.gradsmith.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DoubleMathTest {
  @ParameterizedTest
  @EnumSource
  void isAsNearToTheTruthAsPromised(ElementaryFunction f) {
    double[] points = Accuracy.stratified(f.from, f.to);
    Accuracy.assertWithin(f.promisedUlps, f.ofDouble, f.truth, points);
  }

  @Test
  void powIsWithinFourUlp() {
    double[] points = DoubleStream.of(Accuracy.stratified(1e-20, 1e20)).limit(2_000).toArray();
    for (double y : new double[] {-2.5, -1.0 / 3, 0.1, 1.7, 12.25}) {
      BigFloat exponent = BigFloat.of(y);
      Accuracy.assertWithin(4, x -> DoubleMath.pow(x, y), x -> BigMath.pow(x, exponent), points);
    }
  }

  @Test
  void sigmoidFarBelowZeroIsSubnormalAndNotZero() {
    assertThat(DoubleMath.sigmoid(-710)).isEqualTo(StrictMath.exp(-710)).isBetween(4e-309, 5e-309);
  }
}
