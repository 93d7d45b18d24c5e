package io.github.gradsmith.processor.onnx.value;

import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.ModelImport;
import java.util.ArrayList;
import java.util.List;

/**
 * A linear layer as it is read.
 *
 * @param weights a row for each neuron
 * @param biases one for each neuron
 */
public record Layer(Constant weights, double[] biases) {
  public int inputs() {
    return weights.dims()[1];
  }

  public int outputs() {
    return weights.dims()[0];
  }

  /** The network that layers are one after another. */
  public static ModelImport.Network network(
      List<Layer> layers, List<ActivationChoice> activations) {
    List<Integer> widths = new ArrayList<>();
    widths.add(layers.get(0).inputs());
    layers.forEach(layer -> widths.add(layer.outputs()));
    return new ModelImport.Network(widths, activations, parameters(layers));
  }

  /** Into one array of the right size: a large model leaves no room for more. */
  private static double[] parameters(List<Layer> layers) {
    int count =
        layers.stream().mapToInt(layer -> layer.weights.count() + layer.biases.length).sum();
    double[] parameters = new double[count];
    int at = 0;
    for (Layer layer : layers) {
      layer.weights.copyTo(parameters, at);
      at += layer.weights.count();
      System.arraycopy(layer.biases, 0, parameters, at, layer.biases.length);
      at += layer.biases.length;
    }
    return parameters;
  }

  /** By rows of one for each neuron, or of one for each input. */
  public static Layer of(Constant matrix, boolean rowForEachNeuron) {
    Constant weights = rowForEachNeuron ? matrix : matrix.transposed();
    return new Layer(weights, new double[weights.dims()[0]]);
  }

  /** What is added after the weighted sums belongs to the biases. */
  public void add(double[] row, double factor) {
    for (int j = 0; j < biases.length; j++) {
      biases[j] += factor * row[j];
    }
  }
}
