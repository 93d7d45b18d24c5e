package io.github.gradsmith.processor.derivation;

import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import java.util.ArrayList;
import java.util.List;

/**
 * What a page calls the activations: σ, tanh, relu, and f with a layer's number for a formula
 * without a name.
 *
 * @param plan the network
 */
record ActivationSymbols(NetworkPlan plan) {
  /** The first layer of each activation there is. */
  List<LayerPlan> distinct() {
    List<LayerPlan> layers = new ArrayList<>();
    for (LayerPlan layer : plan.layers()) {
      if (first(layer).number() == layer.number()) {
        layers.add(layer);
      }
    }
    return layers;
  }

  private LayerPlan first(LayerPlan layer) {
    return plan.layers().stream()
        .filter(other -> other.activation().equals(layer.activation()))
        .findFirst()
        .orElseThrow();
  }

  /** The function's name in LaTeX. */
  String name(LayerPlan layer) {
    String symbol = layer.activation().symbol();
    if (symbol.isEmpty()) {
      return "f_{" + first(layer).number() + "}";
    }
    return switch (symbol) {
      case "σ" -> "\\sigma";
      case "tanh" -> "\\tanh";
      default -> "\\mathop{\\mathrm{" + symbol + "}}";
    };
  }

  /** The function of an argument. */
  String applied(LayerPlan layer, String argument) {
    return argument.length() == 1
        ? name(layer) + "(" + argument + ")"
        : name(layer) + "\\left(" + argument + "\\right)";
  }
}
