package io.github.gradsmith.processor.formula.expr;

/** Multiplying out would cost too much; the simplifier then goes part by part. */
public final class TooLargeException extends ArithmeticException {
  private static final long serialVersionUID = 1L;

  public TooLargeException() {
    super("too large to multiply out");
  }

  /** It steers the simplifier and is never reported: no stack trace. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
