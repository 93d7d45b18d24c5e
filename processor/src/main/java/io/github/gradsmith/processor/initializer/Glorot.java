package io.github.gradsmith.processor.initializer;

/**
 * Glorot and Bengio, Understanding the difficulty of training deep feedforward neural networks,
 * 2010: the variance is 2 / (inputs + outputs). A uniform distribution in ±l has variance l² / 3.
 */
final class Glorot {
  private Glorot() {}

  static Distribution uniform(int inputs, int outputs) {
    double limit = StrictMath.sqrt(6.0 / ((double) inputs + outputs));
    return new Distribution.Uniform(limit, "±√(6 / (" + inputs + " + " + outputs + "))");
  }

  static Distribution normal(int inputs, int outputs) {
    double deviation = StrictMath.sqrt(2.0 / ((double) inputs + outputs));
    return new Distribution.Normal(deviation, "√(2 / (" + inputs + " + " + outputs + "))");
  }
}
