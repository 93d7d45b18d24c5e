package io.github.gradsmith.processor.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What was made of a model file. */
public sealed interface ModelImport {
  /**
   * What stands behind each layer, of the last one behind the network; nothing if there is none.
   */
  default List<ActivationChoice> activations() {
    return List.of();
  }

  /** Its parameters, flat, layer by layer; nothing if there is no network. */
  default Optional<double[]> flatParameters() {
    return Optional.empty();
  }

  /** The node that finds the place of the largest output, if the model ends in one. */
  default Optional<String> label() {
    return Optional.empty();
  }

  /**
   * A chain of dense layers.
   *
   * @param widths neurons per layer, input first
   * @param activations one for each layer after the input
   * @param parameters flat, layer by layer, weights [out][in] before biases
   * @param label the node behind the output that finds the place of the largest, if there is one;
   *     it is left out
   */
  record Network(
      List<Integer> widths,
      List<ActivationChoice> activations,
      double[] parameters,
      Optional<String> label)
      implements ModelImport {
    public Network {
      widths = List.copyOf(widths);
      activations = List.copyOf(activations);
    }

    @Override
    public Optional<double[]> flatParameters() {
      return Optional.of(parameters);
    }

    public Network(List<Integer> widths, List<ActivationChoice> activations, double[] parameters) {
      this(widths, activations, parameters, Optional.empty());
    }
  }

  /**
   * A network that is no chain.
   *
   * @param inputName what the input is called
   * @param input its shape
   * @param layers layers 2 to L, each after those that it reads; the last gives the output
   * @param parameters flat, in the order of the layers
   * @param statistics of layers that take them from data, likewise
   * @param outputs how many numbers it gives
   * @param label as for a chain
   */
  record Graph(
      String inputName,
      Shape input,
      List<Layer> layers,
      double[] parameters,
      double[] statistics,
      int outputs,
      Optional<String> label)
      implements ModelImport {
    public Graph {
      layers = List.copyOf(layers);
    }

    /** Parameters, then statistics: as they are compiled in. */
    @Override
    public Optional<double[]> flatParameters() {
      double[] all = Arrays.copyOf(parameters, parameters.length + statistics.length);
      System.arraycopy(statistics, 0, all, parameters.length, statistics.length);
      return Optional.of(all);
    }

    @Override
    public List<ActivationChoice> activations() {
      return layers.stream().map(layer -> layer.choice().activation()).toList();
    }
  }

  /**
   * A layer of a graph.
   *
   * @param name what the model calls it, if that can be a name
   * @param choice its kind, with its activation
   * @param from the numbers of the values that it reads; 1 is the input
   */
  record Layer(Optional<String> name, LayerChoice choice, List<Integer> from) {
    public Layer {
      from = List.copyOf(from);
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
