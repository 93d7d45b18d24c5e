package io.github.gradsmith.processor.formula.machine;

import io.github.gradsmith.internal.math.DoubleMath;
import io.github.gradsmith.internal.math.FloatMath;
import io.github.gradsmith.processor.formula.expr.Function;
import io.github.gradsmith.processor.formula.expr.Rational;
import io.github.gradsmith.processor.model.Precision;

/** How generated code computes in one precision: every operation rounds, as Java's do. */
public enum Arithmetic {
  FLOAT(Precision.FLOAT, 24, Float.MAX_VALUE, Float.MIN_VALUE, Float.MIN_NORMAL) {
    @Override
    public double round(double x) {
      return (float) x;
    }

    @Override
    double call(Function function, double argument) {
      float x = (float) argument;
      return switch (function) {
        case EXP -> FloatMath.exp(x);
        case EXPM1 -> FloatMath.expm1(x);
        case LOG -> FloatMath.log(x);
        case LOG1P -> FloatMath.log1p(x);
        case SQRT -> (float) Math.sqrt(x);
        case SIN -> FloatMath.sin(x);
        case COS -> FloatMath.cos(x);
        case ATAN -> FloatMath.atan(x);
        case SINH -> FloatMath.sinh(x);
        case COSH -> FloatMath.cosh(x);
        case TANH -> FloatMath.tanh(x);
        case SIGMOID -> FloatMath.sigmoid(x);
        case SOFTPLUS -> FloatMath.softplus(x);
        case ERF -> FloatMath.erf(x);
        case ABS -> Math.abs(x);
        case SIGN -> Math.signum(x);
      };
    }

    @Override
    double power(double base, double exponent) {
      return FloatMath.pow((float) base, (float) exponent);
    }
  },
  DOUBLE(Precision.DOUBLE, 53, Double.MAX_VALUE, Double.MIN_VALUE, Double.MIN_NORMAL) {
    @Override
    public double round(double x) {
      return x;
    }

    @Override
    double call(Function function, double x) {
      return switch (function) {
        case EXP -> DoubleMath.exp(x);
        case EXPM1 -> DoubleMath.expm1(x);
        case LOG -> DoubleMath.log(x);
        case LOG1P -> DoubleMath.log1p(x);
        case SQRT -> Math.sqrt(x);
        case SIN -> DoubleMath.sin(x);
        case COS -> DoubleMath.cos(x);
        case ATAN -> DoubleMath.atan(x);
        case SINH -> DoubleMath.sinh(x);
        case COSH -> DoubleMath.cosh(x);
        case TANH -> DoubleMath.tanh(x);
        case SIGMOID -> DoubleMath.sigmoid(x);
        case SOFTPLUS -> DoubleMath.softplus(x);
        case ERF -> DoubleMath.erf(x);
        case ABS -> Math.abs(x);
        case SIGN -> Math.signum(x);
      };
    }

    @Override
    double power(double base, double exponent) {
      return DoubleMath.pow(base, exponent);
    }
  };

  private final Precision precision;
  private final double unit;
  private final double largest;
  private final double smallest;
  private final double smallestNormal;

  Arithmetic(
      Precision precision, int bits, double largest, double smallest, double smallestNormal) {
    this.precision = precision;
    this.unit = Math.scalb(1.0, -bits);
    this.largest = largest;
    this.smallest = smallest;
    this.smallestNormal = smallestNormal;
  }

  /** That of networks of a precision. */
  public static Arithmetic of(Precision precision) {
    return precision == Precision.FLOAT ? FLOAT : DOUBLE;
  }

  /** The precision of its numbers. */
  public Precision precision() {
    return precision;
  }

  /** Half the distance from 1 to the next number: by so much of itself a result may be rounded. */
  public double unit() {
    return unit;
  }

  /** The next number above or below one of the precision. */
  public double next(double x, boolean up) {
    if (this == FLOAT) {
      return up ? Math.nextUp((float) x) : Math.nextDown((float) x);
    }
    return up ? Math.nextUp(x) : Math.nextDown(x);
  }

  /** The largest number. */
  public double largest() {
    return largest;
  }

  /** The smallest positive number. */
  public double smallest() {
    return smallest;
  }

  /** The smallest positive number that has all its digits. */
  public double smallestNormal() {
    return smallestNormal;
  }

  /** The nearest number. */
  public abstract double round(double x);

  /** A function as generated code calls it. */
  abstract double call(Function function, double x);

  /** A power that is not written as a product. */
  abstract double power(double base, double exponent);

  /** Whether a number that is not 0 is 0 or infinite here. */
  boolean loses(Rational value) {
    double rounded = round(value.toDouble());
    return !value.isZero() && (rounded == 0 || Double.isInfinite(rounded));
  }
}
