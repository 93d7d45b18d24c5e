package io.github.gradsmith.processor.generated;

import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.internal.math.SeededRandom;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * A hash of the bits of all that a network computes: its initial parameters, outputs, losses and
 * gradients, and its parameters after a few dozen steps. The data come from a seeded generator.
 */
final class BitDigest {
  /** Mini-batches of less than a pass of the update kernel, of more than one, and of two. */
  private static final List<Integer> BATCHES = List.of(1, 7, 10, 7, 1, 10, 1, 7, 10);

  private static final int ROUNDS = 3;
  private static final int ROWS = 128;
  private static final int FEW = 23;
  private static final long SEED = 20;

  private final SeededRandom random = new SeededRandom(SEED);
  private final MessageDigest digest;

  private BitDigest() throws NoSuchAlgorithmException {
    digest = MessageDigest.getInstance("SHA-256");
  }

  /** Prints a line for each network named: its name and the hash. */
  public static void main(String[] names)
      throws ReflectiveOperationException, NoSuchAlgorithmException {
    for (String name : names) {
      Class<?> type = Class.forName("demo." + name + "Impl");
      Object network = type.getConstructor(long.class).newInstance(SEED);
      BitDigest bits = new BitDigest();
      if (network instanceof FloatNetwork floats) {
        bits.add(floats);
      } else {
        bits.add((DoubleNetwork) network);
      }
      System.out.println(name + " " + bits.hex());
    }
  }

  private void add(FloatNetwork network) {
    float[][] x = floats(network.inputSize());
    float[][] t = floats(network.outputSize());
    float[][] y = new float[ROWS][network.outputSize()];
    float[] parameters = new float[network.parameterCount()];
    network.getParameters(parameters);
    add(parameters);
    for (int round = 0; round < ROUNDS; round++) {
      for (int batch : BATCHES) {
        add(
            batch == 1
                ? network.train(x[round], t[round], 0.1f)
                : network.train(x, t, ROWS - batch, ROWS, 0.1f));
      }
      network.forward(x, y, 0, FEW);
      for (float[] row : y) {
        add(row);
      }
      add(network.gradient(x, t, round, FEW, parameters));
      add(parameters);
      network.update(parameters, 0.1f);
      add(network.loss(x, t, round, FEW), network.loss(x[round], t[round]));
    }
    add(network.train(x, t, 0, ROWS, 0.1f)); // more than a tile
    network.getParameters(parameters);
    add(parameters);
  }

  private void add(DoubleNetwork network) {
    double[][] x = doubles(network.inputSize());
    double[][] t = doubles(network.outputSize());
    double[][] y = new double[ROWS][network.outputSize()];
    double[] parameters = new double[network.parameterCount()];
    network.getParameters(parameters);
    add(parameters);
    for (int round = 0; round < ROUNDS; round++) {
      for (int batch : BATCHES) {
        add(
            batch == 1
                ? network.train(x[round], t[round], 0.1)
                : network.train(x, t, ROWS - batch, ROWS, 0.1));
      }
      network.forward(x, y, 0, FEW);
      for (double[] row : y) {
        add(row);
      }
      add(network.gradient(x, t, round, FEW, parameters));
      add(parameters);
      network.update(parameters, 0.1);
      add(network.loss(x, t, round, FEW), network.loss(x[round], t[round]));
    }
    add(network.train(x, t, 0, ROWS, 0.1)); // more than a tile
    network.getParameters(parameters);
    add(parameters);
  }

  private void add(float... values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
    for (float value : values) {
      requireFinite(value);
      bytes.putInt(Float.floatToRawIntBits(value));
    }
    digest.update(bytes.array());
  }

  private void add(double... values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Double.BYTES);
    for (double value : values) {
      requireFinite(value);
      bytes.putLong(Double.doubleToRawLongBits(value));
    }
    digest.update(bytes.array());
  }

  /**
   * A network that has run away computes nothing worth comparing, and NaN has many bit patterns.
   */
  private static void requireFinite(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalStateException("training gave " + value);
    }
  }

  private float[][] floats(int width) {
    double[][] values = doubles(width);
    float[][] rows = new float[ROWS][width];
    for (int i = 0; i < ROWS; i++) {
      for (int j = 0; j < width; j++) {
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

  private String hex() {
    StringBuilder text = new StringBuilder();
    for (byte value : digest.digest()) {
      text.append(Character.forDigit(value >> 4 & 15, 16))
          .append(Character.forDigit(value & 15, 16));
    }
    return text.toString();
  }
}
