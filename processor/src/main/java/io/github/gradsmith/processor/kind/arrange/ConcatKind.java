package io.github.gradsmith.processor.kind.arrange;

import io.github.gradsmith.processor.kind.LayerKind;
import io.github.gradsmith.processor.kind.Refusal;
import io.github.gradsmith.processor.model.LayerParameter;
import io.github.gradsmith.processor.model.Shape;
import java.util.List;
import java.util.Optional;

/**
 * What it reads, one after the other along an axis.
 *
 * @param axis from 0
 */
public record ConcatKind(int axis) implements LayerKind {
  @Override
  public Optional<Refusal> refusal(List<Shape> inputs) {
    Shape first = inputs.get(0);
    if (axis < 0 || axis >= first.sizes().size()) {
      return Optional.of(
          new Refusal("an axis of " + first, "Count axes from 0, or write -1 for the last."));
    }
    return inputs.stream().allMatch(shape -> agrees(shape, first))
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                "values whose sizes are equal but along axis " + axis,
                "Write another axis, or bring the other sizes to one."));
  }

  private boolean agrees(Shape shape, Shape first) {
    return shape.sizes().size() == first.sizes().size()
        && shape.with(axis, 1).equals(first.with(axis, 1));
  }

  @Override
  public Shape shape(List<Shape> inputs) {
    int sum = inputs.stream().mapToInt(shape -> shape.sizes().get(axis)).sum();
    return inputs.get(0).with(axis, sum);
  }

  @Override
  public List<LayerParameter> parameters(List<Shape> inputs) {
    return List.of();
  }

  @Override
  public double[] evaluate(List<Shape> shapes, List<double[]> inputs, double[] parameters) {
    double[] z = new double[Math.toIntExact(shape(shapes).numbers())];
    int row = Math.toIntExact(shape(shapes).from(axis));
    int at = 0;
    for (int i = 0; i < inputs.size(); i++) {
      int length = Math.toIntExact(shapes.get(i).from(axis));
      for (int r = 0; r * length < inputs.get(i).length; r++) {
        System.arraycopy(inputs.get(i), r * length, z, r * row + at, length);
      }
      at += length;
    }
    return z;
  }

  @Override
  public long flops(List<Shape> inputs) {
    return 0;
  }
}
