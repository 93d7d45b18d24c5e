package io.github.gradsmith.processor.formula.expr;

/** The condition of a choice: how its left side stands to its right side. */
public enum Comparison {
  GREATER(">"),
  GREATER_OR_EQUAL(">="),
  LESS("<"),
  LESS_OR_EQUAL("<=");

  private final String symbol;

  Comparison(String symbol) {
    this.symbol = symbol;
  }

  /** As formulas and Java write it. */
  public String symbol() {
    return symbol;
  }

  /** False whenever a side is NaN. */
  public boolean holds(double left, double right) {
    return switch (this) {
      case GREATER -> left > right;
      case GREATER_OR_EQUAL -> left >= right;
      case LESS -> left < right;
      case LESS_OR_EQUAL -> left <= right;
    };
  }

  /** The comparison that holds where this one does not, NaN apart. */
  public Comparison negated() {
    return switch (this) {
      case GREATER -> LESS_OR_EQUAL;
      case GREATER_OR_EQUAL -> LESS;
      case LESS -> GREATER_OR_EQUAL;
      case LESS_OR_EQUAL -> GREATER;
    };
  }

  /** Whether it holds for a difference, left minus right, of this sign. */
  public boolean holds(int signum) {
    return holds(signum, 0);
  }

  /** Whether the left side is the larger one where it holds. */
  public boolean isGreater() {
    return this == GREATER || this == GREATER_OR_EQUAL;
  }
}
