package io.github.gradsmith.processor.kind.arrange;

import io.github.gradsmith.processor.kind.LayerKind;
import io.github.gradsmith.processor.kind.Refusal;
import io.github.gradsmith.processor.model.LayerParameter;
import io.github.gradsmith.processor.model.Shape;
import java.util.List;
import java.util.Optional;

/** Rows and columns of a matrix in each other's place. */
public record TransposeKind() implements LayerKind {
  @Override
  public Optional<Refusal> refusal(List<Shape> inputs) {
    Shape shape = inputs.get(0);
    return shape.sizes().size() == 2
        ? Optional.empty()
        : Optional.of(new Refusal("{rows, columns}", "Let it read a value of two sizes."));
  }

  @Override
  public Shape shape(List<Shape> inputs) {
    List<Integer> sizes = inputs.get(0).sizes();
    return Shape.of(sizes.get(1), sizes.get(0));
  }

  @Override
  public List<LayerParameter> parameters(List<Shape> inputs) {
    return List.of();
  }

  @Override
  public double[] evaluate(List<Shape> shapes, List<double[]> inputs, double[] parameters) {
    int rows = shapes.get(0).sizes().get(0);
    int columns = shapes.get(0).sizes().get(1);
    double[] z = new double[rows * columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        z[j * rows + i] = inputs.get(0)[i * columns + j];
      }
    }
    return z;
  }

  @Override
  public long flops(List<Shape> inputs) {
    return 0;
  }
}
