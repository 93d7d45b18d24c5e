package io.github.gradsmith.processor.model;

import java.util.List;

/** What was made of a model file. */
public sealed interface ModelImport {
  /**
   * A network.
   *
   * @param widths neurons per layer, input first
   * @param activations one for each layer after the input
   * @param parameters flat, layer by layer, weights [out][in] before biases
   */
  record Network(List<Integer> widths, List<ActivationChoice> activations, double[] parameters)
      implements ModelImport {
    public Network {
      widths = List.copyOf(widths);
      activations = List.copyOf(activations);
    }
  }

  /**
   * The file is not a valid model.
   *
   * @param reason what is wrong
   */
  record Damaged(String reason) implements ModelImport {}

  /**
   * The model has something that no network here has.
   *
   * @param reason what, and what is supported
   */
  record Refused(String reason) implements ModelImport {}
}
