package io.github.gradsmith.processor.random;

import io.github.gradsmith.Initializer;
import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.LayerChoice;
import java.util.List;
import java.util.Optional;

/** Rows of a table by index. */
record EmbeddingReference(int indices, int categories, int units) implements LayerReference {
  @Override
  public String annotation(List<String> from, String activation) {
    return "@Embedding"
        + LayerReference.attributes(
            "categories = " + categories, "units = " + units, LayerReference.from(from));
  }

  @Override
  public LayerChoice choice(ActivationChoice activation) {
    return new LayerChoice.Embedding(categories, units, Initializer.AUTO);
  }

  @Override
  public Optional<LayerReference> on(List<List<Integer>> before) {
    return before.get(0).size() == 1
        ? Optional.of(new EmbeddingReference(before.get(0).get(0), categories, units))
        : Optional.empty();
  }

  @Override
  public List<Integer> shape() {
    return List.of(indices, units);
  }

  @Override
  public List<Integer> tensors() {
    return List.of(categories * units);
  }

  @Override
  public double[] forward(
      double[][] inputs, double[] parameters, int start, Arithmetic arithmetic) {
    double[] z = new double[size()];
    for (int j = 0; j < z.length; j++) {
      z[j] = parameters[start + (int) inputs[0][j / units] * units + j % units];
    }
    return z;
  }

  @Override
  public void back(
      double[][] inputs,
      double[] parameters,
      int start,
      double[] delta,
      double[][] errors,
      double[] gradient,
      Arithmetic arithmetic) {
    for (int j = 0; j < delta.length; j++) {
      int place = start + (int) inputs[0][j / units] * units + j % units;
      LayerReference.add(gradient, place, delta[j], arithmetic);
    }
  }
}
