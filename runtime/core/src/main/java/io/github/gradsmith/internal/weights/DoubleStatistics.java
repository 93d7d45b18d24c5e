package io.github.gradsmith.internal.weights;

/** A network that keeps statistics of data, which belong into files as parameters do. */
public interface DoubleStatistics {
  /** The rows themselves, in the order of files: of each layer mean and variance. */
  double[][] statisticsOfLayers();
}
