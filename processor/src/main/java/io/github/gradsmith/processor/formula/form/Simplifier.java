package io.github.gradsmith.processor.formula.form;

import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.OperationCount;
import io.github.gradsmith.processor.formula.expr.Question;
import io.github.gradsmith.processor.formula.expr.StepBudget;
import io.github.gradsmith.processor.formula.normal.Normalizer;
import java.util.Optional;

/**
 * Simplifies to a normal form: expressions that are equal as rational functions of variables,
 * exponentials and other calls come out alike. A removable gap (x / x at 0, exp(log x) below 0) is
 * closed; everywhere else the value stays. What would take too long to multiply out, or becomes
 * more than twice as expensive by it, is simplified part by part instead, so that simplifying
 * always ends.
 */
public final class Simplifier {
  private static final Question SIMPLE =
      new Question("simple", expr -> StepBudget.bounded(() -> wholeOrByParts(expr)));

  private Simplifier() {}

  /** The simplified expression: factored, with cancelled denominators, in a fixed order. */
  public static Expr simplify(Expr expr) {
    return StepBudget.isShared() ? wholeOrByParts(expr) : SIMPLE.of(expr);
  }

  private static Expr wholeOrByParts(Expr expr) {
    Optional<Expr> normal = normal(expr);
    if (normal.isPresent() && OperationCount.of(normal.get()) <= OperationCount.of(expr)) {
      return normal.get();
    }
    Expr byParts =
        expr.withChildren(expr.children().stream().map(Simplifier::wholeOrByParts).toList());
    long most = 2 * OperationCount.of(byParts);
    return normal.filter(found -> OperationCount.of(found) <= most).orElse(byParts);
  }

  private static Optional<Expr> normal(Expr expr) {
    return StepBudget.attempt(() -> ReadableForm.of(Normalizer.normalize(expr)));
  }
}
