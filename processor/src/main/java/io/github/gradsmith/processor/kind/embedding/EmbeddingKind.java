package io.github.gradsmith.processor.kind.embedding;

import io.github.gradsmith.processor.kind.LayerKind;
import io.github.gradsmith.processor.kind.Refusal;
import io.github.gradsmith.processor.model.LayerParameter;
import io.github.gradsmith.processor.model.Shape;
import java.util.List;
import java.util.Optional;

/**
 * For each index that it reads, the row of a table.
 *
 * @param categories rows of the table
 * @param units numbers of a row
 */
public record EmbeddingKind(int categories, int units) implements LayerKind {
  @Override
  public Optional<Refusal> refusal(List<Shape> inputs) {
    Shape shape = inputs.get(0);
    return shape.sizes().size() == 1
        ? Optional.empty()
        : Optional.of(new Refusal("{indices}", "Write @Flatten between."));
  }

  @Override
  public Shape shape(List<Shape> inputs) {
    return Shape.of(inputs.get(0).last(), units);
  }

  @Override
  public List<LayerParameter> parameters(List<Shape> inputs) {
    return List.of(new LayerParameter("weight", Shape.of(categories, units)));
  }

  @Override
  public double[] evaluate(List<Shape> shapes, List<double[]> inputs, double[] parameters) {
    double[] x = inputs.get(0);
    double[] z = new double[x.length * units];
    for (int k = 0; k < x.length; k++) {
      System.arraycopy(parameters, (int) x[k] * units, z, k * units, units);
    }
    return z;
  }

  @Override
  public long flops(List<Shape> inputs) {
    return 0;
  }

  /** Indices have no derivative. */
  @Override
  public boolean reachesAll(int input, List<Shape> inputs) {
    return false;
  }
}
