package io.github.gradsmith;

import java.util.List;

/**
 * What a generated network takes of time and memory. Immutable.
 *
 * <p>A floating-point operation is one addition or one multiplication, so that a multiply-add is
 * two. Counted are those of the weight matrices; biases, activations and the loss are not, being
 * small beside them.
 */
public final class NetworkCost {
  private final long forwardFlops;
  private final long trainFlops;
  private final long parameterBytes;
  private final long scratchBytes;
  private final long optimizerBytes;
  private final long heapBytes;
  private final int largestMethodBytes;
  private final List<String> loopShapes;

  NetworkCost(Topology.Builder builder) {
    forwardFlops = builder.forwardFlops;
    trainFlops = builder.trainFlops;
    parameterBytes = builder.parameterBytes;
    scratchBytes = builder.scratchBytes;
    optimizerBytes = builder.optimizerBytes;
    heapBytes = builder.heapBytes;
    largestMethodBytes = builder.largestMethodBytes;
    loopShapes = List.of(builder.loopShapes);
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

  /**
   * How the weighted sums of each layer after the input are looped, such as {@code blocks of 8
   * rows}; for people to read.
   */
  public List<String> loopShapes() {
    return loopShapes;
  }

  /** Such as {@code 47640 operations forward, 95880 to train, 203528 bytes on the heap}. */
  @Override
  public String toString() {
    return forwardFlops
        + " operations forward, "
        + trainFlops
        + " to train, "
        + heapBytes
        + " bytes on the heap";
  }
}
