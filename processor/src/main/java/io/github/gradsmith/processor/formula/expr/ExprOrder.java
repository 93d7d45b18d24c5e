package io.github.gradsmith.processor.formula.expr;

import java.util.Comparator;
import java.util.List;

/** A total order of expressions by structure, so that the same formula always comes out alike. */
public enum ExprOrder implements Comparator<Expr> {
  INSTANCE;

  @Override
  public int compare(Expr x, Expr y) {
    if (x == y) {
      return 0;
    }
    StepBudget.spend(1);
    int byKind = Integer.compare(kind(x), kind(y));
    if (byKind != 0) {
      return byKind;
    }
    int byOwn = compareOwn(x, y);
    return byOwn != 0 ? byOwn : compareAll(x.children(), y.children());
  }

  private static final List<Class<? extends Expr>> KINDS =
      List.of(
          Expr.Number.class,
          Expr.Constant.class,
          Expr.Variable.class,
          Expr.Call.class,
          Expr.Power.class,
          Expr.Extremum.class,
          Expr.Choice.class,
          Expr.Product.class,
          Expr.Sum.class);

  private static int kind(Expr expr) {
    return KINDS.indexOf(expr.getClass());
  }

  private static int compareOwn(Expr x, Expr y) {
    if (x instanceof Expr.Number a && y instanceof Expr.Number b) {
      return a.value().compareTo(b.value());
    }
    if (x instanceof Expr.Variable a && y instanceof Expr.Variable b) {
      return a.name().compareTo(b.name());
    }
    if (x instanceof Expr.Call a && y instanceof Expr.Call b) {
      return a.function().compareTo(b.function());
    }
    if (x instanceof Expr.Constant a && y instanceof Expr.Constant b) {
      return a.compareTo(b);
    }
    if (x instanceof Expr.Extremum a && y instanceof Expr.Extremum b) {
      return Boolean.compare(b.largest(), a.largest());
    }
    if (x instanceof Expr.Choice a && y instanceof Expr.Choice b) {
      return a.comparison().compareTo(b.comparison());
    }
    return 0;
  }

  private int compareAll(List<Expr> x, List<Expr> y) {
    for (int i = 0; i < Math.min(x.size(), y.size()); i++) {
      int order = compare(x.get(i), y.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(x.size(), y.size());
  }
}
