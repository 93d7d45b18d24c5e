package io.github.gradsmith.processor.formula.expr;

import java.util.Map;

/** The value of a formula in double. */
public final class Evaluator {
  private Evaluator() {}

  /**
   * Evaluates; undefined operations give NaN or infinities as Java does.
   *
   * @throws IllegalArgumentException if a variable has no value
   */
  public static double evaluate(Expr expr, Map<String, Double> values) {
    return expr.fold(new Values(values));
  }

  private record Values(Map<String, Double> variables) implements ExprCases<Double> {
    private double of(Expr expr) {
      return expr.fold(this);
    }

    @Override
    public Double number(Expr.Number number) {
      return number.value().toDouble();
    }

    @Override
    public Double constant(Expr.Constant constant) {
      return constant.value();
    }

    @Override
    public Double variable(Expr.Variable variable) {
      Double value = variables.get(variable.name());
      if (value == null) {
        throw new IllegalArgumentException("no value for " + variable.name());
      }
      return value;
    }

    @Override
    public Double sum(Expr.Sum sum) {
      double result = of(sum.terms().get(0));
      for (Expr term : sum.terms().subList(1, sum.terms().size())) {
        result += of(term);
      }
      return result;
    }

    @Override
    public Double product(Expr.Product product) {
      double result = of(product.factors().get(0));
      for (Expr factor : product.factors().subList(1, product.factors().size())) {
        result *= of(factor);
      }
      return result;
    }

    @Override
    public Double power(Expr.Power power) {
      return StrictMath.pow(of(power.base()), of(power.exponent()));
    }

    @Override
    public Double call(Expr.Call call) {
      return call.function().evaluate(of(call.argument()));
    }

    @Override
    public Double extremum(Expr.Extremum extremum) {
      return extremum.evaluate(of(extremum.left()), of(extremum.right()));
    }

    @Override
    public Double choice(Expr.Choice choice) {
      boolean holds = choice.comparison().holds(of(choice.left()), of(choice.right()));
      return of(holds ? choice.then() : choice.otherwise());
    }
  }
}
