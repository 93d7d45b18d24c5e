package io.github.gradsmith.processor.model;

/**
 * A value that layers read: the network's input or what a layer gives.
 *
 * @param layer the number of the layer that gives it; {@link #INPUT} for the network's input
 * @param shape its sizes for one sample
 */
public record Value(int layer, Shape shape) {
  /** The input is layer 1. */
  public static final int INPUT = 1;
}
