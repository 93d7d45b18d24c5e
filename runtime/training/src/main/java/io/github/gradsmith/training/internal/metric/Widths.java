package io.github.gradsmith.training.internal.metric;

import io.github.gradsmith.TrainingRows;

/** Whether rows fit a network. */
public final class Widths {
  private Widths() {}

  /** Demands rows of as many inputs and targets as the network has inputs and outputs. */
  public static void requireFit(String name, TrainingRows<?> rows, int inputs, int outputs) {
    requireSame(name, rows.inputSize(), "input", inputs, "inputs");
    requireSame(name, rows.outputSize(), "target", outputs, "outputs");
  }

  private static void requireSame(
      String name, int given, String of, int expected, String ofNetwork) {
    if (given != expected) {
      throw new IllegalArgumentException(
          name
              + " have "
              + given
              + " values in each "
              + of
              + ", but the network has "
              + expected
              + " "
              + ofNetwork);
    }
  }
}
