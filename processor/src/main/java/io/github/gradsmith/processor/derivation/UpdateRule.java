package io.github.gradsmith.processor.derivation;

import io.github.gradsmith.processor.formula.Expr;
import java.util.List;

/**
 * How a step changes a parameter {@code w} with its gradient {@code g}: assignments in order, the
 * last of them to {@code w}. Other names are written as they are, so they may be LaTeX.
 */
public record UpdateRule(List<Assignment> assignments) {
  /** w = w − α g. */
  public static final UpdateRule PLAIN =
      new UpdateRule(
          List.of(
              new Assignment(
                  "w",
                  Expr.subtract(
                      Expr.variable("w"),
                      Expr.product(Expr.variable("\\alpha"), Expr.variable("g"))))));

  public UpdateRule {
    assignments = List.copyOf(assignments);
  }

  /**
   * One assignment.
   *
   * @param target the name that gets a value
   * @param value its new value, in the values before it
   */
  public record Assignment(String target, Expr value) {}
}
