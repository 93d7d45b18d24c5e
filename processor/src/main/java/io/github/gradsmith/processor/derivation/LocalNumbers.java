package io.github.gradsmith.processor.derivation;

import io.github.gradsmith.processor.plan.NetworkPlan;

/**
 * The numbers of the local derivatives: the loss by the outputs, a layer by the one before, a layer
 * by its weights. A network of a single layer of weights has no second kind.
 *
 * @param plan the network
 */
record LocalNumbers(NetworkPlan plan) {
  String loss() {
    return "①";
  }

  String layer() {
    return "②";
  }

  String weights() {
    return hasHidden() ? "③" : "②";
  }

  /** Those that go by way of z. */
  String behindZ() {
    return hasHidden() ? layer() + " and " + weights() : weights();
  }

  boolean hasHidden() {
    return plan.layers().size() > 1;
  }
}
