package io.github.gradsmith.spark.internal.net;

import java.io.Serializable;

/**
 * A row as it comes from a table.
 *
 * @param features the inputs
 * @param targets the targets
 * @param weight what the row counts
 */
public record Sample(double[] features, double[] targets, double weight) implements Serializable {}
