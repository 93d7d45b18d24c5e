package io.github.gradsmith.processor.formula.expr;

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
    public Expr derivative(Expr x) {
      return Expr.call(EXP, x);
    }
  },
  /** eˣ − 1, with derivative eˣ. */
  EXPM1 {
    @Override
    public double evaluate(double x) {
      return StrictMath.expm1(x);
    }

    @Override
    public Expr derivative(Expr x) {
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
    public Expr derivative(Expr x) {
      return Expr.power(x, -1);
    }
  },
  /** log(1 + x), with derivative 1/(1 + x). */
  LOG1P {
    @Override
    public double evaluate(double x) {
      return StrictMath.log1p(x);
    }

    @Override
    public Expr derivative(Expr x) {
      return Expr.power(Expr.sum(Expr.ONE, x), -1);
    }
  },
  /** The square root, with derivative 1/(2√x). */
  SQRT {
    @Override
    public double evaluate(double x) {
      return Math.sqrt(x);
    }

    @Override
    public Expr derivative(Expr x) {
      return Expr.power(Expr.product(Expr.number(2), Expr.call(SQRT, x)), -1);
    }
  },
  /** The sine, with derivative cos x. */
  SIN {
    @Override
    public double evaluate(double x) {
      return StrictMath.sin(x);
    }

    @Override
    public Expr derivative(Expr x) {
      return Expr.call(COS, x);
    }
  },
  /** The cosine, with derivative −sin x. */
  COS {
    @Override
    public double evaluate(double x) {
      return StrictMath.cos(x);
    }

    @Override
    public Expr derivative(Expr x) {
      return Expr.negate(Expr.call(SIN, x));
    }
  },
  /** The arc tangent, with derivative 1/(1 + x²). */
  ATAN {
    @Override
    public double evaluate(double x) {
      return StrictMath.atan(x);
    }

    @Override
    public Expr derivative(Expr x) {
      return Expr.power(Expr.sum(Expr.ONE, Expr.power(x, 2)), -1);
    }
  },
  /** The hyperbolic sine, with derivative cosh x. */
  SINH {
    @Override
    public double evaluate(double x) {
      return StrictMath.sinh(x);
    }

    @Override
    public Expr derivative(Expr x) {
      return Expr.call(COSH, x);
    }
  },
  /** The hyperbolic cosine, with derivative sinh x. */
  COSH {
    @Override
    public double evaluate(double x) {
      return StrictMath.cosh(x);
    }

    @Override
    public Expr derivative(Expr x) {
      return Expr.call(SINH, x);
    }
  },
  /** The hyperbolic tangent, with derivative 1 − tanh² x. */
  TANH {
    @Override
    public double evaluate(double x) {
      return StrictMath.tanh(x);
    }

    @Override
    public Expr derivative(Expr x) {
      return Expr.subtract(Expr.ONE, Expr.power(Expr.call(TANH, x), 2));
    }
  },
  /** σ(x) = 1/(1 + e⁻ˣ), with derivative σ(x)(1 − σ(x)). */
  SIGMOID {
    @Override
    public double evaluate(double x) {
      return ElementaryValues.sigmoid(x);
    }

    @Override
    public Expr derivative(Expr x) {
      return Expr.product(Expr.call(SIGMOID, x), Expr.subtract(Expr.ONE, Expr.call(SIGMOID, x)));
    }
  },
  /** log(1 + eˣ), with derivative σ(x). */
  SOFTPLUS {
    @Override
    public double evaluate(double x) {
      return ElementaryValues.softplus(x);
    }

    @Override
    public Expr derivative(Expr x) {
      return Expr.call(SIGMOID, x);
    }
  },
  /** The error function, with derivative 2/√π e^(−x²). */
  ERF {
    @Override
    public double evaluate(double x) {
      return ElementaryValues.erf(x);
    }

    @Override
    public Expr derivative(Expr x) {
      return Expr.product(
          Expr.number(2),
          Expr.power(Expr.call(SQRT, Expr.Constant.PI), -1),
          Expr.call(EXP, Expr.negate(Expr.power(x, 2))));
    }
  },
  /** The absolute value, with derivative sign x, which is 0 at the kink. */
  ABS {
    @Override
    public double evaluate(double x) {
      return Math.abs(x);
    }

    @Override
    public Expr derivative(Expr x) {
      return Expr.call(SIGN, x);
    }
  },
  /** −1, 0 or 1; its derivative is taken as 0 everywhere. */
  SIGN {
    @Override
    public double evaluate(double x) {
      return Math.signum(x);
    }

    @Override
    public Expr derivative(Expr x) {
      return Expr.ZERO;
    }
  };

  /** As formulas write it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The value, as accurate as double allows but for a few ulp. */
  public abstract double evaluate(double x);

  /** The derivative by the argument, taken at x. */
  public abstract Expr derivative(Expr x);
}
