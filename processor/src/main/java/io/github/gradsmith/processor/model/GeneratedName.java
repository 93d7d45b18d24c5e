package io.github.gradsmith.processor.model;

import java.util.List;

/** How the generated files are called. */
public final class GeneratedName {
  private GeneratedName() {}

  /**
   * Simple names of all classes that a network may have.
   *
   * @param nesting simple names from the outermost type to the interface
   */
  public static List<String> classes(List<String> nesting) {
    return List.of(of(nesting), simd(nesting), weights(nesting), testVectors(nesting));
  }

  /**
   * Simple name of the generated class: {@code Outer_InnerImpl} for {@code Outer.Inner}.
   *
   * @param nesting simple names from the outermost type to the interface
   */
  public static String of(List<String> nesting) {
    return String.join("_", nesting) + "Impl";
  }

  /**
   * Simple name of the generated class of vector kernels: {@code Outer_InnerSimd} for {@code
   * Outer.Inner}.
   *
   * @param nesting simple names from the outermost type to the interface
   */
  public static String simd(List<String> nesting) {
    return String.join("_", nesting) + "Simd";
  }

  /** Simple name of the class that holds the parameters: {@code Outer_InnerWeights}. */
  public static String weights(List<String> nesting) {
    return String.join("_", nesting) + "Weights";
  }

  /** Simple name of the class that holds the test vectors: {@code Outer_InnerTestVectors}. */
  public static String testVectors(List<String> nesting) {
    return String.join("_", nesting) + "TestVectors";
  }

  /** Name of the resource that holds them where they are too many: {@code Outer_Inner.weights}. */
  static String weightsResource(List<String> nesting) {
    return String.join("_", nesting) + ".weights";
  }

  /** Name of the file that holds the derivation: {@code Outer_Inner.derivation.md}. */
  static String derivation(List<String> nesting) {
    return String.join("_", nesting) + ".derivation.md";
  }
}
