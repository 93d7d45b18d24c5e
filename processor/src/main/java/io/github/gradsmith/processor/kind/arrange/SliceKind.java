package io.github.gradsmith.processor.kind.arrange;

import io.github.gradsmith.processor.kind.LayerKind;
import io.github.gradsmith.processor.kind.Refusal;
import io.github.gradsmith.processor.model.LayerParameter;
import io.github.gradsmith.processor.model.Shape;
import java.util.List;
import java.util.Optional;

/**
 * Part of what it reads along an axis.
 *
 * @param begin the first that is taken
 * @param end the first that is not
 * @param axis from 0
 */
public record SliceKind(int begin, int end, int axis) implements LayerKind {
  @Override
  public Optional<Refusal> refusal(List<Shape> inputs) {
    Shape shape = inputs.get(0);
    if (axis < 0 || axis >= shape.sizes().size()) {
      return Optional.of(
          new Refusal("an axis of " + shape, "Count axes from 0, or write -1 for the last."));
    }
    int size = shape.sizes().get(axis);
    return 0 <= begin && begin < end && end <= size
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                "0 <= begin < end <= " + size, "It has begin = " + begin + ", end = " + end + "."));
  }

  @Override
  public Shape shape(List<Shape> inputs) {
    return inputs.get(0).with(axis, end - begin);
  }

  @Override
  public List<LayerParameter> parameters(List<Shape> inputs) {
    return List.of();
  }

  @Override
  public double[] evaluate(List<Shape> shapes, List<double[]> inputs, double[] parameters) {
    int row = Math.toIntExact(shapes.get(0).from(axis));
    int unit = row / shapes.get(0).sizes().get(axis);
    double[] x = inputs.get(0);
    double[] z = new double[x.length / row * (end - begin) * unit];
    for (int r = 0; r * row < x.length; r++) {
      int length = (end - begin) * unit;
      System.arraycopy(x, r * row + begin * unit, z, r * length, length);
    }
    return z;
  }

  @Override
  public long flops(List<Shape> inputs) {
    return 0;
  }

  @Override
  public boolean reachesAll(int input, List<Shape> inputs) {
    return end - begin == inputs.get(input).sizes().get(axis);
  }
}
