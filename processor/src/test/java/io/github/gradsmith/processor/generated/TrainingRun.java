package io.github.gradsmith.processor.generated;

import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.internal.math.SeededRandom;

/**
 * Trains the generated class named first, in mini-batches of 10, for as many steps as named second.
 */
final class TrainingRun {
  private static final int ROWS = 100;
  private static final int BATCH = 10;

  private TrainingRun() {}

  public static void main(String[] arguments) throws ReflectiveOperationException {
    FloatNetwork network =
        (FloatNetwork) Class.forName(arguments[0]).getConstructor(long.class).newInstance(1L);
    SeededRandom random = new SeededRandom(2);
    float[][] x = rows(network.inputSize(), random);
    float[][] t = rows(network.outputSize(), random);
    for (int step = 0; step < Integer.parseInt(arguments[1]); step++) {
      int from = step % (ROWS / BATCH) * BATCH;
      network.train(x, t, from, from + BATCH, 0.1f);
    }
  }

  private static float[][] rows(int width, SeededRandom random) {
    float[][] rows = new float[ROWS][width];
    for (float[] row : rows) {
      for (int i = 0; i < width; i++) {
        row[i] = (float) random.nextDouble();
      }
    }
    return rows;
  }
}
