package io.github.gradsmith.processor.verify;

import io.github.gradsmith.processor.activation.ActivationFormula;
import io.github.gradsmith.processor.activation.Activations;
import io.github.gradsmith.processor.activation.Softmax;
import io.github.gradsmith.processor.formula.Evaluator;
import io.github.gradsmith.processor.model.LayerModel;
import io.github.gradsmith.processor.model.NetworkModel;
import java.util.Arrays;
import java.util.Map;

/** A network with weights that is computed layer by layer from its formulas, in double. */
final class ReferenceNetwork {
  private final NetworkModel model;
  private final double[] parameters;

  ReferenceNetwork(NetworkModel model) {
    this.model = model;
    this.parameters = model.weights().orElseThrow().parameters();
  }

  double[] forward(double[] input) {
    double[] a = input;
    int offset = 0;
    for (LayerModel layer : model.layers()) {
      a = activated(layer, sums(layer, a, offset));
      offset += layer.outputs() * (layer.inputs() + 1);
    }
    return a;
  }

  private double[] sums(LayerModel layer, double[] a, int offset) {
    double[] z = new double[layer.outputs()];
    for (int j = 0; j < z.length; j++) {
      z[j] = parameters[offset + layer.outputs() * layer.inputs() + j];
      for (int i = 0; i < a.length; i++) {
        z[j] += parameters[offset + j * layer.inputs() + i] * a[i];
      }
    }
    return z;
  }

  private static double[] activated(LayerModel layer, double[] z) {
    ActivationFormula formula = Activations.of(layer.activation());
    if (formula instanceof Softmax) {
      double largest = Arrays.stream(z).max().orElseThrow();
      double[] powers = Arrays.stream(z).map(value -> StrictMath.exp(value - largest)).toArray();
      double sum = Arrays.stream(powers).sum();
      return Arrays.stream(powers).map(power -> power / sum).toArray();
    }
    return Arrays.stream(z)
        .map(value -> Evaluator.evaluate(formula.value(), Map.of("z", value)))
        .toArray();
  }
}
