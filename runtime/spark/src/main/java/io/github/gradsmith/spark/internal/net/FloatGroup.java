package io.github.gradsmith.spark.internal.net;

import io.github.gradsmith.FloatRows;
import java.util.List;

/** Rows as floats. */
final class FloatGroup extends Group {
  private static final long serialVersionUID = 1;

  private final float[][] inputs;
  private final float[][] targets;
  private final float[] weights;

  FloatGroup(int number, List<Sample> samples) {
    super(number);
    inputs = new float[samples.size()][];
    targets = new float[samples.size()][];
    weights = new float[samples.size()];
    for (int i = 0; i < inputs.length; i++) {
      Sample sample = samples.get(i);
      inputs[i] = floats(sample.features());
      targets[i] = floats(sample.targets());
      weights[i] = (float) sample.weight();
    }
  }

  static float[] floats(double[] numbers) {
    float[] floats = new float[numbers.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) numbers[i];
    }
    return floats;
  }

  private boolean isWeighted() {
    for (float weight : weights) {
      if (weight != 1) {
        return true;
      }
    }
    return false;
  }

  FloatRows rows() {
    FloatRows rows = FloatRows.of(inputs, targets);
    return isWeighted() ? rows.weighted(weights) : rows;
  }
}
