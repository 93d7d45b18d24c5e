package io.github.gradsmith.processor.formula;

/** What an expression costs to evaluate, in additions. */
final class OperationCount {
  private static final int DIVISION = 4;
  private static final int CALL = 20;

  private OperationCount() {}

  static long of(Expr expr) {
    long parts = expr.children().stream().mapToLong(OperationCount::of).sum();
    if (expr instanceof Expr.Sum || expr instanceof Expr.Product) {
      return parts + expr.children().size() - 1;
    }
    if (expr instanceof Expr.Power power) {
      int exponent = Powers.integer(power.exponent()).orElse(0);
      return parts + (exponent > 0 ? exponent - 1 : exponent < 0 ? DIVISION - exponent - 1 : CALL);
    }
    return parts + (expr instanceof Expr.Call ? CALL : expr instanceof Expr.Choice ? 1 : 0);
  }
}
