package io.github.gradsmith.processor.kind.norm;

import io.github.gradsmith.processor.kind.LayerKind;
import io.github.gradsmith.processor.kind.Refusal;
import io.github.gradsmith.processor.model.LayerParameter;
import io.github.gradsmith.processor.model.Shape;
import java.util.List;
import java.util.Optional;

/** (x − mean) / max(√variance, 1e-7), as Keras has it; mean and variance are statistics of data. */
public record NormalizationKind() implements LayerKind {
  /** The least divisor. */
  public static final double LEAST_DEVIATION = 1e-7;

  @Override
  public Optional<Refusal> refusal(List<Shape> inputs) {
    Shape shape = inputs.get(0);
    return shape.sizes().size() == 1
        ? Optional.empty()
        : Optional.of(
            new Refusal("{features}", "Let @Input have one size, " + shape.numbers() + "."));
  }

  @Override
  public Shape shape(List<Shape> inputs) {
    return inputs.get(0);
  }

  @Override
  public List<LayerParameter> parameters(List<Shape> inputs) {
    return List.of();
  }

  /** The mean and the variance of each number. */
  @Override
  public List<LayerParameter> statistics(List<Shape> inputs) {
    Shape shape = inputs.get(0);
    return List.of(new LayerParameter("mean", shape), new LayerParameter("variance", shape));
  }

  /** The parameters are the statistics. */
  @Override
  public double[] evaluate(List<Shape> shapes, List<double[]> inputs, double[] parameters) {
    double[] z = inputs.get(0).clone();
    for (int j = 0; j < z.length; j++) {
      double deviation = Math.sqrt(parameters[z.length + j]);
      z[j] = (z[j] - parameters[j]) / Math.max(deviation, LEAST_DEVIATION);
    }
    return z;
  }

  @Override
  public long flops(List<Shape> inputs) {
    return 2 * inputs.get(0).numbers();
  }
}
