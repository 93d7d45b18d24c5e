package io.github.gradsmith.processor.kind.dense;

import io.github.gradsmith.processor.kind.LayerKind;
import io.github.gradsmith.processor.model.LayerChoice;
import io.github.gradsmith.processor.model.LayerParameter;
import io.github.gradsmith.processor.model.Shape;
import java.util.Arrays;
import java.util.List;

/**
 * z = W x + b, where x is all that the layer reads, one value after the other.
 *
 * @param choice its units
 */
public record DenseKind(LayerChoice.Dense choice) implements LayerKind {
  @Override
  public Shape shape(List<Shape> inputs) {
    return Shape.of(choice.units());
  }

  /** The weights [out][in], then the biases. */
  @Override
  public List<LayerParameter> parameters(List<Shape> inputs) {
    int width = Math.toIntExact(inputs.stream().mapToLong(Shape::numbers).sum());
    return List.of(
        new LayerParameter("weight", Shape.of(choice.units(), width)),
        new LayerParameter("bias", Shape.of(choice.units())));
  }

  /** A multiplication and an addition for each weight. */
  @Override
  public long flops(List<Shape> inputs) {
    return 2 * parameters(inputs).get(0).shape().numbers();
  }

  @Override
  public double[] evaluate(List<double[]> inputs, double[] parameters) {
    double[] x = inputs.stream().flatMapToDouble(Arrays::stream).toArray();
    double[] z = new double[choice.units()];
    for (int j = 0; j < z.length; j++) {
      z[j] = parameters[z.length * x.length + j];
      for (int i = 0; i < x.length; i++) {
        z[j] += parameters[j * x.length + i] * x[i];
      }
    }
    return z;
  }

  @Override
  public boolean reachesAll(int input) {
    return true;
  }
}
