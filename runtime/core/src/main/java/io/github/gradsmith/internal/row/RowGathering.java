package io.github.gradsmith.internal.row;

/**
 * Statistics of rows while they are collected: mean and population variance in double by Welford's
 * update, in the order of the rows, over the numbers that are present (Welford, Note on a method
 * for calculating corrected sums of squares and products, 1962).
 */
public final class RowGathering {
  private static final System.Logger LOG = System.getLogger("io.github.gradsmith");

  /** Beyond this, a target that is not scaled is worth a warning. */
  private static final double LARGE_TARGET = 100;

  private final RowState state;
  private final Sums inputs;
  private final Sums targets;
  private int rows;

  RowGathering(RowState state) {
    this.state = state;
    inputs = new Sums(state.schema.numbers.size());
    targets = new Sums(state.targets.mean.length);
  }

  /**
   * Adds a row.
   *
   * @param numbers those that are scaled, in order; NaN where one is missing
   * @throws IllegalArgumentException if one is infinite, or NaN where none may be missing
   */
  public void row(double[] numbers) {
    for (int i = 0; i < numbers.length; i++) {
      boolean isMissing = numbers[i] != numbers[i];
      if (isMissing && !state.schema.mayMiss[i]) {
        throw in(RowState.missing(state.schema.numbers.get(i)).getMessage());
      }
      if (Double.isInfinite(numbers[i])) {
        throw in(
            state.schema.numbers.get(i)
                + " is "
                + numbers[i]
                + ", of which there is no mean. Leave the row out");
      }
      if (!isMissing) {
        inputs.add(i, numbers[i]);
      }
    }
    rows++;
  }

  /**
   * Adds a target of the last row.
   *
   * @throws IllegalArgumentException if it is not finite
   */
  public void target(double value, int output) {
    if (!(Math.abs(value) <= Double.MAX_VALUE)) {
      rows--;
      throw in("target " + output + " is " + value + ". Leave the example out");
    }
    targets.add(output, value);
  }

  private IllegalArgumentException in(String what) {
    return new IllegalArgumentException("row " + rows + ": " + what);
  }

  /**
   * Replaces the statistics of the network.
   *
   * @param hasTargets whether targets were added, too
   * @throws IllegalArgumentException if there was no row, or numbers are so large or so close that
   *     double cannot hold what they are scaled by; the network keeps what it had
   */
  public void finish(boolean hasTargets) {
    if (rows == 0) {
      throw new IllegalArgumentException("there are no rows to adapt to");
    }
    for (int i = 0; i < inputs.count.length; i++) {
      requireUsable(inputs, i, state.schema.numbers.get(i));
    }
    for (int output : state.scaledOutputs()) {
      requireUsable(targets, output, "target " + output);
    }
    for (int i = 0; i < inputs.count.length; i++) {
      inputs.into(state.inputs, i);
    }
    state.inputs.known = true;
    if (hasTargets) {
      for (int output : state.scaledOutputs()) {
        targets.into(state.targets, output);
      }
      state.targets.known = true;
      warn();
    }
  }

  private static void requireUsable(Sums sums, int i, String what) {
    double deviation = sums.deviation(i);
    double span = sums.maximum[i] - sums.minimum[i];
    if (!(deviation + 1 / deviation + span <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          what
              + " goes from "
              + sums.minimum[i]
              + " to "
              + sums.maximum[i]
              + ", which double cannot scale. Write @Rescaled or @AsIs at it");
    }
  }

  private void warn() {
    int at = 0;
    for (int i = 0; i < state.outputs.size(); i++) {
      boolean isPlain = state.outputs.get(i).equals(RowSchema.NUMBER);
      if (isPlain && targets.count[at] > 0) {
        double size = Math.max(Math.abs(targets.mean[at]), targets.deviation(at));
        if (size > LARGE_TARGET) {
          LOG.log(
              System.Logger.Level.WARNING,
              "{0}: the target {1} has mean {2} and deviation {3}, which is hard to learn."
                  + " Write @Standardized at it.",
              state.schema.network,
              state.schema.outputNames.get(i),
              Double.toString(targets.mean[at]),
              Double.toString(targets.deviation(at)));
        }
      }
      at += state.schema.widthOfOutput(i);
    }
  }

  /** Of several numbers. */
  private static final class Sums {
    final long[] count;
    final double[] mean;
    final double[] squares;
    final double[] minimum;
    final double[] maximum;

    Sums(int numbers) {
      count = new long[numbers];
      mean = new double[numbers];
      squares = new double[numbers];
      minimum = new double[numbers];
      maximum = new double[numbers];
    }

    void add(int i, double value) {
      minimum[i] = count[i] == 0 ? value : Math.min(minimum[i], value);
      maximum[i] = count[i] == 0 ? value : Math.max(maximum[i], value);
      count[i]++;
      double off = value - mean[i];
      mean[i] += off / count[i];
      squares[i] += off * (value - mean[i]);
    }

    /** The root of the mean square, 1 in place of 0. */
    double deviation(int i) {
      double variance = count[i] == 0 ? 0 : squares[i] / count[i];
      return variance == 0 ? 1 : StrictMath.sqrt(variance);
    }

    void into(RowScale scale, int i) {
      scale.set(i, mean[i], deviation(i), minimum[i], maximum[i]);
    }
  }
}
