package io.github.gradsmith;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableList;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What a generated network is: its layers, its parameters in their order, its kinds and its cost.
 * Immutable.
 *
 * <p>The layers of {@code layers = {784, 30, 10}} are {@code layer1}, the input, and the dense
 * layers {@code layer2} and {@code layer3}, each of which reads the one before it.
 */
public final class Topology {
  private final boolean isChain;
  private final List<TopologyLayer> layers;
  private final List<ParameterTensor> parameters;
  private final List<String> activations;
  private final String loss;
  private final String optimizer;
  private final String kernels;
  private final NetworkCost cost;

  private Topology(Builder builder) {
    isChain = builder.graph.isEmpty();
    layers = isChain ? chain(builder.layers, builder.activations) : List.copyOf(builder.graph);
    parameters =
        layers.stream().flatMap(layer -> layer.parameters().stream()).collect(toUnmodifiableList());
    activations =
        layers.stream().skip(1).map(TopologyLayer::activation).collect(toUnmodifiableList());
    loss = builder.loss;
    optimizer = builder.optimizer;
    kernels = builder.kernels;
    cost = new NetworkCost(builder);
  }

  /** Dense layers one after the other; here the order of all parameters is decided. */
  private static List<TopologyLayer> chain(int[] widths, String[] activations) {
    List<TopologyLayer> layers = new ArrayList<>();
    int offset = 0;
    for (int i = 0; i < widths.length; i++) {
      String name = "layer" + (i + 1);
      int[] shape = {widths[i]};
      if (i == 0) {
        layers.add(layer(name, "INPUT", List.of(), shape, "IDENTITY", List.of()));
        continue;
      }
      ParameterTensor weight =
          new ParameterTensor(name + ".weight", offset, widths[i], widths[i - 1]);
      ParameterTensor bias = new ParameterTensor(name + ".bias", offset + weight.size(), widths[i]);
      offset = bias.offset() + bias.size();
      layers.add(
          layer(
              name,
              "DENSE",
              List.of("layer" + i),
              shape,
              activations[i - 1],
              List.of(weight, bias)));
    }
    return List.copyOf(layers);
  }

  private static TopologyLayer layer(
      String name,
      String kind,
      List<String> from,
      int[] shape,
      String activation,
      List<ParameterTensor> parameters) {
    return new TopologyLayer(name, kind, from, shape, activation, parameters, Map.of());
  }

  /** Collects the values of a topology; called by generated code. */
  public static Builder builder() {
    return new Builder();
  }

  /** The layers in the order in which they are computed, the input first, the output last. */
  public List<TopologyLayer> layers() {
    return layers;
  }

  /**
   * The tensors of all parameters in the flat order of {@link FloatPredictor#getParameters}, which
   * is also that of files: layer by layer, weights before biases.
   */
  public List<ParameterTensor> parameters() {
    return parameters;
  }

  /**
   * The tensor that holds a value of the flat parameters.
   *
   * @param index from 0 to {@link #parameterCount()}
   * @throws IndexOutOfBoundsException if there is no such value
   */
  public ParameterTensor parameter(int index) {
    Objects.checkIndex(index, parameterCount());
    int last = parameters.size() - 1;
    while (parameters.get(last).offset() > index) {
      last--;
    }
    return parameters.get(last);
  }

  /** Values of each layer for one sample, input first: the products of their shapes; a copy. */
  public int[] widths() {
    return layers.stream()
        .mapToInt(layer -> Arrays.stream(layer.shape()).reduce(1, (a, b) -> a * b))
        .toArray();
  }

  /**
   * The activation of each layer after the input, by the name of its {@link Activation} or its
   * formula.
   */
  public List<String> activations() {
    return activations;
  }

  /** The loss that training minimises, by the name of its {@link Loss} or its formula. */
  public String loss() {
    return loss;
  }

  /**
   * The rule that turns gradients into steps: {@code SGD}, {@code RMSPROP}, {@code ADAM}, {@code
   * ADAMW} or {@code ADAGRAD}; {@code NONE} of a predictor.
   */
  public String optimizer() {
    return optimizer;
  }

  /** The number of all weights and biases. */
  public int parameterCount() {
    return parameters.stream().mapToInt(ParameterTensor::size).sum();
  }

  /** The kernels that run: {@code plain}, or {@code vector 256} with the bits of a vector. */
  public String kernels() {
    return kernels;
  }

  /** What it takes of time and memory. */
  public NetworkCost cost() {
    return cost;
  }

  /** Whether it is one of {@code layers = {784, 30, 10}}; or else it is written as an enum. */
  public boolean isChain() {
    return isChain;
  }

