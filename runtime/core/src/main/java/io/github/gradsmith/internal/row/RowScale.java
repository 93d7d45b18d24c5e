package io.github.gradsmith.internal.row;

import java.util.Arrays;

/** Statistics of several numbers. What is divided by is kept beside them. */
final class RowScale {
  final double[] mean;
  final double[] deviation;
  final double[] minimum;
  final double[] maximum;

  /** 1 / deviation. */
  final double[] factor;

  /** maximum − minimum, 1 where they are equal. */
  final double[] span;

  /** Which are scaled by their range. */
  final boolean[] ranged;

  /** Whether they are those of rows. */
  boolean known;

  RowScale(boolean[] ranged) {
    int count = ranged.length;
    mean = new double[count];
    deviation = new double[count];
    minimum = new double[count];
    maximum = new double[count];
    factor = new double[count];
    span = new double[count];
    this.ranged = ranged.clone();
    Arrays.fill(deviation, 1);
    Arrays.fill(maximum, 1);
    Arrays.fill(factor, 1);
    Arrays.fill(span, 1);
  }

  void set(int i, double mean, double deviation, double minimum, double maximum) {
    this.mean[i] = mean;
    this.deviation[i] = deviation;
    this.minimum[i] = minimum;
    this.maximum[i] = maximum;
    factor[i] = 1 / deviation;
    span[i] = maximum == minimum ? 1 : maximum - minimum;
  }

  void copyFrom(RowScale other) {
    for (int i = 0; i < mean.length; i++) {
      set(i, other.mean[i], other.deviation[i], other.minimum[i], other.maximum[i]);
      ranged[i] = other.ranged[i];
    }
    known = other.known;
  }
}
