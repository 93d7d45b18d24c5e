package io.github.gradsmith.processor.random;

import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.DoublePredictor;
import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.FloatPredictor;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A hash of the bits of what a network computes: outputs, losses, gradients, and parameters after
 * steps on one sample, few and more. Runs in JVMs without the processor, too.
 */
final class NetworkBits {
  static final long SEED = 20;
  private static final int ROWS = 12;
  private static final int[] BATCHES = {1, 7, ROWS};

  private final Random random = new Random(SEED);
  private long hash;

  /** How many categories the inputs have that are indices. */
  private final Map<Integer, Integer> categories;

  private NetworkBits(Map<Integer, Integer> categories) {
    this.categories = categories;
  }

  /** What names an interface whose inputs at some places are indices. */
  static String argument(String name, Map<Integer, Integer> categories) {
    StringBuilder argument = new StringBuilder(name);
    new TreeMap<>(categories)
        .forEach((place, count) -> argument.append(':').append(place).append('=').append(count));
    return argument.toString();
  }

  /**
   * Prints a line for each interface named, of package {@code demo}: its name and the hash.
   *
   * @param names each as {@link #argument} gives it
   */
  public static void main(String[] names) throws ReflectiveOperationException {
    for (String argument : names) {
      String[] parts = argument.split(":");
      Map<Integer, Integer> categories = new TreeMap<>();
      for (int i = 1; i < parts.length; i++) {
        String[] place = parts[i].split("=");
        categories.put(Integer.valueOf(place[0]), Integer.valueOf(place[1]));
      }
      Class<?> type = Class.forName("demo." + parts[0] + "Impl");
      Object network = type.getConstructor(long.class).newInstance(SEED);
      System.out.println(parts[0] + " " + of(network, categories));
    }
  }

  static String of(Object network, Map<Integer, Integer> categories) {
    NetworkBits bits = new NetworkBits(categories);
    if (network instanceof FloatPredictor predictor) {
      bits.predict(predictor);
      if (network instanceof FloatNetwork trained) {
        bits.train(trained);
      }
    } else {
      bits.predict((DoublePredictor) network);
      if (network instanceof DoubleNetwork trained) {
        bits.train(trained);
      }
    }
    return Long.toHexString(bits.hash);
  }

  private void predict(FloatPredictor network) {
    float[][] outputs = new float[ROWS][network.outputSize()];
    network.forward(floats(inputs(network.inputSize())), outputs, 0, ROWS);
    add(outputs);
    add(network.forward(floats(inputs(network.inputSize()))[0]));
  }

  private void train(FloatNetwork network) {
    float[][] x = floats(inputs(network.inputSize()));
    float[][] t = floats(doubles(network.outputSize()));
    float[] parameters = new float[network.parameterCount()];
    for (int batch : BATCHES) {
      add(network.gradient(x, t, ROWS - batch, ROWS, parameters));
      add(parameters);
      add(network.train(x, t, ROWS - batch, ROWS, 0.01f), network.train(x[0], t[0], 0.01f));
      network.update(parameters, 0.01f);
      add(network.loss(x, t, 0, batch), network.loss(x[batch - 1], t[batch - 1]));
    }
    network.getParameters(parameters);
    add(parameters);
  }

  private void predict(DoublePredictor network) {
    double[][] outputs = new double[ROWS][network.outputSize()];
    network.forward(inputs(network.inputSize()), outputs, 0, ROWS);
    for (double[] row : outputs) {
      add(row);
    }
    add(network.forward(inputs(network.inputSize())[0]));
  }

  private void train(DoubleNetwork network) {
    double[][] x = inputs(network.inputSize());
    double[][] t = doubles(network.outputSize());
    double[] parameters = new double[network.parameterCount()];
    for (int batch : BATCHES) {
      add(network.gradient(x, t, ROWS - batch, ROWS, parameters));
      add(parameters);
      add(network.train(x, t, ROWS - batch, ROWS, 0.01), network.train(x[0], t[0], 0.01));
      network.update(parameters, 0.01);
      add(network.loss(x, t, 0, batch), network.loss(x[batch - 1], t[batch - 1]));
    }
    network.getParameters(parameters);
    add(parameters);
  }

  private void add(float[][] rows) {
    for (float[] row : rows) {
      add(row);
    }
  }

  private void add(float... values) {
    for (float value : values) {
      add(Float.floatToIntBits(value));
    }
  }

  private void add(double... values) {
    for (double value : values) {
      add(Double.doubleToLongBits(value));
    }
  }

  private void add(long bits) {
    hash = (hash ^ bits) * 0x100000001B3L + (hash >>> 29);
  }

  /** Random numbers, and indices where they are asked for. */
  private double[][] inputs(int width) {
    double[][] rows = doubles(width);
    for (double[] row : rows) {
      for (Map.Entry<Integer, Integer> index : categories.entrySet()) {
        row[index.getKey()] = Math.floor(row[index.getKey()] * index.getValue());
      }
    }
    return rows;
  }

  private static float[][] floats(double[][] values) {
    float[][] rows = new float[ROWS][values[0].length];
    for (int i = 0; i < ROWS; i++) {
      for (int j = 0; j < rows[i].length; j++) {
        rows[i][j] = (float) values[i][j];
      }
    }
    return rows;
  }

  private double[][] doubles(int width) {
    double[][] rows = new double[ROWS][width];
    for (double[] row : rows) {
      for (int j = 0; j < width; j++) {
        row[j] = random.nextDouble();
      }
    }
    return rows;
  }
}
