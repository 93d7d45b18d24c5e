package io.github.gradsmith.processor.verify;

import io.github.gradsmith.processor.model.NetworkModel;
import io.github.gradsmith.processor.model.TestVectors;
import java.util.Arrays;
import java.util.Optional;

/** Runs the test vectors of a network on its formulas, while compiling. */
public final class VectorCheck {
  /**
   * An output that is not what it should be.
   *
   * @param vector the number of the vector, from 0
   * @param output the number of the output, from 0
   */
  public record Deviation(int vector, int output, double actual, double expected) {}

  private VectorCheck() {}

  /** The first output that deviates by more than the tolerance, if any does. */
  public static Optional<Deviation> first(NetworkModel model, TestVectors vectors) {
    ReferenceNetwork network = new ReferenceNetwork(model);
    int inputs = model.input().numbers();
    int outputs = model.layers().get(model.layers().size() - 1).outputs();
    for (int s = 0; s < vectors.outputs().length / outputs; s++) {
      double[] y =
          network.forward(Arrays.copyOfRange(vectors.inputs(), s * inputs, (s + 1) * inputs));
      for (int j = 0; j < outputs; j++) {
        double expected = vectors.outputs()[s * outputs + j];
        double off = Math.abs(y[j] - expected) / Math.max(1, Math.abs(expected));
        if (!(off <= vectors.tolerance())) {
          return Optional.of(new Deviation(s, j, y[j], expected));
        }
      }
    }
    return Optional.empty();
  }
}
