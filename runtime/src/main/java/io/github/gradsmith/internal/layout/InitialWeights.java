package io.github.gradsmith.internal.layout;

import io.github.gradsmith.internal.math.SeededRandom;

/**
 * Fills a layer's weights; numbers are drawn in {@code double}, neuron by neuron, and then rounded.
 */
public final class InitialWeights {
  private InitialWeights() {}

  /** Uniform in [−limit, limit). */
  public static void uniform(float[][] rows, double limit, SeededRandom random) {
    for (float[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        row[i] = (float) nextUniform(limit, random);
      }
    }
  }

  /** Uniform in [−limit, limit). */
  public static void uniform(double[][] rows, double limit, SeededRandom random) {
    for (double[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        row[i] = nextUniform(limit, random);
      }
    }
  }

  /** Normal with mean 0 and the given standard deviation. */
  public static void normal(float[][] rows, double deviation, SeededRandom random) {
    for (float[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        row[i] = (float) (deviation * random.nextGaussian());
      }
    }
  }

  /** Normal with mean 0 and the given standard deviation. */
  public static void normal(double[][] rows, double deviation, SeededRandom random) {
    for (double[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        row[i] = deviation * random.nextGaussian();
      }
    }
  }

  /** Uniform in [−limit, limit), for weights [in][out]: the same numbers, neuron by neuron. */
  public static void uniformColumns(float[][] rows, double limit, SeededRandom random) {
    for (int j = 0; j < rows[0].length; j++) {
      for (float[] row : rows) {
        row[j] = (float) nextUniform(limit, random);
      }
    }
  }

  /** Uniform in [−limit, limit), for weights [in][out]: the same numbers, neuron by neuron. */
  public static void uniformColumns(double[][] rows, double limit, SeededRandom random) {
    for (int j = 0; j < rows[0].length; j++) {
      for (double[] row : rows) {
        row[j] = nextUniform(limit, random);
      }
    }
  }

  /**
   * Normal with mean 0 and the given standard deviation, for weights [in][out]: the same numbers,
   * neuron by neuron.
   */
  public static void normalColumns(float[][] rows, double deviation, SeededRandom random) {
    for (int j = 0; j < rows[0].length; j++) {
      for (float[] row : rows) {
        row[j] = (float) (deviation * random.nextGaussian());
      }
    }
  }

  /**
   * Normal with mean 0 and the given standard deviation, for weights [in][out]: the same numbers,
   * neuron by neuron.
   */
  public static void normalColumns(double[][] rows, double deviation, SeededRandom random) {
    for (int j = 0; j < rows[0].length; j++) {
      for (double[] row : rows) {
        row[j] = deviation * random.nextGaussian();
      }
    }
  }

  /** Uniform in [−limit, limit), for weights in panels: the same numbers, neuron by neuron. */
  public static void uniformPanels(
      float[][] panels, int inputs, int outputs, double limit, SeededRandom random) {
    int panel = panels[0].length / inputs;
    for (int j = 0; j < outputs; j++) {
      for (int i = 0; i < inputs; i++) {
        panels[j / panel][i * panel + j % panel] = (float) nextUniform(limit, random);
      }
    }
  }

  /**
   * Normal with mean 0 and the given standard deviation, for weights in panels: the same numbers,
   * neuron by neuron.
   */
  public static void normalPanels(
      float[][] panels, int inputs, int outputs, double deviation, SeededRandom random) {
    int panel = panels[0].length / inputs;
    for (int j = 0; j < outputs; j++) {
      for (int i = 0; i < inputs; i++) {
        panels[j / panel][i * panel + j % panel] = (float) (deviation * random.nextGaussian());
      }
    }
  }

  /** Uniform in [−limit, limit), for weights in panels: the same numbers, neuron by neuron. */
  public static void uniformPanels(
      double[][] panels, int inputs, int outputs, double limit, SeededRandom random) {
    int panel = panels[0].length / inputs;
    for (int j = 0; j < outputs; j++) {
      for (int i = 0; i < inputs; i++) {
        panels[j / panel][i * panel + j % panel] = nextUniform(limit, random);
      }
    }
  }

  /**
   * Normal with mean 0 and the given standard deviation, for weights in panels: the same numbers,
   * neuron by neuron.
   */
  public static void normalPanels(
      double[][] panels, int inputs, int outputs, double deviation, SeededRandom random) {
    int panel = panels[0].length / inputs;
    for (int j = 0; j < outputs; j++) {
      for (int i = 0; i < inputs; i++) {
        panels[j / panel][i * panel + j % panel] = deviation * random.nextGaussian();
      }
    }
  }

  private static double nextUniform(double limit, SeededRandom random) {
    return limit * (2 * random.nextDouble() - 1);
  }
}
