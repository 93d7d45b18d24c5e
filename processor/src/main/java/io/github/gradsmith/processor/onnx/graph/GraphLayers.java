package io.github.gradsmith.processor.onnx.graph;

import io.github.gradsmith.Initializer;
import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.LayerChoice;
import io.github.gradsmith.processor.model.ModelImport;
import io.github.gradsmith.processor.onnx.proto.OnnxException;
import io.github.gradsmith.processor.onnx.value.Constant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

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
    List<Constant> parts = new ArrayList<>();
    for (Block block : blocks.subList(1, blocks.size())) {
      Operation.Dense dense = (Operation.Dense) block.operation();
      parts.add(dense.weights());
      parts.add(row(dense.biases().orElse(new double[dense.units()])));
    }
    return new ModelImport.Network(widths, activations, joined(parts), label);
  }

  private ModelImport graph(String inputName, Optional<String> label) {
    List<ModelImport.Layer> layers = new ArrayList<>();
    List<Constant> parameters = new ArrayList<>();
    List<Constant> statistics = new ArrayList<>();
    String input = name(Optional.of(inputName).filter(Names::isName)).orElse("input");
    for (int i = 1; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      List<Integer> from =
          block.sources().stream().map(source -> blocks.indexOf(source) + 1).toList();
      layers.add(new ModelImport.Layer(name(block.name()), choice(block), from));
      if (block.operation() instanceof Operation.Dense dense) {
        parameters.add(dense.weights());
        dense.biases().ifPresent(biases -> parameters.add(row(biases)));
      } else if (block.operation() instanceof Operation.Layer layer) {
        boolean adapts = layer.choice() instanceof LayerChoice.Normalization;
        (adapts ? statistics : parameters).add(row(layer.parameters()));
      }
    }
    return new ModelImport.Graph(
        input,
        blocks.get(0).shape(),
        layers,
        joined(parameters),
        joined(statistics),
        blocks.get(blocks.size() - 1).numbers(),
        label);
  }

  /** Into one array of the right size: a large model leaves no room for more. */
  private static double[] joined(List<Constant> parts) {
    double[] all = new double[parts.stream().mapToInt(Constant::count).sum()];
    int at = 0;
    for (Constant part : parts) {
      part.copyTo(all, at);
      at += part.count();
    }
    return all;
  }

  private static Constant row(double[] numbers) {
    return Constant.row(numbers, Constant.Kind.DOUBLE);
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
