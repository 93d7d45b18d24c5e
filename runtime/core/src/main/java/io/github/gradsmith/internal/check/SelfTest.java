package io.github.gradsmith.internal.check;

import io.github.gradsmith.DoublePredictor;
import io.github.gradsmith.FloatPredictor;

/** Runs test vectors through a network and compares what comes out. */
public final class SelfTest {
  private SelfTest() {}

  /**
   * The largest deviation of an output from what it should be, relative where that is beyond ±1.
   *
   * @param inputs the inputs of all vectors, one after the other
   * @param outputs what should come out, likewise
   * @throws IllegalStateException if an output deviates by more than the tolerance, or is NaN
   */
  public static double run(
      FloatPredictor network, float[] inputs, float[] outputs, double tolerance) {
    float[] x = new float[network.inputSize()];
    float[] y = new float[network.outputSize()];
    double largest = 0;
    for (int s = 0; s < outputs.length / y.length; s++) {
      System.arraycopy(inputs, s * x.length, x, 0, x.length);
      network.forward(x, y);
      for (int j = 0; j < y.length; j++) {
        largest = Math.max(largest, deviation(s, j, y[j], outputs[s * y.length + j], tolerance));
      }
    }
    return largest;
  }

  /** As {@link #run(FloatPredictor, float[], float[], double)}. */
  public static double run(
      DoublePredictor network, double[] inputs, double[] outputs, double tolerance) {
    double[] x = new double[network.inputSize()];
    double[] y = new double[network.outputSize()];
    double largest = 0;
    for (int s = 0; s < outputs.length / y.length; s++) {
      System.arraycopy(inputs, s * x.length, x, 0, x.length);
      network.forward(x, y);
      for (int j = 0; j < y.length; j++) {
        largest = Math.max(largest, deviation(s, j, y[j], outputs[s * y.length + j], tolerance));
      }
    }
    return largest;
  }

  private static double deviation(int s, int j, double actual, double expected, double tolerance) {
    double deviation = Math.abs(actual - expected) / Math.max(1, Math.abs(expected));
    if (deviation <= tolerance) {
      return deviation;
    }
    throw new IllegalStateException(
        "output "
            + j
            + " of test vector "
            + s
            + " is "
            + actual
            + ", expected "
            + expected
            + " within "
            + tolerance
            + "; either the parameters are no longer those of the test vectors, or they were"
            + " computed by another network");
  }
}
