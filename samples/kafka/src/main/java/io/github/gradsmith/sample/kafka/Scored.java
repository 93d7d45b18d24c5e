package io.github.gradsmith.sample.kafka;

/**
 * A row with what a network says of it.
 *
 * @param <R> the type of the row
 */
record Scored<R>(R row, float answer) {}
