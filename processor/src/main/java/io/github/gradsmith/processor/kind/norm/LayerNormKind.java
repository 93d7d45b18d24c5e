package io.github.gradsmith.processor.kind.norm;

import io.github.gradsmith.processor.kind.LayerKind;
import io.github.gradsmith.processor.model.LayerParameter;
import io.github.gradsmith.processor.model.Shape;
import java.util.List;

/**
 * (x − mean) / √(variance + ε) · weight + bias over the last dimension, where the variance is the
 * mean of squares. Source: Ba, Kiros and Hinton, Layer Normalization, 2016; PyTorch's LayerNorm.
 *
 * @param epsilon what keeps the root from 0
 */
public record LayerNormKind(double epsilon) implements LayerKind {
  @Override
  public Shape shape(List<Shape> inputs) {
    return inputs.get(0);
  }

  @Override
  public List<LayerParameter> parameters(List<Shape> inputs) {
    Shape last = Shape.of(inputs.get(0).last());
    return List.of(new LayerParameter("weight", last), new LayerParameter("bias", last));
  }

  @Override
  public double[] evaluate(List<Shape> shapes, List<double[]> inputs, double[] parameters) {
    int n = shapes.get(0).last();
    double[] x = inputs.get(0);
    double[] z = new double[x.length];
    for (int row = 0; row < x.length; row += n) {
      double mean = 0;
      for (int j = 0; j < n; j++) {
        mean += x[row + j] / n;
      }
      double variance = 0;
      for (int j = 0; j < n; j++) {
        variance += (x[row + j] - mean) * (x[row + j] - mean) / n;
      }
      double deviation = Math.sqrt(variance + epsilon);
      for (int j = 0; j < n; j++) {
        z[row + j] = (x[row + j] - mean) / deviation * parameters[j] + parameters[n + j];
      }
    }
    return z;
  }

  /** Mean, variance, the quotient, weight and bias. */
  @Override
  public long flops(List<Shape> inputs) {
    return 8 * inputs.get(0).numbers();
  }
}
