package io.github.gradsmith.sample.kafka;

/**
 * How long a ride has taken.
 *
 * @param offset where the label stands in its partition: the order of the steps
 * @param key of the ride
 * @param clock the latest time among the labels up to it, in milliseconds
 */
record Label(long offset, String key, long clock, double minutes) {}
