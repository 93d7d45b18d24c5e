package io.github.gradsmith.processor.onnx.value;

import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.model.ActivationChoice;
import java.util.Optional;

/**
 * A value that depends on the input: what became of a layer's weighted sums.
 *
 * @param layer how many layers it has passed; 0 is the input itself
 * @param biasRows how many rows were added to that layer's biases before
 * @param shape its dimensions
 * @param width how many numbers of it belong to a sample
 * @param formula a neuron's value in its weighted sum {@code z}
 * @param size how many numbers and names the formula has
 * @param inFloat whether numbers of the formula are kept in single precision
 * @param coupled softmax or its logarithm, if that was the last operator
 * @param scaling what was done to the input alone, if something was
 */
public record Signal(
    int layer,
    int biasRows,
    Shape shape,
    long width,
    Expr formula,
    int size,
    boolean inFloat,
    Optional<ActivationChoice.Named> coupled,
    Optional<InputScaling> scaling)
    implements Value {
  private static final Expr Z = Expr.variable("z");

  /** The weighted sums of a layer, or the input. */
  public static Signal of(int layer, Shape shape, long width) {
    return new Signal(layer, 0, shape, width, Z, 1, false, Optional.empty(), Optional.empty());
  }

  public Signal shaped(Shape other) {
    return new Signal(layer, biasRows, other, width, formula, size, inFloat, coupled, scaling);
  }

  /** The weighted sums after one more row of biases. */
  public Signal withBiasRow() {
    return new Signal(layer, biasRows + 1, shape, width, formula, size, inFloat, coupled, scaling);
  }

  /** The input after one more step of scaling. */
  public Signal scaled(InputScaling other) {
    return new Signal(
        layer, biasRows, shape, width, formula, size, inFloat, coupled, Optional.of(other));
  }

  /** Another function of the same sums. */
  public Signal computed(Expr value, int leaves, boolean withFloats) {
    return new Signal(
        layer, biasRows, shape, width, value, leaves, withFloats, Optional.empty(), scaling);
  }

  /** Whether nothing was done yet to the weighted sums. */
  public boolean isPlain() {
    return formula.equals(Z) && coupled.isEmpty();
  }

  /** The outcome of a function of the whole layer. */
  public Signal coupledBy(ActivationChoice.Named activation) {
    return new Signal(
        layer, biasRows, shape, width, formula, size, inFloat, Optional.of(activation), scaling);
  }
}
