package io.github.gradsmith.processor.formula;

/**
 * Simplifies to a normal form: expressions that are equal as rational functions of variables,
 * exponentials and other calls come out alike. A removable gap (x / x at 0, exp(log x) below 0) is
 * closed; everywhere else the value stays. What would take too long to multiply out is left as it
 * is, so that simplifying always ends.
 */
public final class Simplifier {
  private Simplifier() {}

  /** The simplified expression: factored, with cancelled denominators, in a fixed order. */
  public static Expr simplify(Expr expr) {
    return Presenter.present(Normalizer.normalize(expr));
  }
}
