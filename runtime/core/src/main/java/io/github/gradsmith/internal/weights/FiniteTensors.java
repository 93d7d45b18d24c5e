package io.github.gradsmith.internal.weights;

import io.github.gradsmith.ParameterTensor;
import io.github.gradsmith.Topology;
import io.github.gradsmith.WeightsException;
import io.github.gradsmith.safetensors.DataType;
import io.github.gradsmith.safetensors.Tensor;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.IntToDoubleFunction;

/**
 * Refuses NaN and infinities where numbers of a network go into a file or come out of one: a
 * network that holds one computes NaN sooner or later. The first one is named, with its tensor and
 * its place in that, {@code [out, in]} of weights.
 *
 * <p>{@code -Dgradsmith.allowNonFinite=true} lets them pass, both ways. A finite number that is
 * beyond the range of {@code float} is no such number: a network of floats refuses it even then.
 */
public final class FiniteTensors {
  private static final String ALLOW = "gradsmith.allowNonFinite";

  private FiniteTensors() {}

  /**
   * Demands that tensors may be written.
   *
   * @throws WeightsException if one of them holds a number that is not finite
   */
  public static void requireWritable(Collection<Tensor> tensors) throws WeightsException {
    for (Tensor tensor : tensors) {
      int first = firstNotFinite(values(tensor), 0, tensor.size());
      if (first < tensor.size()) {
        double value = values(tensor).applyAsDouble(first);
        throw notWritten(tensor.name(), value, index(first, tensor.shape()));
      }
    }
  }

  /**
   * Demands that the flat parameters of a network may be written.
   *
   * @throws WeightsException if one of them is not finite
   */
  public static void requireWritable(Topology topology, float[] parameters)
      throws WeightsException {
    requireWritable(topology, i -> parameters[i]);
  }

  /** As {@link #requireWritable(Topology, float[])}. */
  public static void requireWritable(Topology topology, double[] parameters)
      throws WeightsException {
    requireWritable(topology, i -> parameters[i]);
  }

  private static void requireWritable(Topology topology, IntToDoubleFunction parameters)
      throws WeightsException {
    for (ParameterTensor tensor : topology.parameters()) {
      int end = tensor.offset() + tensor.size();
      int first = firstNotFinite(parameters, tensor.offset(), end);
      if (first < end) {
        double value = parameters.applyAsDouble(first);
        throw notWritten(tensor.name(), value, Arrays.toString(tensor.index(first)));
      }
    }
  }

  /**
   * Demands that a network of floats may take the values of a tensor.
   *
   * @throws WeightsException if it holds a number that is not finite, or too large for a float
   */
  static void requireFloats(Tensor tensor) throws WeightsException {
    IntToDoubleFunction values = values(tensor);
    for (int i = 0; i < tensor.size(); i++) {
      double value = values.applyAsDouble(i);
      if (Double.isFinite(value) && Float.isInfinite((float) value)) {
        throw new WeightsException(holds(tensor, value, i) + ", too large for a float");
      }
      if (!Double.isFinite(value) && !areAllowed()) {
        throw notLoaded(tensor, value, i);
      }
    }
  }

  /**
   * Demands that a network of doubles may take the values of a tensor.
   *
   * @throws WeightsException if it holds a number that is not finite
   */
  static void requireDoubles(Tensor tensor) throws WeightsException {
    IntToDoubleFunction values = values(tensor);
    int first = firstNotFinite(values, 0, tensor.size());
    if (first < tensor.size()) {
      throw notLoaded(tensor, values.applyAsDouble(first), first);
    }
  }

  /**
   * Demands that no value of a tensor is below 0.
   *
   * @throws WeightsException if one is
   */
  static void requireNotNegative(Tensor tensor) throws WeightsException {
    IntToDoubleFunction values = values(tensor);
    for (int i = 0; i < tensor.size(); i++) {
      double value = values.applyAsDouble(i);
      if (value < 0) {
        throw new WeightsException(
            holds(tensor, value, i)
                + ", but it is made of squares, which are 0 or more. Take another state of the"
                + " training, or the parameters alone");
      }
    }
  }

  /** Without a copy of floats as doubles. */
  private static IntToDoubleFunction values(Tensor tensor) {
    if (tensor.dataType() == DataType.F32) {
      float[] floats = tensor.toFloats();
      return i -> floats[i];
    }
    double[] doubles = tensor.toDoubles();
    return i -> doubles[i];
  }

  /** The place of the first number that may not pass; {@code to} if all may. */
  private static int firstNotFinite(IntToDoubleFunction values, int from, int to) {
    if (areAllowed()) {
      return to;
    }
    int i = from;
    while (i < to && Double.isFinite(values.applyAsDouble(i))) {
      i++;
    }
    return i;
  }

  private static boolean areAllowed() {
    return Boolean.getBoolean(ALLOW);
  }

  private static WeightsException notWritten(String tensor, double value, String index) {
    return new WeightsException(
        "nothing is written: "
            + tensor
            + " holds "
            + value
            + at(index)
            + ", but numbers in a file must be finite. Has the training diverged? Go back to an"
            + " earlier state and take a smaller learning rate, or write it nevertheless with -D"
            + ALLOW
            + "=true");
  }

  private static WeightsException notLoaded(Tensor tensor, double value, int i) {
    return new WeightsException(
        holds(tensor, value, i)
            + ", but numbers of a network must be finite. Take another state of it, or load it"
            + " nevertheless with -D"
            + ALLOW
            + "=true");
  }

  private static String holds(Tensor tensor, double value, int i) {
    return "tensor " + tensor.name() + " holds " + value + at(index(i, tensor.shape()));
  }

  private static String at(String index) {
    return index.isEmpty() ? "" : " at " + index;
  }

  /** The place of a number in each dimension, as {@code [row, column]}; none of a single one. */
  private static String index(int i, int[] shape) {
    if (shape.length == 0) {
      return "";
    }
    int[] index = new int[shape.length];
    int rest = i;
    for (int dimension = shape.length - 1; dimension >= 0; dimension--) {
      index[dimension] = rest % shape[dimension];
      rest /= shape[dimension];
    }
    return Arrays.toString(index);
  }
}
