package io.github.gradsmith.processor.kind.dense;

import io.github.gradsmith.processor.kind.LayerKind;
import io.github.gradsmith.processor.model.LayerChoice;
import io.github.gradsmith.processor.model.LayerParameter;
import io.github.gradsmith.processor.model.Shape;
import java.util.List;

/**
 * z = W x + b over the last dimension of x.
 *
 * @param choice its units
 */
public record DenseKind(LayerChoice.Dense choice) implements LayerKind {
  @Override
  public Shape shape(List<Shape> inputs) {
    Shape input = inputs.get(0);
    return input.with(input.sizes().size() - 1, choice.units());
  }

  /** The weights [out][in], then the biases. */
  @Override
  public List<LayerParameter> parameters(List<Shape> inputs) {
    LayerParameter weight =
        new LayerParameter("weight", Shape.of(choice.units(), inputs.get(0).last()));
    return choice.bias()
        ? List.of(weight, new LayerParameter("bias", Shape.of(choice.units())))
        : List.of(weight);
  }

  /** A multiplication and an addition for each weight. */
  @Override
  public long flops(List<Shape> inputs) {
    return 2 * inputs.get(0).numbers() * choice.units();
  }

  @Override
  public double[] evaluate(List<Shape> shapes, List<double[]> inputs, double[] parameters) {
    double[] x = inputs.get(0);
    int n = shapes.get(0).last();
    double[] z = new double[x.length / n * choice.units()];
    for (int j = 0; j < z.length; j++) {
      int unit = j % choice.units();
      int row = j / choice.units() * n;
      z[j] = choice.bias() ? parameters[choice.units() * n + unit] : 0;
      for (int i = 0; i < n; i++) {
        z[j] += parameters[unit * n + i] * x[row + i];
      }
    }
    return z;
  }
}
