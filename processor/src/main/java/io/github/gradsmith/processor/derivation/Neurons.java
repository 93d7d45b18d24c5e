package io.github.gradsmith.processor.derivation;

import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.kernel.lowering.dense.DenseFormulas;
import io.github.gradsmith.processor.layer.OutputDelta;
import io.github.gradsmith.processor.page.Symbols;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
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
  /** A formula in a, z and t at one neuron. */
  static Expr at(Expr formula, LayerPlan layer, Object neuron) {
    return formula.substitute(
        Map.of(
            "a", Expr.variable(Symbols.of("a", layer.number(), neuron)),
            "z", Expr.variable(Symbols.of("z", layer.number(), neuron)),
            "t", Expr.variable(Symbols.target(neuron))));
  }

  /** ∂E/∂z of neuron {@code j}, in the deltas of the layer after it. */
  Expr delta(LayerPlan layer, int j) {
    if (layer.number() == plan.last().number()) {
      return outputDelta(layer, j);
    }
    LayerPlan reader = plan.reader(layer);
    return Expr.product(
        new DenseFormulas(reader).errors(j), at(layer.activation().slope().expression(), layer, j));
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

  /** The derivatives of the loss by all parameters of a layer. */
  List<DenseFormulas.Partial> partials(LayerPlan layer) {
    return new DenseFormulas(layer).partials(j -> fullDelta(layer, j));
  }

  static IntStream neurons(LayerPlan layer) {
    return IntStream.rangeClosed(1, layer.outputs());
  }
}
