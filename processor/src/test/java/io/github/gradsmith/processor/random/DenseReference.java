package io.github.gradsmith.processor.random;

import io.github.gradsmith.Initializer;
import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.LayerChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Weighted sums over the last dimension.
 *
 * @param before sizes of what it reads
 */
record DenseReference(List<Integer> before, int units, boolean bias) implements LayerReference {
  private int inputs() {
    return before.get(before.size() - 1);
  }

  @Override
  public String annotation(List<String> from, String activation) {
    String biases = bias ? "" : "bias = false";
    return "@Dense"
        + LayerReference.attributes(
            "units = " + units, biases, activation, LayerReference.from(from));
  }

  @Override
  public LayerChoice choice(ActivationChoice activation) {
    return new LayerChoice.Dense(units, bias, activation, Initializer.AUTO);
  }

  @Override
  public Optional<LayerReference> on(List<List<Integer>> others) {
    return Optional.of(new DenseReference(others.get(0), units, bias));
  }

  @Override
  public List<Integer> shape() {
    List<Integer> shape = new ArrayList<>(before);
    shape.set(shape.size() - 1, units);
    return shape;
  }

  @Override
  public boolean activates() {
    return true;
  }

  @Override
  public boolean hasSums() {
    return true;
  }

  @Override
  public List<Integer> tensors() {
    return bias ? List.of(units * inputs(), units) : List.of(units * inputs());
  }

  /** The error of a sum is that of all its partial sums. */
  @Override
  public double[] forward(
      double[][] inputs, double[] parameters, int start, Arithmetic arithmetic) {
    double[] z = new double[size()];
    for (int j = 0; j < z.length; j++) {
      int row = start + j % units * inputs();
      int x = j / units * inputs();
      double sum = bias ? parameters[start + units * inputs() + j % units] : 0;
      double squares = 0;
      for (int i = 0; i < inputs(); i++) {
        sum += parameters[row + i] * inputs[0][x + i];
        squares += sum * sum;
      }
      z[j] = arithmetic.rounded(sum, Math.sqrt(squares));
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
    double[] squares = new double[errors[0].length];
    double[] sums = new double[errors[0].length];
    for (int j = 0; j < delta.length; j++) {
      int row = start + j % units * inputs();
      int x = j / units * inputs();
      for (int i = 0; i < inputs(); i++) {
        LayerReference.add(gradient, row + i, delta[j] * inputs[0][x + i], arithmetic);
        sums[x + i] += delta[j] * parameters[row + i];
        squares[x + i] += sums[x + i] * sums[x + i];
      }
      if (bias) {
        int place = start + units * inputs() + j % units;
        LayerReference.add(gradient, place, delta[j], arithmetic);
      }
    }
    for (int i = 0; i < sums.length; i++) {
      double error = arithmetic.rounded(sums[i], Math.sqrt(squares[i]));
      LayerReference.add(errors[0], i, error, arithmetic);
    }
  }
}
