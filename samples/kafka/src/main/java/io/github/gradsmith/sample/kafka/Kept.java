package io.github.gradsmith.sample.kafka;

import io.github.gradsmith.sample.kafka.ArrivalNet.Ride;

/**
 * A ride that waits for its label.
 *
 * @param clock the latest time among the rides up to it, in milliseconds
 */
record Kept(long clock, Ride ride) {}
