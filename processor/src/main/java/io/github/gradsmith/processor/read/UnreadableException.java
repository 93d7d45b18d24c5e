package io.github.gradsmith.processor.read;

/**
 * The declaration names something that the compiler does not know: a mistake that the compiler
 * reports itself, or a type that another processor generates in a later round.
 */
final class UnreadableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableException(String what) {
    super(what, null, false, false);
  }
}
