package io.github.gradsmith.processor.validate.files;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.Located;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.model.FoundFile;
import io.github.gradsmith.processor.model.NetworkDeclaration;
import io.github.gradsmith.processor.model.NetworkInterface;
import io.github.gradsmith.processor.model.Precision;
import io.github.gradsmith.processor.model.TestVectors;
import io.github.gradsmith.processor.validate.rule.FiniteNumbers;
import io.github.gradsmith.safetensors.DataType;
import io.github.gradsmith.safetensors.Safetensors;
import io.github.gradsmith.safetensors.Tensor;
import io.github.gradsmith.safetensors.TensorInfo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The tensors x and y of a file of test vectors, beside the network that they belong to. */
public final class VectorTensors {
  private static final String INPUTS = "x";
  private static final String OUTPUTS = "y";

  /** What rounding leaves of outputs in float, and of those in double, after a few layers. */
  private static final double FLOAT_TOLERANCE = 1e-5;

  private static final double DOUBLE_TOLERANCE = 1e-10;

  /** Numbers of all vectors that are compiled in: 4 MB of float. */
  private static final int MOST = 1 << 20;

  private final NetworkDeclaration declaration;
  private final Located<FoundFile> file;
  private final Map<String, Tensor> tensors;
  private Map<String, TensorInfo> listing;

  private VectorTensors(NetworkDeclaration declaration, byte[] content) throws IOException {
    this.declaration = declaration;
    this.file = declaration.vectors().orElseThrow();
    tensors = Safetensors.read(new ByteArrayInputStream(content), this::choose).tensors();
  }

  /**
   * Reads the vectors of a file.
   *
   * @throws IOException if it is damaged, or of another form
   */
  public static VectorTensors of(NetworkDeclaration declaration, byte[] content)
      throws IOException {
    return new VectorTensors(declaration, content);
  }

  private Set<String> choose(Map<String, String> metadata, Map<String, TensorInfo> found) {
    listing = found;
    return found.keySet().stream()
        .filter(Set.of(INPUTS, OUTPUTS)::contains)
        .collect(Collectors.toSet());
  }

  List<Fault> faults() {
    List<Located<Integer>> layers = declaration.layers().value();
    int inputs = layers.get(0).value();
    int outputs = layers.get(layers.size() - 1).value();
    Tensor x = tensors.get(INPUTS);
    Tensor y = tensors.get(OUTPUTS);
    return problem(x, y, inputs, outputs)
        .map(problem -> Message.VECTORS_FORM.at(file.place(), file.value().name(), problem))
        .stream()
        .toList();
  }

  private Optional<String> problem(Tensor x, Tensor y, int inputs, int outputs) {
    if (x == null || y == null) {
      return Optional.of("it has the tensors " + listing.keySet());
    }
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
    if (listing.get(OUTPUTS).isHalf()) {
      return Optional.of("y has 16 bits a number, too coarse to compare with, expected F32 or F64");
    }
    if ((long) x.size() + y.size() > MOST) {
      return Optional.of(
          "it holds more than " + MOST + " numbers, which are too many to compile in");
    }
    return FiniteNumbers.problem(declaration, x).or(() -> FiniteNumbers.problem(declaration, y));
  }

  private static boolean isMatrix(Tensor tensor, int columns) {
    int[] shape = tensor.shape();
    return shape.length == 2 && shape[0] > 0 && shape[1] == columns;
  }

  /** The vectors of a file without faults. */
  public TestVectors vectors() {
    Tensor x = tensors.get(INPUTS);
    Tensor y = tensors.get(OUTPUTS);
    boolean exact =
        y.dataType() == DataType.F64
            && x.dataType() == DataType.F64
            && declaration.interfaces().stream()
                .map(NetworkInterface::precision)
                .allMatch(Precision.DOUBLE::equals);
    return new TestVectors(
        file.value().name(),
        x.toDoubles(),
        y.toDoubles(),
        exact ? DOUBLE_TOLERANCE : FLOAT_TOLERANCE);
  }
}
