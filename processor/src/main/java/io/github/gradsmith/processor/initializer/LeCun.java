package io.github.gradsmith.processor.initializer;

/** LeCun, Bottou, Orr and Müller, Efficient BackProp, 1998: the variance is 1 / inputs. */
final class LeCun {
  private LeCun() {}

  static Distribution normal(int inputs) {
    return new Distribution.Normal(StrictMath.sqrt(1.0 / inputs), "√(1 / " + inputs + ")");
  }
}
