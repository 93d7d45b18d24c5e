package io.github.gradsmith.sample.benchmarks.contender;

/** One call of what is measured; all but this is prepared before. */
@FunctionalInterface
public interface Call {
  /** A number that depends on what was computed, so that no compiler leaves it out. */
  double run();
}
