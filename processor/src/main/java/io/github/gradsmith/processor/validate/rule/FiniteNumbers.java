package io.github.gradsmith.processor.validate.rule;

import io.github.gradsmith.processor.model.NetworkInterface;
import io.github.gradsmith.processor.model.Precision;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import io.github.gradsmith.safetensors.Tensor;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Which numbers of a file a network can hold: those that are finite in its precision. */
public final class FiniteNumbers {
  private FiniteNumbers() {}

  /** Where the first other number is, of those from one place up to another. */
  public static OptionalInt firstOther(ResolvedNetwork network, double[] values, int from, int to) {
    boolean floats = areFloats(network);
    return IntStream.range(from, to)
        .filter(i -> !Double.isFinite(floats ? (float) values[i] : values[i]))
        .findFirst();
  }

  /** What is wrong with a tensor: the first number that the network cannot hold. */
  public static Optional<String> problem(ResolvedNetwork network, Tensor tensor) {
    double[] values = tensor.toDoubles();
    OptionalInt other = firstOther(network, values, 0, values.length);
    if (other.isEmpty()) {
      return Optional.empty();
    }
    double value = values[other.getAsInt()];
    return Optional.of(
        tensor.name()
            + " holds "
            + value
            + " at "
            + index(other.getAsInt(), tensor.shape())
            + ", but its numbers must be finite"
            + (Double.isFinite(value) ? " in the range of float" : ""));
  }

  /** Whether the network computes in floats, or might: it extends an interface of them. */
  public static boolean areFloats(ResolvedNetwork network) {
    return network.declaration().interfaces().stream()
        .map(NetworkInterface::precision)
        .anyMatch(Precision.FLOAT::equals);
  }

  /** The number of an element in a vector, its row and column in a matrix. */
  public static String index(int i, int... shape) {
    return shape.length == 2 ? "[" + i / shape[1] + ", " + i % shape[1] + "]" : "[" + i + "]";
  }
}
