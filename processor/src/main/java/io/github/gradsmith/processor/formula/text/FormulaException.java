package io.github.gradsmith.processor.formula.text;

/** A formula that cannot be read. */
public final class FormulaException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final int position;

  FormulaException(int position, String message) {
    super(message);
    this.position = position;
  }

  /** Index of the character at fault; the length of the formula if it ends too early. */
  public int position() {
    return position;
  }
}
