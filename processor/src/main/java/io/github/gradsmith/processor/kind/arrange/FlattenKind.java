package io.github.gradsmith.processor.kind.arrange;

import io.github.gradsmith.processor.kind.LayerKind;
import io.github.gradsmith.processor.model.LayerParameter;
import io.github.gradsmith.processor.model.Shape;
import java.util.List;

/** The same numbers in one dimension. */
public record FlattenKind() implements LayerKind {
  @Override
  public Shape shape(List<Shape> inputs) {
    return Shape.of(Math.toIntExact(inputs.get(0).numbers()));
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
