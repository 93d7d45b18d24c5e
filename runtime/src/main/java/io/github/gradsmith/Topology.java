package io.github.gradsmith;

import java.util.List;

/** What a generated network is: its shape, its kinds and its cost. Immutable. */
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
  }

  /** Called by generated code. */
  public static Builder builder() {
    return new Builder();
  }

  /** Neurons per layer, input first; a copy. */
  public int[] layers() {
    return layers.clone();
  }

  /** The activation of each layer after the input. */
  public List<String> activations() {
    return activations;
  }

  /** The loss that training minimises. */
  public String loss() {
    return loss;
  }

  /** The rule that turns gradients into steps. */
  public String optimizer() {
    return optimizer;
  }

  /** Weights and biases. */
  public int parameterCount() {
    return parameterCount;
  }

  /** Floating-point operations of one sample's weighted sums; activations are not counted. */
  public long forwardFlops() {
    return forwardFlops;
  }

  /** Floating-point operations of one sample's training: forward, deltas and update. */
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

  /** Bytes of optimizer state, shared by replicas. */
  public long optimizerBytes() {
    return optimizerBytes;
  }

  /** The kind of kernels that run: {@code plain}. */
  public String kernels() {
    return kernels;
  }

  /** Collects the values of a {@link Topology}; for generated code. */
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

    private Builder() {}

    public Builder layers(int... layers) {
      this.layers = layers.clone();
      return this;
    }

    public Builder activations(String... activations) {
      this.activations = activations.clone();
      return this;
    }

    public Builder loss(String loss) {
      this.loss = loss;
      return this;
    }

    public Builder optimizer(String optimizer) {
      this.optimizer = optimizer;
      return this;
    }

    public Builder parameterCount(int parameterCount) {
      this.parameterCount = parameterCount;
      return this;
    }

    public Builder forwardFlops(long forwardFlops) {
      this.forwardFlops = forwardFlops;
      return this;
    }

    public Builder trainFlops(long trainFlops) {
      this.trainFlops = trainFlops;
      return this;
    }

    public Builder parameterBytes(long parameterBytes) {
      this.parameterBytes = parameterBytes;
      return this;
    }

    public Builder scratchBytes(long scratchBytes) {
      this.scratchBytes = scratchBytes;
      return this;
    }

    public Builder optimizerBytes(long optimizerBytes) {
      this.optimizerBytes = optimizerBytes;
      return this;
    }

    public Builder kernels(String kernels) {
      this.kernels = kernels;
      return this;
    }

    public Topology build() {
      return new Topology(this);
    }
  }
}
