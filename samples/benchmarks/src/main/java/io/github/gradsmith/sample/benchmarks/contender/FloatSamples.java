package io.github.gradsmith.sample.benchmarks.contender;

import java.util.Random;

/**
 * A ring of samples: inputs as sparse as images of digits, four of five values 0, and one-hot
 * targets.
 */
public final class FloatSamples {
  /** Enough that a row comes from beyond the first cache, as in a real epoch. */
  private static final int ROWS = 1000;

  public final float[][] inputs;
  public final float[][] targets;
  private int next;

  /** A ring of a thousand rows. */
  public FloatSamples(int inputs, int outputs) {
    this(inputs, outputs, ROWS);
  }

  /** A ring of so many rows. */
  public FloatSamples(int inputs, int outputs, int rows) {
    Random random = new Random(1);
    this.inputs = new float[rows][inputs];
    this.targets = new float[rows][outputs];
    for (int n = 0; n < rows; n++) {
      for (int i = 0; i < inputs; i++) {
        this.inputs[n][i] = random.nextInt(5) == 0 ? random.nextFloat() : 0;
      }
      this.targets[n][random.nextInt(outputs)] = 1;
    }
  }

  /** The first row of the next {@code count}. */
  public int next(int count) {
    int from = next + count > inputs.length ? 0 : next;
    next = from + count;
    return from;
  }
}
