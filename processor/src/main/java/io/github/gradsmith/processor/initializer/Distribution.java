package io.github.gradsmith.processor.initializer;

/** How the weights of one layer are drawn. */
public sealed interface Distribution {
  /** As generated comments write it. */
  String formula();

  /** Whether weights are random numbers. */
  default boolean isDrawn() {
    return true;
  }

  /**
   * Uniform between −limit and limit.
   *
   * @param formula such as {@code ±√(6 / (784 + 30))}
   */
  record Uniform(double limit, String formula) implements Distribution {}

  /**
   * Normal with mean 0.
   *
   * @param deviation the standard deviation
   * @param formula of the deviation, such as {@code √(2 / 784)}
   */
  record Normal(double deviation, String formula) implements Distribution {}

  /** All weights 0. */
  record Zero() implements Distribution {
    @Override
    public String formula() {
      return "0";
    }

    @Override
    public boolean isDrawn() {
      return false;
    }
  }

  /** All weights 1. */
  record One() implements Distribution {
    @Override
    public String formula() {
      return "1";
    }

    @Override
    public boolean isDrawn() {
      return false;
    }
  }
}