  /**
   * Such as {@code 784-30-10, SIGMOID SIGMOID, HALF_SQUARED_ERROR, 23860 parameters}; of an enum,
   * layer by layer.
   */
  @Override
  public String toString() {
    if (!isChain) {
      String each = layers.stream().map(TopologyLayer::toString).collect(joining(", "));
      return each + ", " + loss + ", " + parameterCount() + " parameters";
    }
    String widths = Arrays.stream(widths()).mapToObj(Integer::toString).collect(joining("-"));
    return widths
        + ", "
        + String.join(" ", activations)
        + ", "
        + loss
        + ", "
        + parameterCount()
        + " parameters";
  }

  /** Collects the values of a {@link Topology} for generated code; nothing is checked. */
  public static final class Builder {
    private int[] layers = {};
    private String[] activations = {};
    private final List<TopologyLayer> graph = new ArrayList<>();
    private int parameterCount;
    private String loss = "";
    private String optimizer = "";
    long forwardFlops;
    long trainFlops;
    long parameterBytes;
    long scratchBytes;
    long optimizerBytes;
    private String kernels = "";
    String[] loopShapes = {};
    long heapBytes;
    int largestMethodBytes;

    private Builder() {}

    /** Neurons per layer, input first. */
    public Builder layers(int... layers) {
      this.layers = layers.clone();
      return this;
    }

    /** The input of an enum, in place of {@link #layers} and {@link #activations}. */
    public Builder input(String name, int... shape) {
      graph.add(Topology.layer(name, "INPUT", List.of(), shape, "IDENTITY", List.of()));
      return this;
    }

    /**
     * A further layer of an enum.
     *
     * @param from the layers that it reads
     */
    public Builder layer(String name, String kind, String activation, int[] shape, String... from) {
      graph.add(Topology.layer(name, kind, List.of(from), shape.clone(), activation, List.of()));
      return this;
    }

    /** A further attribute of the last layer. */
    public Builder attribute(String name, double value) {
      graph.add(graph.remove(graph.size() - 1).with(name, value));
      return this;
    }

    /** A further tensor of the last layer's parameters. */
    public Builder parameter(String name, int... shape) {
      TopologyLayer layer = graph.remove(graph.size() - 1);
      String prefix = layer.name().toLowerCase(Locale.ROOT) + ".";
      ParameterTensor tensor = new ParameterTensor(prefix + name, parameterCount, shape);
      parameterCount += tensor.size();
      graph.add(layer.with(tensor));
      return this;
    }

    /** One name or formula for each layer after the input. */
    public Builder activations(String... activations) {
      this.activations = activations.clone();
      return this;
    }

    /** The name or formula of the loss. */
    public Builder loss(String loss) {
      this.loss = loss;
      return this;
    }

    /** The name of the optimizer; {@code NONE} of a predictor. */
    public Builder optimizer(String optimizer) {
      this.optimizer = optimizer;
      return this;
    }

    /** As {@link NetworkCost#forwardFlops()} counts them. */
    public Builder forwardFlops(long forwardFlops) {
      this.forwardFlops = forwardFlops;
      return this;
    }

    /** As {@link NetworkCost#trainFlops()} counts them. */
    public Builder trainFlops(long trainFlops) {
      this.trainFlops = trainFlops;
      return this;
    }

    /** Bytes of all weights and biases. */
    public Builder parameterBytes(long parameterBytes) {
      this.parameterBytes = parameterBytes;
      return this;
    }

    /** Bytes of working memory. */
    public Builder scratchBytes(long scratchBytes) {
      this.scratchBytes = scratchBytes;
      return this;
    }

    /** Bytes of optimizer state. */
    public Builder optimizerBytes(long optimizerBytes) {
      this.optimizerBytes = optimizerBytes;
      return this;
    }

    /** One description for each layer after the input. */
    public Builder loopShapes(String... loopShapes) {
      this.loopShapes = loopShapes.clone();
      return this;
    }

    /** As {@link NetworkCost#heapBytes()} counts them. */
    public Builder heapBytes(long heapBytes) {
      this.heapBytes = heapBytes;
      return this;
    }

    /** As {@link NetworkCost#largestMethodBytes()} estimates them. */
    public Builder largestMethodBytes(int largestMethodBytes) {
      this.largestMethodBytes = largestMethodBytes;
      return this;
    }

    /** The kind of kernels that run. */
    public Builder kernels(String kernels) {
      this.kernels = kernels;
      return this;
    }

    /** The topology. */
    public Topology build() {
      return new Topology(this);
    }
  }
}
