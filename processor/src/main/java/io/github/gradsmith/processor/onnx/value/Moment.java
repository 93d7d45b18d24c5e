package io.github.gradsmith.processor.onnx.value;

/**
 * A step on the way to rows of mean 0 and variance 1, as exporters decompose it.
 *
 * @param kind which step
 * @param of the value whose rows are made so
 * @param epsilon what was added to the variance, 0 before that
 */
public record Moment(Kind kind, Signal of, double epsilon) implements Value {
  /** The steps, in their order. */
  public enum Kind {
    MEAN,
    /** The value less its mean. */
    DISTANCE,
    SQUARE,
    VARIANCE,
    DEVIATION,
    /** 1 over the deviation. */
    FACTOR
  }
}
