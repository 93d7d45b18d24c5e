package io.github.gradsmith.processor.random;

import java.util.List;

/** What a network computes, in plain loops on doubles. */
interface Reference {
  /** That of {@code network} with these parameters. */
  static Reference of(NetworkDescription network, double[] parameters) {
    return network.isGraph()
        ? new GraphReference(network, parameters)
        : new ReferenceNetwork(network, parameters);
  }

  /** One sample forward, and its loss. */
  Pass pass(double[] x, double[] t, Arithmetic arithmetic);

  /** Adds the gradient of a sample to {@code gradient}, in the order of the parameters. */
  void addGradient(Pass pass, double[] gradient, Arithmetic arithmetic);

  /** Numbers of each tensor of parameters, in their order. */
  List<Integer> tensors();

  /** Numbers of all parameters. */
  default int parameterCount() {
    return tensors().stream().mapToInt(Integer::intValue).sum();
  }
}
