package io.github.gradsmith;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One layer of a {@link Topology}, the input among them. Immutable. */
public final class TopologyLayer {
  private final String name;
  private final String kind;
  private final List<String> from;
  private final int[] shape;
  private final String activation;
  private final List<ParameterTensor> parameters;
  private final Map<String, Double> attributes;

  TopologyLayer(
      String name,
      String kind,
      List<String> from,
      int[] shape,
      String activation,
      List<ParameterTensor> parameters,
      Map<String, Double> attributes) {
    this.name = name;
    this.kind = kind;
    this.from = from;
    this.shape = shape;
    this.activation = activation;
    this.parameters = parameters;
    this.attributes = attributes;
  }

  /** The same with one more tensor of parameters. */
  TopologyLayer with(ParameterTensor parameter) {
    List<ParameterTensor> more = new ArrayList<>(parameters);
    more.add(parameter);
    return new TopologyLayer(name, kind, from, shape, activation, List.copyOf(more), attributes);
  }

  /** The same with one more attribute. */
  TopologyLayer with(String attribute, double value) {
    Map<String, Double> more = new TreeMap<>(attributes);
    more.put(attribute, value);
    return new TopologyLayer(
        name, kind, from, shape, activation, parameters, Collections.unmodifiableMap(more));
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

  /**
   * What else its annotation says, by the names there: {@code begin}, {@code end} and {@code axis}
   * of {@code SLICE}, {@code epsilon} of {@code LAYER_NORM} and so on. Axes count from 0.
   */
  public Map<String, Double> attributes() {
    return attributes;
  }

  /** Such as {@code layer2 DENSE [30] SIGMOID}. */
  @Override
  public String toString() {
    return name + " " + kind + " " + Arrays.toString(shape) + " " + activation;
  }
}
