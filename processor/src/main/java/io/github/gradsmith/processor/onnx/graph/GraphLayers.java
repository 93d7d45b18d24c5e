package io.github.gradsmith.processor.onnx.graph;

import io.github.gradsmith.Initializer;
import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.LayerChoice;
import io.github.gradsmith.processor.model.ModelImport;
import io.github.gradsmith.processor.onnx.proto.OnnxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** The layers that blocks are. */
final class GraphLayers {
  private final List<Block> blocks;
  private final Set<String> taken = new HashSet<>();

  private GraphLayers(List<Block> blocks) {
    this.blocks = blocks;
  }

  /**
   * The network of blocks in order, the input first; a chain where it is one.
   *
   * @param inputName what the model calls its input
   * @param label the node that finds the place of the largest output, if one does
   */
  static ModelImport network(List<Block> blocks, String inputName, Optional<String> label)
      throws OnnxException {
    boolean learns = blocks.stream().anyMatch(GraphLayers::hasParameters);
    if (!learns || !(blocks.get(0).operation() instanceof Operation.Input)) {
      throw OnnxException.unsupported(
          "the output comes from no layer; supported is at least one Gemm or MatMul between input"
              + " and output");
    }
    for (int i = 1; i < blocks.size(); i++) {
      requireLast(blocks.get(i), i == blocks.size() - 1);
    }
    return isChain(blocks) ? chain(blocks, label) : new GraphLayers(blocks).graph(inputName, label);
  }

  private static boolean hasParameters(Block block) {
    return block.operation() instanceof Operation.Dense
        || block.operation() instanceof Operation.Layer layer
            && layer.parameters().length > 0
            && !(layer.choice() instanceof LayerChoice.Normalization);
  }

  private static boolean isChain(List<Block> blocks) {
    for (int i = 1; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      if (!(block.operation() instanceof Operation.Dense)
          || block.source() != blocks.get(i - 1)
          || block.shape().sizes().size() > 1) {
        return false;
      }
    }
    return blocks.get(0).shape().sizes().size() == 1;
  }

  private static ModelImport chain(List<Block> blocks, Optional<String> label) {
    List<Integer> widths = blocks.stream().map(Block::numbers).toList();
    List<ActivationChoice> activations = blocks.stream().skip(1).map(Block::activation).toList();
    double[] parameters =
        blocks.stream()
            .skip(1)
            .map(block -> (Operation.Dense) block.operation())
            .flatMap(
                dense ->
                    Stream.of(dense.weights(), dense.biases().orElse(new double[dense.units()])))
            .flatMapToDouble(DoubleStream::of)
            .toArray();
    return new ModelImport.Network(widths, activations, parameters, label);
  }

  private ModelImport graph(String inputName, Optional<String> label) {
    List<ModelImport.Layer> layers = new ArrayList<>();
    DoubleStream.Builder parameters = DoubleStream.builder();
    DoubleStream.Builder statistics = DoubleStream.builder();
    String input = name(Optional.of(inputName).filter(Names::isName)).orElse("input");
    for (int i = 1; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      List<Integer> from =
          block.sources().stream().map(source -> blocks.indexOf(source) + 1).toList();
      layers.add(new ModelImport.Layer(name(block.name()), choice(block), from));
      if (block.operation() instanceof Operation.Dense dense) {
        DoubleStream.of(dense.weights()).forEach(parameters);
        dense.biases().ifPresent(biases -> DoubleStream.of(biases).forEach(parameters));
      } else if (block.operation() instanceof Operation.Layer layer) {
        boolean adapts = layer.choice() instanceof LayerChoice.Normalization;
        DoubleStream.of(layer.parameters()).forEach(adapts ? statistics : parameters);
      }
    }
    return new ModelImport.Graph(
        input,
        blocks.get(0).shape(),
        layers,
        parameters.build().toArray(),
        statistics.build().toArray(),
        blocks.get(blocks.size() - 1).numbers(),
        label);
  }

  private Optional<String> name(Optional<String> wanted) {
    return wanted.filter(name -> taken.add(name.toLowerCase(Locale.ROOT)));
  }

  private static void requireLast(Block block, boolean isLast) throws OnnxException {
    ActivationChoice activation =
        block.operation() instanceof Operation.Function function
            ? function.activation()
            : block.activation();
    boolean couples =
        activation instanceof ActivationChoice.Named named
            && named.constant().name().endsWith("SOFTMAX");
    if (couples && !isLast) {
      throw OnnxException.unsupported(
          "%s: a layer after %s, which is supported in the last layer only",
          block.origin(), activation.text());
    }
  }

  private static LayerChoice choice(Block block) {
    if (block.operation() instanceof Operation.Dense dense) {
      return new LayerChoice.Dense(
          dense.units(), dense.biases().isPresent(), block.activation(), Initializer.AUTO);
    }
    if (block.operation() instanceof Operation.Function function) {
      return new LayerChoice.Elementwise(function.activation());
    }
    LayerChoice choice = ((Operation.Layer) block.operation()).choice();
    if (choice instanceof LayerChoice.Add) {
      return new LayerChoice.Add(block.activation());
    }
    return choice instanceof LayerChoice.Multiply
        ? new LayerChoice.Multiply(block.activation())
        : choice;
  }
}
