package io.github.gradsmith.processor.random;

import java.util.Arrays;

/** Comparisons whose failures say where and by how much. */
final class Near {
  private Near() {}

  static void assertNear(String what, double actual, double expected, double tolerance) {
    assertNear(what, new double[] {actual}, new double[] {expected}, tolerance);
  }

  static void assertNear(String what, double[] actual, double[] expected, double tolerance) {
    double[] tolerances = new double[expected.length];
    Arrays.fill(tolerances, tolerance);
    assertNear(what, actual, expected, tolerances);
  }

  static void assertNear(String what, double[] actual, double[] expected, double[] tolerances) {
    double[] low = new double[expected.length];
    double[] high = new double[expected.length];
    for (int i = 0; i < low.length; i++) {
      low[i] = expected[i] - tolerances[i];
      high[i] = expected[i] + tolerances[i];
    }
    assertBetween(what, actual, low, high);
  }

  static void assertBetween(String what, double[] actual, double[] low, double[] high) {
    if (actual.length != low.length) {
      throw new AssertionError(what + ": " + actual.length + " values, not " + low.length);
    }
    int outside = 0;
    int worst = -1;
    double excess = 0;
    for (int i = 0; i < actual.length; i++) {
      if (!(actual[i] >= low[i] && actual[i] <= high[i])) {
        outside++;
        double here = Math.max(low[i] - actual[i], actual[i] - high[i]);
        if (worst < 0 || Double.isNaN(here) || here > excess) {
          worst = i;
          excess = here;
        }
      }
    }
    if (outside > 0) {
      throw new AssertionError(
          "%s: %d of %d values are wrong, such as [%d]: %s is not between %s and %s"
              .formatted(
                  what, outside, actual.length, worst, actual[worst], low[worst], high[worst]));
    }
  }

  static void assertSame(String what, double[] actual, double[] expected) {
    assertBetween(what, actual, expected, expected);
  }
}
