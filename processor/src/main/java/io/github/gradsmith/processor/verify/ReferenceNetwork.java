package io.github.gradsmith.processor.verify;

import io.github.gradsmith.processor.activation.ActivationFormula;
import io.github.gradsmith.processor.activation.Activations;
import io.github.gradsmith.processor.activation.Softmax;
import io.github.gradsmith.processor.formula.expr.Evaluator;
import io.github.gradsmith.processor.kind.registry.LayerKinds;
import io.github.gradsmith.processor.model.LayerModel;
import io.github.gradsmith.processor.model.NetworkModel;
import io.github.gradsmith.processor.model.Shape;
import io.github.gradsmith.processor.model.Value;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
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
    Map<Integer, double[]> values = new HashMap<>(Map.of(Value.INPUT, input));
    double[] a = input;
    int offset = 0;
    int statistics = model.layers().stream().mapToInt(l -> (int) l.parameterCount()).sum();
    for (LayerModel layer : model.layers()) {
      List<double[]> inputs =
          layer.from().stream().map(value -> values.get(value.layer())).toList();
      int end = Math.toIntExact(offset + layer.parameterCount());
      double[] own = Arrays.copyOfRange(parameters, offset, end);
      if (!layer.statistics().isEmpty()) { // such a layer learns nothing
        int numbers = layer.statistics().size() * layer.outputs();
        own = Arrays.copyOfRange(parameters, statistics, statistics + numbers);
        statistics += numbers;
      }
      a = activated(layer, LayerKinds.of(layer.choice()).evaluate(shapes(layer), inputs, own));
      values.put(layer.number(), a);
      offset = end;
    }
    return a;
  }

  /** Each neuron's formula with the sum of the others' exponentials, all less the largest z. */
  private static double[] normalized(Softmax softmax, double[] z) {
    double largest = Arrays.stream(z).max().orElseThrow();
    double sum = Arrays.stream(z).map(value -> StrictMath.exp(value - largest)).sum();
    return Arrays.stream(z)
        .map(value -> value - largest)
        .map(
            shifted ->
                Evaluator.evaluate(
                    softmax.value(), Map.of("z", shifted, "r", sum - StrictMath.exp(shifted))))
        .toArray();
  }

  private static double[] activated(LayerModel layer, double[] z) {
    ActivationFormula formula = Activations.of(layer.activation());
    if (formula instanceof Softmax softmax) {
      return normalized(softmax, z);
    }
    return Arrays.stream(z)
        .map(value -> Evaluator.evaluate(formula.value(), Map.of("z", value)))
        .toArray();
  }

  private static List<Shape> shapes(LayerModel layer) {
    return layer.from().stream().map(Value::shape).toList();
  }
}
