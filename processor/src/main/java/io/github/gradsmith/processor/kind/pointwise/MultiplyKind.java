package io.github.gradsmith.processor.kind.pointwise;

import io.github.gradsmith.processor.kind.LayerKind;
import io.github.gradsmith.processor.kind.Refusal;
import io.github.gradsmith.processor.model.LayerParameter;
import io.github.gradsmith.processor.model.Shape;
import java.util.List;
import java.util.Optional;

/** The product of what it reads, number by number. */
public record MultiplyKind() implements LayerKind {
  @Override
  public Optional<Refusal> refusal(List<Shape> inputs) {
    return EqualShapes.refusal(inputs);
  }

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
    double[] z = inputs.get(0).clone();
    for (double[] next : inputs.subList(1, inputs.size())) {
      for (int j = 0; j < z.length; j++) {
        z[j] *= next[j];
      }
    }
    return z;
  }

  @Override
  public long flops(List<Shape> inputs) {
    return (inputs.size() - 1) * inputs.get(0).numbers();
  }
}
