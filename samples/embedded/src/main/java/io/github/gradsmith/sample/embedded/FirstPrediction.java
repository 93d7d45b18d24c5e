package io.github.gradsmith.sample.embedded;

/** A JVM's whole life for one prediction, to be timed from outside. */
final class FirstPrediction {
  private FirstPrediction() {}

  /** Prints the CPU time of the process, in milliseconds. */
  public static void main(String[] arguments) {
    DigitNet network = new DigitNetImpl();
    float[] outputs = network.forward(new float[network.inputSize()]);
    if (!(outputs[0] >= 0)) {
      throw new AssertionError(outputs[0]);
    }
    Empty.main(arguments);
  }
}
