package io.github.gradsmith.internal.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * Ten million doubles, where the results are normal numbers; {@link DoubleMathTest} has the rest.
 */
class DoubleSweepTest {
  private static final int POINTS = 10_000_000;

  /** Below −LEAST eˣ is so small that the truth's second double would be subnormal. */
  private static final double LEAST = 650;

  private static final Map<ElementaryFunction, UnaryOperator<DoubleDouble>> TRUTH =
      Map.of(
          ElementaryFunction.EXP, DoubleDoubleMath::exp,
          ElementaryFunction.LOG, DoubleDoubleMath::log,
          ElementaryFunction.SIGMOID, DoubleDoubleMath::sigmoid,
          ElementaryFunction.TANH, DoubleDoubleMath::tanh,
          ElementaryFunction.SOFTPLUS, DoubleDoubleMath::softplus,
          ElementaryFunction.ERF, DoubleDoubleMath::erf);

  @Tag("sweep")
  @ParameterizedTest
  @EnumSource(
      mode = Mode.INCLUDE,
      names = {"EXP", "LOG", "SIGMOID", "TANH", "SOFTPLUS", "ERF"})
  void isAsNearToTheTruthAsPromised(ElementaryFunction f) {
    Accuracy.Worst worst =
        points(f, POINTS)
            .parallel()
            .mapToObj(x -> new Accuracy.Worst(x, ulps(f, x)))
            .reduce(Accuracy.Worst::of)
            .orElseThrow();
    System.out.printf("%s: %s%n", f, worst);
    assertThat(worst.ulps())
        .as("error in ulp at %s", worst.x())
        .isLessThanOrEqualTo(f.promisedUlps);
  }

  /** The truth is true to a 2²⁴th of a double's ulp. */
  @Test
  void theTruthIsTrue() {
    TRUTH.forEach(
        (f, truth) ->
            points(f, 500)
                .forEach(
                    x -> {
                      DoubleDouble value = truth.apply(DoubleDouble.of(x));
                      BigFloat expected = f.truth.apply(BigFloat.of(x));
                      double error =
                          expected
                              .minus(BigFloat.of(value.high()))
                              .minus(BigFloat.of(value.low()))
                              .toDouble();
                      assertThat(Math.abs(error) / Math.ulp(value.high()))
                          .as("%s of %s", f, x)
                          .isLessThan(0x1p-24);
                    }));
  }

  private static double ulps(ElementaryFunction f, double x) {
    return TRUTH.get(f).apply(DoubleDouble.of(x)).ulpsTo(f.ofDouble.applyAsDouble(x));
  }

  private static DoubleStream points(ElementaryFunction f, int count) {
    double from =
        f == ElementaryFunction.LOG
            ? Double.MIN_NORMAL
            : Math.max(f.from, -Math.min(bound(f), LEAST));
    double to = f == ElementaryFunction.LOG ? f.to : Math.min(f.to, bound(f));
    return DoubleStream.of(Accuracy.stratified(from, to, count))
        .filter(x -> Math.abs(x) > 0x1p-900 || f == ElementaryFunction.LOG);
  }

  /** Beyond it the result rounds to a limit, or is not normal, or a square overflows on the way. */
  private static double bound(ElementaryFunction f) {
    return switch (f) {
      case ERF -> 6;
      case TANH -> 300;
      case EXP -> 710;
      default -> 708;
    };
  }
}
