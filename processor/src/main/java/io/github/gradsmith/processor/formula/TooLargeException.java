package io.github.gradsmith.processor.formula;

/** Multiplying out would cost too much; the simplifier then leaves the expression as it is. */
final class TooLargeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TooLargeException() {
    super("too large to multiply out", null, false, false);
  }
}
