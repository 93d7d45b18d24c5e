package io.github.gradsmith;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;

/**
 * What a generated network is: its shape, its kinds and its cost. Immutable.
 *
 * <p>A floating-point operation is one addition or one multiplication, so that a multiply-add is
 * two. Counted are those of the weight matrices; biases, activations and the loss are not, being
 * small beside them.
 */
public final class Topology {
  private final int[] layers;
  private final List<String> activations;
  private final String loss;
  private final String optimizer;
  private final int parameterCount;
  private final long forwardFlops;
  private final long trainFlops;
  private final long parameterBytes;
  private final long scratchBytes;
  private final long optimizerBytes;
  private final String kernels;
  private final List<String> loopShapes;
  private final long heapBytes;
  private final int largestMethodBytes;

  private Topology(Builder builder) {
    layers = builder.layers.clone();
    activations = List.of(builder.activations);
    loss = builder.loss;
    optimizer = builder.optimizer;
    parameterCount = builder.parameterCount;
    forwardFlops = builder.forwardFlops;
    trainFlops = builder.trainFlops;
    parameterBytes = builder.parameterBytes;
    scratchBytes = builder.scratchBytes;
    optimizerBytes = builder.optimizerBytes;
    kernels = builder.kernels;
    loopShapes = List.of(builder.loopShapes);
    heapBytes = builder.heapBytes;
    largestMethodBytes = builder.largestMethodBytes;
  }

  /** Collects the values of a topology; called by generated code. */
  public static Builder builder() {
    return new Builder();
  }

  /** Neurons per layer, input first; a copy. */
  public int[] layers() {
    return layers.clone();
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

  /** Weights and biases. */
  public int parameterCount() {
    return parameterCount;
  }

  /** Floating-point operations of one sample's forward pass: 2 Σ in · out over the layers. */
  public long forwardFlops() {
    return forwardFlops;
  }

  /**
   * Floating-point operations of training with one sample: the forward pass, 2 Σ in · out for the
   * update, and 2 Σ in · out over all layers but the first with weights for the deltas.
   */
  public long trainFlops() {
    return trainFlops;
  }

  /** Bytes of all weights and biases, shared by replicas. */
  public long parameterBytes() {
    return parameterBytes;
  }

  /** Bytes of working memory, one for each replica. */
  public long scratchBytes() {
    return scratchBytes;
  }

  /** Bytes of what the optimizer keeps from step to step, shared by replicas; 0 if nothing. */
  public long optimizerBytes() {
    return optimizerBytes;
  }

  /** The kernels that run: {@code plain}, or {@code vector 256} with the bits of a vector. */
  public String kernels() {
    return kernels;
  }

  /**
   * How the weighted sums of each layer after the input are looped, such as {@code blocks of 8
   * rows}; for people to read.
   */
  public List<String> loopShapes() {
    return loopShapes;
  }

  /**
   * Bytes that a new network takes on the heap: {@link #parameterBytes()}, {@link #scratchBytes()}
   * and {@link #optimizerBytes()}, and what the JVM needs to keep them. Counted is each array with
   * its header of 16 bytes, rounded up to a multiple of 8, and 4 bytes for the reference to each
   * row, as HotSpot has it with heaps below 32 GB; not counted are the few hundred bytes of the
   * objects that hold the arrays.
   */
  public long heapBytes() {
    return heapBytes;
  }

  /**
   * An estimate of the longest method's bytecode, in bytes: at least two thirds of the true size,
   * at most one and a half times it. HotSpot compiles no method of more than 8,000.
   */
  public int largestMethodBytes() {
    return largestMethodBytes;
  }

  /** Such as {@code 784-30-10, SIGMOID SIGMOID, HALF_SQUARED_ERROR, 23860 parameters}. */
  @Override
  public String toString() {
    String widths = Arrays.stream(layers).mapToObj(Integer::toString).collect(joining("-"));
    return widths
        + ", "
        + String.join(" ", activations)
        + ", "
        + loss
        + ", "
        + parameterCount
        + " parameters";
  }

  /** Collects the values of a {@link Topology} for generated code; nothing is checked. */
  public static final class Builder {
    private int[] layers = {};
    private String[] activations = {};
    private String loss = "";
    private String optimizer = "";
    private int parameterCount;
    private long forwardFlops;
    private long trainFlops;
    private long parameterBytes;
    private long scratchBytes;
    private long optimizerBytes;
    private String kernels = "";
    private String[] loopShapes = {};
    private long heapBytes;
    private int largestMethodBytes;

    private Builder() {}

    /** Neurons per layer, input first. */
    public Builder layers(int... layers) {
      this.layers = layers.clone();
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

    /** Weights and biases. */
    public Builder parameterCount(int parameterCount) {
      this.parameterCount = parameterCount;
      return this;
    }

    /** As {@link Topology#forwardFlops()} counts them. */
    public Builder forwardFlops(long forwardFlops) {
      this.forwardFlops = forwardFlops;
      return this;
    }

    /** As {@link Topology#trainFlops()} counts them. */
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

    /** As {@link Topology#heapBytes()} counts them. */
    public Builder heapBytes(long heapBytes) {
      this.heapBytes = heapBytes;
      return this;
    }

    /** As {@link Topology#largestMethodBytes()} estimates them. */
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
