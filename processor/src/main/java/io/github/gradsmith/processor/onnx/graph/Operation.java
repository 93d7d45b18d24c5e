package io.github.gradsmith.processor.onnx.graph;

import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.LayerChoice;
import io.github.gradsmith.processor.onnx.value.Constant;
import java.util.Optional;

/** What a block does to the samples that it reads. Numbers of a sample lie in one row. */
sealed interface Operation {
  /** The input of the model. */
  record Input() implements Operation {}

  /**
   * Weighted sums over the last dimension.
   *
   * @param weights a row for each unit
   * @param biases one for each unit, if there are any
   */
  record Dense(Constant weights, Optional<double[]> biases, int units) implements Operation {
    int inputs() {
      return weights.count() / units;
    }
  }

  /** f x + s, with a factor and a shift for each number of a sample, or one for all. */
  record Affine(double[] factors, double[] shifts) implements Operation {
    double factor(int i) {
      return factors[factors.length == 1 ? 0 : i];
    }

    double shift(int i) {
      return shifts[shifts.length == 1 ? 0 : i];
    }

    boolean isUniform() {
      return factors.length == 1 && shifts.length == 1;
    }

    /** What this makes of the results of an earlier one. */
    Affine after(Affine before) {
      int count =
          Math.max(
              Math.max(factors.length, shifts.length),
              Math.max(before.factors.length, before.shifts.length));
      double[] f = new double[count];
      double[] s = new double[count];
      for (int i = 0; i < count; i++) {
        f[i] = factor(i) * before.factor(i);
        s[i] = factor(i) * before.shift(i) + shift(i);
      }
      return new Affine(f, s);
    }
  }

  /** A function of each number, or of the whole sample: softmax or its logarithm. */
  record Function(ActivationChoice activation) implements Operation {}

  /**
   * A layer as it will be, but for an activation that may follow.
   *
   * @param parameters those of its kind, one tensor after the other
   */
  record Layer(LayerChoice choice, double[] parameters) implements Operation {}
}
