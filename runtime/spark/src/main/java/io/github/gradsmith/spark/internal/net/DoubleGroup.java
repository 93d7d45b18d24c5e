package io.github.gradsmith.spark.internal.net;

import io.github.gradsmith.DoubleRows;
import java.util.List;

/** Rows as doubles. */
final class DoubleGroup extends Group {
  private static final long serialVersionUID = 1;

  private final double[][] inputs;
  private final double[][] targets;
  private final double[] weights;

  DoubleGroup(int number, List<Sample> samples) {
    super(number);
    inputs = new double[samples.size()][];
    targets = new double[samples.size()][];
    weights = new double[samples.size()];
    for (int i = 0; i < inputs.length; i++) {
      Sample sample = samples.get(i);
      inputs[i] = doubles(sample.features());
      targets[i] = doubles(sample.targets());
      weights[i] = sample.weight();
    }
  }

  static double[] doubles(double[] numbers) {
    double[] doubles = new double[numbers.length];
    for (int i = 0; i < doubles.length; i++) {
      doubles[i] = numbers[i];
    }
    return doubles;
  }

  private boolean isWeighted() {
    for (double weight : weights) {
      if (weight != 1) {
        return true;
      }
    }
    return false;
  }

  DoubleRows rows() {
    DoubleRows rows = DoubleRows.of(inputs, targets);
    return isWeighted() ? rows.weighted(weights) : rows;
  }
}
