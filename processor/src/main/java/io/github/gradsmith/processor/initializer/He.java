package io.github.gradsmith.processor.initializer;

/**
 * He, Zhang, Ren and Sun, Delving Deep into Rectifiers, 2015: the variance is 2 / inputs. A uniform
 * distribution in ±l has variance l² / 3.
 */
final class He {
  private He() {}

  static Distribution uniform(int inputs) {
    return new Distribution.Uniform(StrictMath.sqrt(6.0 / inputs), "±√(6 / " + inputs + ")");
  }

  static Distribution normal(int inputs) {
    return new Distribution.Normal(StrictMath.sqrt(2.0 / inputs), "√(2 / " + inputs + ")");
  }
}
