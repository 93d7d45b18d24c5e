package io.github.gradsmith.processor.read;

/**
 * The declaration names something that the compiler does not know: a mistake that the compiler
 * reports itself, or a type that another processor generates in a later round.
 */
final class UnreadableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean isForGood;

  UnreadableException(String what) {
    this(what, false);
  }

  private UnreadableException(String what, boolean isForGood) {
    super(what, null, false, false);
    this.isForGood = isForGood;
  }

  /** That of something which no later round can mend. */
  static UnreadableException forGood(String what) {
    return new UnreadableException(what, true);
  }

  /** Whether no later round can mend it. */
  boolean isForGood() {
    return isForGood;
  }
}
