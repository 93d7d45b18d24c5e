package io.github.gradsmith.sample.benchmarks;

import java.util.List;

/**
 * How a JVM is started. {@code VECTOR} only offers the module: what then computes is what the
 * network says, and stands in every result.
 */
public enum Backend {
  PLAIN,
  VECTOR("--add-modules=jdk.incubator.vector");

  private final List<String> flags;

  Backend(String... flags) {
    this.flags = List.of(flags);
  }

  /** Flags for the JVM. */
  public List<String> flags() {
    return flags;
  }

  /** As results and arguments name it. */
  @Override
  public String toString() {
    return this == PLAIN ? "plain" : "vector";
  }
}
