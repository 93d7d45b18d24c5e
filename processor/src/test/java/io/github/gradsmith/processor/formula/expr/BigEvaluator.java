package io.github.gradsmith.processor.formula.expr;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The value of formulas at one point, to many digits. Where a formula is not defined, and where it
 * turns on a difference that is all rounding, it throws an {@link ArithmeticException}.
 */
public final class BigEvaluator {
  /** Digits of a difference that may be rounding alone. */
  private static final int DOUBTFUL = 20;

  private record Value(Function function, BigDecimal argument) {}

  private final MathContext context;
  private final BigMath math;
  private final Map<String, BigDecimal> point;
  private final Map<Value, BigDecimal> known = new HashMap<>();
  private final List<Integer> turns = new ArrayList<>();

  public BigEvaluator(int digits, Map<String, BigDecimal> point) {
    context = new MathContext(digits);
    math = BigMath.of(digits);
    this.point = point;
  }

  /** The formula's value. */
  public BigDecimal evaluate(Expr expr) {
    if (expr instanceof Expr.Number number) {
      BigDecimal above = new BigDecimal(number.value().numerator());
      return above.divide(new BigDecimal(number.value().denominator()), context);
    }
    if (expr instanceof Expr.Constant constant) {
      return switch (constant) {
        case PI -> math.pi().round(context);
      };
    }
    if (expr instanceof Expr.Variable variable) {
      return point.get(variable.name());
    }
    if (expr instanceof Expr.Choice c) {
      int side = side(evaluate(c.left()), evaluate(c.right()));
      return evaluate(c.comparison().holds(side) ? c.then() : c.otherwise());
    }
    return combine(expr, expr.children().stream().map(this::evaluate).toList());
  }

  /**
   * Which way every choice, maximum, minimum, absolute value, sign and root so far has gone: as
   * long as two points agree in it, there is no kink between them.
   */
  public List<Integer> turns() {
    return List.copyOf(turns);
  }

  private BigDecimal combine(Expr expr, List<BigDecimal> parts) {
    if (expr instanceof Expr.Sum) {
      return parts.stream().reduce(BigDecimal.ZERO, (x, y) -> x.add(y, context));
    }
    if (expr instanceof Expr.Product) {
      return parts.stream().reduce(BigDecimal.ONE, (x, y) -> x.multiply(y, context));
    }
    if (expr instanceof Expr.Power) {
      return power(parts.get(0), parts.get(1));
    }
    if (expr instanceof Expr.Extremum extremum) {
      int side = side(parts.get(0), parts.get(1));
      return parts.get(extremum.largest() == side > 0 ? 0 : 1);
    }
    Value value = new Value(((Expr.Call) expr).function(), parts.get(0));
    BigDecimal result = known.get(value);
    if (result == null) {
      result = call(value.function(), value.argument()).round(context);
      known.put(value, result);
    }
    return result;
  }

  /** The sign of x − y, which must be known. */
  private int side(BigDecimal x, BigDecimal y) {
    int side = x.compareTo(y);
    BigDecimal largest = x.abs().max(y.abs()).max(BigDecimal.ONE);
    BigDecimal rounding = largest.scaleByPowerOfTen(DOUBTFUL - context.getPrecision());
    if (side != 0 && x.subtract(y, context).abs().compareTo(rounding) < 0) {
      throw new ArithmeticException("a difference of rounding");
    }
    turns.add(side);
    return side;
  }

  private BigDecimal power(BigDecimal base, BigDecimal exponent) {
    if (exponent.stripTrailingZeros().scale() <= 0) {
      return base.pow(exponent.intValueExact(), context);
    }
    if (side(base, BigDecimal.ZERO) == 0 && exponent.signum() > 0) {
      return BigDecimal.ZERO;
    }
    return math.exp(math.log(base).multiply(exponent)).round(context);
  }

  /** A new function needs its line here. */
  private BigDecimal call(Function function, BigDecimal x) {
    return switch (function) {
      case EXP -> math.exp(x);
      case EXPM1 -> math.expm1(x);
      case LOG -> math.log(x);
      case LOG1P -> math.log1p(x);
      case SQRT -> side(x, BigDecimal.ZERO) == 0 ? x : math.sqrt(x);
      case SIN -> math.sin(x);
      case COS -> math.cos(x);
      case ATAN -> math.atan(x);
      case SINH -> math.sinh(x);
      case COSH -> math.cosh(x);
      case TANH -> math.tanh(x);
      case SIGMOID -> math.sigmoid(x);
      case SOFTPLUS -> math.softplus(x);
      case ERF -> math.erf(x);
      case ABS -> x.multiply(BigDecimal.valueOf(side(x, BigDecimal.ZERO)));
      case SIGN -> BigDecimal.valueOf(side(x, BigDecimal.ZERO));
    };
  }
}
