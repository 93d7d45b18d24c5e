package io.github.gradsmith.processor.generated;

/** How far numbers are from those expected. */
final class Deviation {
  private Deviation() {}

  /** The largest |actual − expected|; NaN if an entry of either is. */
  static double largest(double[] actual, double[] expected) {
    if (actual.length != expected.length) {
      throw new AssertionError(actual.length + " values, expected " + expected.length);
    }
    double largest = 0;
    for (int i = 0; i < actual.length; i++) {
      largest = Math.max(largest, Math.abs(actual[i] - expected[i]));
    }
    return largest;
  }

  /** The largest |actual − expected| over the largest |expected|. */
  static double relative(double[] actual, double[] expected) {
    double difference = largest(actual, expected);
    return difference == 0 ? 0 : difference / magnitude(expected);
  }

  /** The largest |value|. */
  static double magnitude(double[] values) {
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }
}
