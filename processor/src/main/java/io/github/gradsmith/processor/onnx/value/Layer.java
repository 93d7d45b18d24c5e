package io.github.gradsmith.processor.onnx.value;

import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.ModelImport;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

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
    double[] parameters =
        layers.stream()
            .flatMap(layer -> Stream.of(layer.weights.values(), layer.biases))
            .flatMapToDouble(DoubleStream::of)
            .toArray();
    return new ModelImport.Network(widths, activations, parameters);
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
