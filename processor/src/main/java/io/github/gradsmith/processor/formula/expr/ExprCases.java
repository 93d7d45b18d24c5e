package io.github.gradsmith.processor.formula.expr;

/**
 * What is to be done with each kind of expression: a new kind does not compile until every renderer
 * and evaluator says what it does with it.
 *
 * @param <R> what comes of it
 */
public interface ExprCases<R> {
  R number(Expr.Number number);

  R constant(Expr.Constant constant);

  R variable(Expr.Variable variable);

  R sum(Expr.Sum sum);

  R product(Expr.Product product);

  R power(Expr.Power power);

  R call(Expr.Call call);

  R extremum(Expr.Extremum extremum);

  R choice(Expr.Choice choice);
}
