package io.github.gradsmith.sample.benchmarks.residual;

import io.github.gradsmith.FloatNetwork;
import java.util.Random;
import java.util.function.IntConsumer;

/** Images of which a fifth is ink, and classes, all drawn. */
public final class Digits {
  private static final int BATCHES = 16;
  private static final int PIXELS = 784;
  private static final int CLASSES = 10;
  private static final int INK = 5;
  private static final float RATE = 0.01f;

  /** A row for each image. */
  public final float[][] inputs = new float[BATCHES * Turns.BATCH][PIXELS];

  /** A one in each row. */
  public final float[][] targets = new float[BATCHES * Turns.BATCH][CLASSES];

  /** The same ones each time. */
  public Digits() {
    Random random = new Random(3);
    for (int i = 0; i < inputs.length; i++) {
      for (int j = 0; j < PIXELS; j++) {
        inputs[i][j] = random.nextInt(INK) == 0 ? random.nextFloat() : 0;
      }
      targets[i][random.nextInt(CLASSES)] = 1;
    }
  }

  /** Where mini-batch {@code k} begins. */
  public int from(int k) {
    return k % BATCHES * Turns.BATCH;
  }

  /** Steps of a network of ours. */
  public IntConsumer trains(FloatNetwork network) {
    return k -> network.train(inputs, targets, from(k), from(k) + Turns.BATCH, RATE);
  }
}
