package io.github.gradsmith.processor.model;

/**
 * A value that layers read: the network's input or what a layer gives.
 *
 * @param layer the number of the layer that gives it; {@link #INPUT} for the network's input
 * @param shape its sizes for one sample
 * @param isLearnt whether it depends on anything that is learnt, so that deltas go back to it
 */
public record Value(int layer, Shape shape, boolean isLearnt) {
  /** The input is layer 1. */
  public static final int INPUT = 1;

  /** A value of a chain: all but the input are learnt. */
  public Value(int layer, Shape shape) {
    this(layer, shape, layer != INPUT);
  }
}
