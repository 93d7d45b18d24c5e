package io.github.gradsmith.support;

/** Elementary functions with the same bits on every JVM. */
public final class DoubleMath {
  private DoubleMath() {}

  /** eˣ. */
  public static double exp(double x) {
    return StrictMath.exp(x);
  }
}
