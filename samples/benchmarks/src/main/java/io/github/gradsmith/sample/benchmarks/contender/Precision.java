package io.github.gradsmith.sample.benchmarks.contender;

/** The type of all numbers of a network. */
public enum Precision {
  FLOAT,
  DOUBLE;

  /** As Java writes the type. */
  @Override
  public String toString() {
    return this == FLOAT ? "float" : "double";
  }
}
