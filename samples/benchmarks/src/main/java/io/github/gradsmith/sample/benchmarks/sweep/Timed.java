package io.github.gradsmith.sample.benchmarks.sweep;

/**
 * Loops that are timed as a whole. Each implementation has its own, so that each call in them has
 * one target and HotSpot compiles it as it would in a user's loop.
 */
interface Timed {
  /** Nanoseconds of so many calls of {@code forward} with one sample. */
  long forward(int calls);

  /** Nanoseconds of so many training steps on a batch of ten. */
  long train(int calls);
}
