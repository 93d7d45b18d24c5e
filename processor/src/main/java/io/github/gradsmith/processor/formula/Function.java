package io.github.gradsmith.processor.formula;

import java.util.Locale;

/** The elementary functions of one argument, each with its value and its derivative. */
public enum Function {
  /** eˣ, its own derivative. */
  EXP {
    @Override
    public double evaluate(double x) {
      return StrictMath.exp(x);
    }

    @Override
    Expr derivative(Expr x) {
      return Expr.call(EXP, x);
    }
  },
  /** The natural logarithm, with derivative 1/x. */
  LOG {
    @Override
    public double evaluate(double x) {
      return StrictMath.log(x);
    }

    @Override
    Expr derivative(Expr x) {
      return Expr.power(x, -1);
    }
  },
  /** The hyperbolic tangent, with derivative 1 − tanh² x. */
  TANH {
    @Override
    public double evaluate(double x) {
      return StrictMath.tanh(x);
    }

    @Override
    Expr derivative(Expr x) {
      return Expr.subtract(Expr.ONE, Expr.power(Expr.call(TANH, x), 2));
    }
  };

  /** As formulas write it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public abstract double evaluate(double x);

  /** The derivative by the argument, taken at x. */
  abstract Expr derivative(Expr x);
}
