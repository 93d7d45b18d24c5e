package io.github.gradsmith.processor.random;

import java.util.List;

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
