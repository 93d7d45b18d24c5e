package io.github.gradsmith.processor.kind.pointwise;

import io.github.gradsmith.processor.kind.LayerKind;
import io.github.gradsmith.processor.model.LayerParameter;
import io.github.gradsmith.processor.model.Shape;
import java.util.List;

/** z is what it reads: the activation is all that it does. */
public record ElementwiseKind() implements LayerKind {
  @Override
  public Shape shape(List<Shape> inputs) {
    return inputs.get(0);
  }

  @Override
  public List<LayerParameter> parameters(List<Shape> inputs) {
    return List.of();
  }

  @Override
  public double[] evaluate(List<Shape> shapes, List<double[]> inputs, double[] parameters) {
    return inputs.get(0).clone();
  }

  @Override
  public long flops(List<Shape> inputs) {
    return 0;
  }
}
