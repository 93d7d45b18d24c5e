package io.github.gradsmith;

/**
 * Whether a network also gets kernels on the Vector API, the JDK's module {@code
 * jdk.incubator.vector}, which is neither compiled against nor started unless it is asked for.
 */
public enum Simd {
  /**
   * Vector kernels if the compilation sees the module; they run where the JVM has been started with
   * it, too, and plain kernels elsewhere.
   */
  AUTO,
  /** Plain kernels only: the same seed and data give the same bits on every JVM. */
  OFF,
  /**
   * Vector kernels always: a compilation that does not see the module is refused, and constructors
   * throw {@link IllegalStateException} in a JVM that was started without it.
   */
  REQUIRED
}
