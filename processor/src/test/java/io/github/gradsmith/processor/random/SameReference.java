package io.github.gradsmith.processor.random;

import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.LayerChoice;
import java.util.List;
import java.util.Optional;

/**
 * What it reads, as it is: dropout of no unit, and normalization before any data were seen.
 *
 * @param written the annotation with its numbers
 */
record SameReference(List<Integer> shape, String written, String number) implements LayerReference {
  @Override
  public String annotation(List<String> from, String activation) {
    String attribute = from.isEmpty() || number.isEmpty() ? number : "value = " + number;
    return written + LayerReference.attributes(attribute, LayerReference.from(from));
  }

  /** Whether it is a normalization, which reads nothing but the network's input. */
  boolean normalizes() {
    return written.equals("@Normalization");
  }

  @Override
  public LayerChoice choice(ActivationChoice activation) {
    return normalizes()
        ? new LayerChoice.Normalization()
        : new LayerChoice.Dropout(Double.parseDouble(number));
  }

  @Override
  public Optional<LayerReference> on(List<List<Integer>> before) {
    return Optional.of(new SameReference(before.get(0), written, number));
  }

  @Override
  public double[] forward(
      double[][] inputs, double[] parameters, int start, Arithmetic arithmetic) {
    return inputs[0].clone();
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
      LayerReference.add(errors[0], j, delta[j], arithmetic);
    }
  }
}
