package io.github.gradsmith.processor.validate.files;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.Located;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.model.FoundFile;
import io.github.gradsmith.processor.model.NetworkInterface;
import io.github.gradsmith.processor.model.Precision;
import io.github.gradsmith.processor.model.TestVectors;
import io.github.gradsmith.processor.resolve.Parsed;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import io.github.gradsmith.processor.resolve.VectorTensors;
import io.github.gradsmith.processor.validate.rule.FiniteNumbers;
import io.github.gradsmith.processor.validate.rule.Rule;
import io.github.gradsmith.safetensors.DataType;
import io.github.gradsmith.safetensors.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Test vectors stand beside weights or a model, and have the network's inputs and outputs. */
public final class VectorsFit implements Rule {
  /** What rounding leaves of outputs in float, and of those in double, after a few layers. */
  private static final double FLOAT_TOLERANCE = 1e-5;

  private static final double DOUBLE_TOLERANCE = 1e-10;

  /** Numbers of all vectors that are compiled in: 4 MB of float. */
  private static final int MOST = 1 << 20;

  @Override
  public List<Fault> faults(ResolvedNetwork network) {
    return network.declaration().vectors().map(file -> faults(network, file)).orElse(List.of());
  }

  private static List<Fault> faults(ResolvedNetwork network, Located<FoundFile> written) {
    FoundFile file = written.value();
    if (network.declaration().weights().isEmpty() && network.declaration().model().isEmpty()) {
      return List.of(Message.VECTORS_WITHOUT_WEIGHTS.at(written.place(), file.name()));
    }
    if (network.vectors().isEmpty()) {
      return List.of(FilesFound.fault(written));
    }
    Parsed<VectorTensors> vectors = network.vectors().get();
    if (vectors.problem().isPresent()) {
      String problem = vectors.problem().get().getMessage();
      return List.of(Message.WEIGHT_FILE_DAMAGED.at(written.place(), file.name(), problem));
    }
    return network.importedGraph().isPresent() || LayerShapes.areKnown(network)
        ? problem(network, vectors.content().orElseThrow())
            .map(problem -> Message.VECTORS_FORM.at(written.place(), file.name(), problem))
            .stream()
            .toList()
        : List.of();
  }

  private static Optional<String> problem(ResolvedNetwork network, VectorTensors vectors) {
    if (vectors.x().isEmpty() || vectors.y().isEmpty()) {
      return Optional.of("it has the tensors " + vectors.names());
    }
    int inputs = LayerShapes.inputs(network);
    int outputs = LayerShapes.outputs(network);
    Tensor x = vectors.x().get();
    Tensor y = vectors.y().get();
    if (!isMatrix(x, inputs) || !isMatrix(y, outputs) || x.shape()[0] != y.shape()[0]) {
      return Optional.of(
          "x has shape "
              + Arrays.toString(x.shape())
              + " and y "
              + Arrays.toString(y.shape())
              + ", expected [n, "
              + inputs
              + "] and [n, "
              + outputs
              + "] with one n above 0");
    }
    if (vectors.isCoarse()) {
      return Optional.of("y has 16 bits a number, too coarse to compare with, expected F32 or F64");
    }
    if ((long) x.size() + y.size() > MOST) {
      return Optional.of(
          "it holds more than " + MOST + " numbers, which are too many to compile in");
    }
    return FiniteNumbers.problem(network, x).or(() -> FiniteNumbers.problem(network, y));
  }

  private static boolean isMatrix(Tensor tensor, int columns) {
    int[] shape = tensor.shape();
    return shape.length == 2 && shape[0] > 0 && shape[1] == columns;
  }

  /** The vectors of a network without faults. */
  public static Optional<TestVectors> vectors(ResolvedNetwork network) {
    return network.vectors().flatMap(Parsed::content).map(tensors -> vectors(network, tensors));
  }

  private static TestVectors vectors(ResolvedNetwork network, VectorTensors tensors) {
    Tensor x = tensors.x().orElseThrow();
    Tensor y = tensors.y().orElseThrow();
    boolean exact =
        y.dataType() == DataType.F64
            && x.dataType() == DataType.F64
            && network.declaration().interfaces().stream()
                .map(NetworkInterface::precision)
                .allMatch(Precision.DOUBLE::equals);
    return new TestVectors(
        network.declaration().vectors().orElseThrow().value().name(),
        x.toDoubles(),
        y.toDoubles(),
        exact ? DOUBLE_TOLERANCE : FLOAT_TOLERANCE);
  }
}
