package io.github.gradsmith.sample.kafka;

/**
 * How far a learner has come.
 *
 * @param rides the latest time among the rides that it has seen, in milliseconds
 * @param labels likewise among labels
 * @param settled the offset of the last label that became a step, or was given up
 */
record Progress(long rides, long labels, long settled) {
  static final Progress NONE = new Progress(0, 0, -1);

  Progress withRideAt(long time) {
    return new Progress(Math.max(rides, time), labels, settled);
  }

  Progress withLabelAt(long time) {
    return new Progress(rides, Math.max(labels, time), settled);
  }

  Progress withSettled(long offset) {
    return new Progress(rides, labels, offset);
  }
}
