package io.github.gradsmith.internal.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against exact means of the same numbers, computed as decimals. */
class MomentsTest {
  private static final int FROM = 3;
  private static final int AT = 2;

  /** Of a row around 1000 whose numbers differ in their last digits, all digits count. */
  @ParameterizedTest
  @CsvSource({
    "1, 0, 1, 1e-5",
    "2, 0, 1, 0",
    "3, 0, 1, 0",
    "4, -2, 1, 0",
    "7, 1, 3, 0.001",
    "64, 0, 1e-4, 0",
    "600, 0, 1, 1e-5",
    "5, 1000, 1e-3, 0",
    "64, 1000, 1e-3, 0",
    "599, -1e4, 1, 1e-5",
    "8, 1e6, 2, 0"
  })
  void agreeWithExactOnes(int n, double middle, double spread, double epsilon) {
    Random random = new Random(n);
    double[] row = random.doubles(n).map(r -> (float) (middle + spread * (r - 0.5))).toArray();
    double[] x = new double[FROM + n + 1];
    System.arraycopy(row, 0, x, FROM, n);
    float[] narrow = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      narrow[i] = (float) x[i];
    }
    double[] m = new double[AT + Moments.COUNT];
    float[] narrowM = new float[m.length];

    Moments.of(x, FROM, n, epsilon, m, AT);
    Moments.of(narrow, FROM, n, (float) epsilon, narrowM, AT);

    double[] normal = exact(row, epsilon);
    for (int j = 0; j < n; j++) {
      assertThat(
              (x[FROM + j] - m[AT + Moments.MEAN] - m[AT + Moments.REST]) * m[AT + Moments.INVERSE])
          .isCloseTo(normal[j], Offset.offset(1e-12));
      assertThat(
              (double)
                  ((narrow[FROM + j] - narrowM[AT + Moments.MEAN] - narrowM[AT + Moments.REST])
                      * narrowM[AT + Moments.INVERSE]))
          .isCloseTo(normal[j], Offset.offset(3e-6));
    }
  }

  private static double[] exact(double[] row, double epsilon) {
    BigDecimal n = BigDecimal.valueOf(row.length);
    BigDecimal mean =
        Arrays.stream(row)
            .mapToObj(BigDecimal::new)
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .divide(n, MathContext.DECIMAL128);
    BigDecimal variance =
        Arrays.stream(row)
            .mapToObj(value -> new BigDecimal(value).subtract(mean).pow(2))
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .divide(n, MathContext.DECIMAL128)
            .add(new BigDecimal(epsilon));
    double deviation = Math.sqrt(variance.doubleValue());
    return Arrays.stream(row)
        .map(value -> new BigDecimal(value).subtract(mean).doubleValue() / deviation)
        .toArray();
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "2, 0", "3, 5", "4, 0", "9, -3", "64, 1000", "601, 0"})
  void errorsHaveTheMeansOfTheirProducts(int n, double middle) {
    Random random = new Random(n);
    double[] x = random.doubles(FROM + n).map(r -> (float) (r + middle)).toArray();
    double[] e = random.doubles(FROM + n).map(r -> (float) (2 * r - 0.9)).toArray();
    double[] w = random.doubles(n).map(r -> (float) (r + 0.5)).toArray();
    double[] m = new double[AT + Moments.COUNT];
    Moments.of(x, FROM, n, 1e-5, m, AT);
    float[] narrowM = new float[m.length];
    Moments.of(floats(x), FROM, n, 1e-5f, narrowM, AT);

    Moments.ofErrors(e, w, x, FROM, m, AT);
    Moments.ofErrors(floats(e), floats(w), floats(x), FROM, narrowM, AT);

    double[] normal = exact(Arrays.copyOfRange(x, FROM, FROM + n), 1e-5);
    double error = 0;
    double slope = 0;
    for (int j = 0; j < n; j++) {
      error += e[FROM + j] * w[j] / n;
      slope += e[FROM + j] * w[j] * normal[j] / n;
    }
    assertThat(m[AT + Moments.ERROR]).isCloseTo(error, Offset.offset(1e-13));
    assertThat(m[AT + Moments.SLOPE]).isCloseTo(slope, Offset.offset(1e-12));
    assertThat((double) narrowM[AT + Moments.ERROR]).isCloseTo(error, Offset.offset(1e-6));
    assertThat((double) narrowM[AT + Moments.SLOPE]).isCloseTo(slope, Offset.offset(1e-5));
  }

  private static float[] floats(double[] values) {
    float[] narrow = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      narrow[i] = (float) values[i];
    }
    return narrow;
  }

  /** Rounding must not leave a variance below 0, whose root is NaN. */
  @ParameterizedTest
  @CsvSource({"3, 0.1", "7, 0.1", "600, 1e-3", "11, 16777.3", "1, 0.7"})
  void aConstantRowHasDeviationZero(int n, double value) {
    double[] x = new double[n];
    Arrays.fill(x, value);
    double[] m = new double[Moments.COUNT];
    float[] narrowM = new float[Moments.COUNT];

    Moments.of(x, 0, n, 1e-30, m, 0);
    Moments.of(floats(x), 0, n, 1e-30f, narrowM, 0);

    assertThat(m[Moments.INVERSE]).isPositive().isFinite();
    assertThat(narrowM[Moments.INVERSE]).isPositive().isFinite();
    assertThat(value - m[Moments.MEAN] - m[Moments.REST]).isCloseTo(0, Offset.offset(1e-25));
  }
}
