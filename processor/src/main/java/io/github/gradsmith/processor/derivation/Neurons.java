package io.github.gradsmith.processor.derivation;

import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.layer.OutputDelta;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The formulas of a network neuron by neuron, in the lecture's letters.
 *
 * @param plan the network
 */
record Neurons(NetworkPlan plan) {
  /** A derivative of the loss by one parameter. */
  record Partial(String parameter, Expr formula) {}

  /** A formula in a, z and t at one neuron. */
  static Expr at(Expr formula, LayerPlan layer, Object neuron) {
    return formula.substitute(
        Map.of(
            "a", Expr.variable(Symbols.of("a", layer.number(), neuron)),
            "z", Expr.variable(Symbols.of("z", layer.number(), neuron)),
            "t", Expr.variable(Symbols.target(neuron))));
  }

  /** The weighted sum of neuron {@code j}. */
  Expr weightedSum(LayerPlan layer, int j) {
    List<Expr> terms = new ArrayList<>();
    for (int i = 1; i <= layer.inputs(); i++) {
      terms.add(Expr.product(input(layer, i), weight(layer, i, j)));
    }
    terms.add(Expr.variable(Symbols.of("b", layer.number(), j)));
    return Expr.sum(terms);
  }

  /** ∂E/∂z of neuron {@code j}, in the deltas of the layer after it. */
  Expr delta(LayerPlan layer, int j) {
    if (layer.number() == plan.last().number()) {
      return outputDelta(layer, j);
    }
    LayerPlan after = plan.layers().get(layer.number() - 1);
    List<Expr> terms =
        neurons(after)
            .mapToObj(
                k ->
                    Expr.product(
                        Expr.variable(Symbols.of("\\delta", after.number(), k)),
                        weight(after, j, k)))
            .toList();
    return Expr.product(Expr.sum(terms), at(layer.activation().slope().expression(), layer, j));
  }

  /** The same with the deltas of the outputs put in. */
  private Expr fullDelta(LayerPlan layer, int j) {
    LayerPlan last = plan.last();
    Map<String, Expr> outputs = new HashMap<>();
    neurons(last)
        .forEach(k -> outputs.put(Symbols.of("\\delta", last.number(), k), outputDelta(last, k)));
    return delta(layer, j).substitute(outputs);
  }

  private Expr outputDelta(LayerPlan layer, int j) {
    if (plan.output().delta() instanceof OutputDelta.Coupled coupled) {
      Expr sum = Expr.sum(neurons(layer).mapToObj(k -> at(coupled.summand(), layer, k)).toList());
      Expr shared = Expr.product(at(coupled.share(), layer, j), sum);
      return Expr.sum(shared, at(coupled.direct(), layer, j));
    }
    return at(((OutputDelta.Elementwise) plan.output().delta()).delta(), layer, j);
  }

  /** All of a layer: the weights, row by row, then the biases. */
  List<Partial> partials(LayerPlan layer) {
    List<Partial> partials = new ArrayList<>();
    for (int i = 1; i <= layer.inputs(); i++) {
      for (int j = 1; j <= layer.outputs(); j++) {
        Expr formula = Expr.product(fullDelta(layer, j), input(layer, i));
        partials.add(new Partial(Symbols.weight(layer.number(), i, j), formula));
      }
    }
    neurons(layer)
        .forEach(
            j ->
                partials.add(new Partial(Symbols.of("b", layer.number(), j), fullDelta(layer, j))));
    return partials;
  }

  static IntStream neurons(LayerPlan layer) {
    return IntStream.rangeClosed(1, layer.outputs());
  }

  private static Expr input(LayerPlan layer, int i) {
    return Expr.variable(Symbols.input(layer.number(), i));
  }

  private static Expr weight(LayerPlan layer, int i, int j) {
    return Expr.variable(Symbols.weight(layer.number(), i, j));
  }
}
