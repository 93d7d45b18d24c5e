package io.github.gradsmith.processor.random;

import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.LayerChoice;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Sums and products of values, number by number; of one value, an activation alone. */
record MergeReference(Kind kind, List<Integer> shape) implements LayerReference {
  enum Kind {
    ADD,
    MULTIPLY,
    ELEMENTWISE
  }

  @Override
  public String annotation(List<String> from, String activation) {
    if (kind == Kind.ELEMENTWISE) {
      return "@Elementwise" + LayerReference.attributes(activation, LayerReference.from(from));
    }
    String names =
        from.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", ", "{", "}"));
    String values = activation.isEmpty() ? names : "value = " + names;
    return (kind == Kind.ADD ? "@Add" : "@Multiply")
        + LayerReference.attributes(values, activation);
  }

  @Override
  public LayerChoice choice(ActivationChoice activation) {
    return switch (kind) {
      case ADD -> new LayerChoice.Add(activation);
      case MULTIPLY -> new LayerChoice.Multiply(activation);
      case ELEMENTWISE -> new LayerChoice.Elementwise(activation);
    };
  }

  @Override
  public Optional<LayerReference> on(List<List<Integer>> before) {
    boolean fits = kind == Kind.ELEMENTWISE ? before.size() == 1 : before.size() > 1;
    return fits && before.stream().distinct().count() == 1
        ? Optional.of(new MergeReference(kind, before.get(0)))
        : Optional.empty();
  }

  @Override
  public boolean activates() {
    return true;
  }

  @Override
  public double[] forward(
      double[][] inputs, double[] parameters, int start, Arithmetic arithmetic) {
    double[] z = inputs[0].clone();
    for (int next = 1; next < inputs.length; next++) {
      for (int j = 0; j < z.length; j++) {
        double x = inputs[next][j];
        z[j] =
            kind == Kind.ADD
                ? arithmetic.rounded(z[j] + x, Math.abs(z[j]) + Math.abs(x))
                : arithmetic.rounded(z[j] * x);
      }
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
    for (int use = 0; use < inputs.length; use++) {
      for (int j = 0; j < delta.length; j++) {
        double error = delta[j];
        for (int other = 0; other < inputs.length && kind == Kind.MULTIPLY; other++) {
          error = other == use ? error : arithmetic.rounded(error * inputs[other][j]);
        }
        LayerReference.add(errors[use], j, error, arithmetic);
      }
    }
  }
}
