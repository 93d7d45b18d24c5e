package io.github.gradsmith.processor.random;

/** Rounding decides on a branch of a network whatever its inputs are. */
final class UnjudgeableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnjudgeableException(String message) {
    super(message);
  }
}
