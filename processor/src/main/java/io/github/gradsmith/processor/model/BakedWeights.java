package io.github.gradsmith.processor.model;

/**
 * Parameters that become part of the generated class.
 *
 * @param file the name of the file that they come from, as written
 * @param parameters flat, layer by layer, weights [out][in] before biases; behind them the
 *     statistics of layers that have any
 */
public record BakedWeights(String file, double[] parameters) {}
