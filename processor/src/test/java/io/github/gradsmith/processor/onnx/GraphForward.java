package io.github.gradsmith.processor.onnx;

import io.github.gradsmith.processor.kind.registry.LayerKinds;
import io.github.gradsmith.processor.kind.registry.Layers;
import io.github.gradsmith.processor.model.LayerModel;
import io.github.gradsmith.processor.model.ModelImport;
import io.github.gradsmith.processor.model.Shape;
import io.github.gradsmith.processor.model.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What an imported graph computes by the definitions of its kinds, without being generated. */
final class GraphForward {
  private final ModelImport.Graph graph;
  private final List<LayerModel> layers = new ArrayList<>();

  GraphForward(ModelImport.Graph graph) {
    this.graph = graph;
    for (ModelImport.Layer layer : graph.layers()) {
      List<Value> from =
          layer.from().stream()
              .map(n -> n == 1 ? new Value(1, graph.input()) : layers.get(n - 2).value())
              .toList();
      layers.add(Layers.of(layers.size() + 2, layer.choice(), from));
    }
  }

  /** The outputs of rows one after another, of a chain or a graph. */
  static double[] rows(ModelImport made, double[] inputs) {
    return made instanceof ModelImport.Network network
        ? new PlainForward(network).rows(inputs)
        : new GraphForward((ModelImport.Graph) made).rows(inputs);
  }

  /** Each parameter and each statistic belongs to a layer. */
  void requireAllTensors() {
    long parameters = layers.stream().mapToLong(LayerModel::parameterCount).sum();
    long statistics = layers.stream().mapToLong(GraphForward::statistics).sum();
    if (parameters != graph.parameters().length || statistics != graph.statistics().length) {
      throw new AssertionError(parameters + " parameters, " + statistics + " statistics");
    }
  }

  private static long statistics(LayerModel layer) {
    return layer.statistics().stream().mapToLong(tensor -> tensor.shape().numbers()).sum();
  }

  private double[] rows(double[] inputs) {
    requireAllTensors();
    int width = (int) graph.input().numbers();
    int outputs = layers.get(layers.size() - 1).outputs();
    double[] all = new double[inputs.length / width * outputs];
    for (int s = 0; s * width < inputs.length; s++) {
      double[] row = row(Arrays.copyOfRange(inputs, s * width, (s + 1) * width));
      System.arraycopy(row, 0, all, s * outputs, outputs);
    }
    return all;
  }

  private double[] row(double[] input) {
    List<double[]> values = new ArrayList<>(List.of(input));
    int parameter = 0;
    int statistic = 0;
    for (LayerModel layer : layers) {
      List<Shape> shapes = layer.from().stream().map(Value::shape).toList();
      List<double[]> inputs =
          layer.from().stream().map(value -> values.get(value.layer() - 1)).toList();
      int count = (int) layer.parameterCount();
      int adapted = (int) statistics(layer);
      double[] own =
          adapted > 0
              ? Arrays.copyOfRange(graph.statistics(), statistic, statistic + adapted)
              : Arrays.copyOfRange(graph.parameters(), parameter, parameter + count);
      parameter += count;
      statistic += adapted;
      double[] z = LayerKinds.of(layer.choice()).evaluate(shapes, inputs, own);
      values.add(activated(layer, z));
    }
    return values.get(values.size() - 1);
  }

  /** Softmax goes over the last dimension. */
  private static double[] activated(LayerModel layer, double[] z) {
    int n = layer.shape().last();
    double[] a = new double[z.length];
    for (int row = 0; row < z.length; row += n) {
      double[] part =
          PlainForward.activated(layer.activation(), Arrays.copyOfRange(z, row, row + n));
      System.arraycopy(part, 0, a, row, n);
    }
    return a;
  }
}
