package io.github.gradsmith;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One layer of a {@link Topology}, the input among them. Immutable. */
public final class TopologyLayer {
  private final String name;
  private final String kind;
  private final List<String> from;
  private final int[] shape;
  private final String activation;
  private final List<ParameterTensor> parameters;

  TopologyLayer(
      String name,
      String kind,
      List<String> from,
      int[] shape,
      String activation,
      List<ParameterTensor> parameters) {
    this.name = name;
    this.kind = kind;
    this.from = from;
    this.shape = shape;
    this.activation = activation;
    this.parameters = parameters;
  }

  /** The same with one more tensor of parameters. */
  TopologyLayer with(ParameterTensor parameter) {
    List<ParameterTensor> more = new ArrayList<>(parameters);
    more.add(parameter);
    return new TopologyLayer(name, kind, from, shape, activation, List.copyOf(more));
  }

  /**
   * The name: {@code layer2} of a chain, whose input is {@code layer1}, or the constant of an enum.
   */
  public String name() {
    return name;
  }

  /** What it computes: {@code INPUT}, {@code DENSE}, {@code LAYER_NORM} and so on. */
  public String kind() {
    return kind;
  }

  /** The names of the layers whose values it reads; none for the input. */
  public List<String> from() {
    return from;
  }

  /** The shape of its values for one sample, {30} for 30 neurons; a copy. */
  public int[] shape() {
    return shape.clone();
  }

  /**
   * The activation, by the name of its {@link Activation} or its formula; {@code IDENTITY} for the
   * input.
   */
  public String activation() {
    return activation;
  }

  /** Its tensors in the order of the flat parameters; none for the input. */
  public List<ParameterTensor> parameters() {
    return parameters;
  }

  /** Such as {@code layer2 DENSE [30] SIGMOID}. */
  @Override
  public String toString() {
    return name + " " + kind + " " + Arrays.toString(shape) + " " + activation;
  }
}
