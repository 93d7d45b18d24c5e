package io.github.gradsmith.internal.onnx;

/**
 * What an operator takes: a number, which becomes an initializer where a node uses it, or a tensor
 * by its name. A tensor is either one value for each neuron and sample or, computed from numbers
 * alone, a single one.
 */
final class Operand {
  private final String tensor;
  private final double number;
  private final boolean single;

  private Operand(String tensor, double number, boolean single) {
    this.tensor = tensor;
    this.number = number;
    this.single = single;
  }

  static Operand number(double value) {
    return new Operand("", value, true);
  }

  static Operand tensor(String name, boolean single) {
    return new Operand(name, Double.NaN, single);
  }

  boolean isNumber() {
    return tensor.isEmpty();
  }

  /** The number, of an operand that is one. */
  double number() {
    return number;
  }

  /** The name, of an operand that is a tensor. */
  String tensor() {
    return tensor;
  }

  /** Whether it does not depend on the neuron. */
  boolean isSingle() {
    return single;
  }
}
