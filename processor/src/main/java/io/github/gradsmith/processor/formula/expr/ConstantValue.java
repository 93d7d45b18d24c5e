package io.github.gradsmith.processor.formula.expr;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The values of formulas without variables to some fifty digits, so that rounding one to a double
 * rounds the true value: 1/√(2π) becomes one literal.
 */
public final class ConstantValue {
  private static final MathContext DIGITS = new MathContext(60);
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final BigDecimal PI =
      new BigDecimal("3.14159265358979323846264338327950288419716939937510582097494459230781641");

  /** Larger arguments of exp are left to the generated code. */
  private static final BigDecimal LARGEST_EXPONENT = BigDecimal.valueOf(5000);

  private static final Remembered<Expr, Optional<Expr>> NUMBERS =
      new Remembered<>(constant -> number(constant));

  private ConstantValue() {}

  /** With every part that has no variables as a number; what has no value there stays. */
  public static Expr fold(Expr expr) {
    if (expr.children().isEmpty() && !(expr instanceof Expr.Constant)) {
      return expr;
    }
    if (expr.variables().isEmpty()) {
      return NUMBERS.of(expr).orElse(expr);
    }
    return expr.withChildren(expr.children().stream().map(ConstantValue::fold).toList());
  }

  private static Optional<Expr> number(Expr expr) {
    return find(expr, Map.of()).map(value -> Expr.number(Rational.of(value)));
  }

  /**
   * The value.
   *
   * @throws ArithmeticException if there is none
   */
  static BigDecimal of(Expr expr) {
    return of(expr, Map.of());
  }

  /** The value of a formula with variables, unless there is none or it takes too long. */
  public static Optional<BigDecimal> find(Expr expr, Map<String, BigDecimal> variables) {
    try {
      return Optional.of(of(expr, variables));
    } catch (ArithmeticException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /**
   * The value of a formula with variables.
   *
   * @param variables their values
   * @throws ArithmeticException if there is none
   */
  public static BigDecimal of(Expr expr, Map<String, BigDecimal> variables) {
    return expr.fold(new Values(variables));
  }

  private record Values(Map<String, BigDecimal> variables) implements ExprCases<BigDecimal> {
    private BigDecimal of(Expr expr) {
      return expr.fold(this);
    }

    @Override
    public BigDecimal number(Expr.Number number) {
      return number.value().toBigDecimal();
    }

    @Override
    public BigDecimal constant(Expr.Constant constant) {
      return switch (constant) {
        case PI -> ConstantValue.PI;
      };
    }

    @Override
    public BigDecimal variable(Expr.Variable variable) {
      return variables.get(variable.name());
    }

    @Override
    public BigDecimal sum(Expr.Sum sum) {
      BigDecimal result = BigDecimal.ZERO;
      for (Expr term : sum.terms()) {
        result = result.add(of(term), DIGITS);
      }
      return result;
    }

    @Override
    public BigDecimal product(Expr.Product product) {
      BigDecimal result = BigDecimal.ONE;
      for (Expr factor : product.factors()) {
        result = result.multiply(of(factor), DIGITS);
      }
      return result;
    }

    @Override
    public BigDecimal power(Expr.Power power) {
      return ConstantValue.power(of(power.base()), power.exponent(), of(power.exponent()));
    }

    @Override
    public BigDecimal call(Expr.Call call) {
      return ConstantValue.call(call.function(), of(call.argument()));
    }

    @Override
    public BigDecimal extremum(Expr.Extremum e) {
      BigDecimal left = of(e.left());
      BigDecimal right = of(e.right());
      return e.largest() ? left.max(right) : left.min(right);
    }

    @Override
    public BigDecimal choice(Expr.Choice c) {
      boolean holds = c.comparison().holds(of(c.left()).compareTo(of(c.right())));
      return of(holds ? c.then() : c.otherwise());
    }
  }

  private static BigDecimal power(BigDecimal base, Expr exponent, BigDecimal value) {
    OptionalInt integer = IntegerPowers.integer(exponent);
    if (integer.isEmpty()) {
      return exp(log(base).multiply(value, DIGITS));
    }
    BigDecimal power = base.pow(Math.abs(integer.getAsInt()), DIGITS);
    return integer.getAsInt() < 0 ? BigDecimal.ONE.divide(power, DIGITS) : power;
  }

  private static BigDecimal call(Function function, BigDecimal x) {
    return switch (function) {
      case EXP -> exp(x);
      case EXPM1 -> exp(x).subtract(BigDecimal.ONE);
      case LOG -> log(x);
      case LOG1P -> log(x.add(BigDecimal.ONE));
      case SQRT -> x.sqrt(DIGITS);
      case SIGMOID -> sigmoid(x);
      case TANH -> TWO.multiply(sigmoid(x.multiply(TWO))).subtract(BigDecimal.ONE);
      case SINH -> exp(x).subtract(exp(x.negate())).divide(TWO, DIGITS);
      case COSH -> exp(x).add(exp(x.negate())).divide(TWO, DIGITS);
      case SOFTPLUS -> log(exp(x).add(BigDecimal.ONE));
      case ABS -> x.abs();
      case SIGN -> BigDecimal.valueOf(x.signum());
      case SIN, COS, ATAN, ERF -> new BigDecimal(function.evaluate(x.doubleValue()));
    };
  }

  private static BigDecimal sigmoid(BigDecimal x) {
    return BigDecimal.ONE.divide(exp(x.negate()).add(BigDecimal.ONE), DIGITS);
  }

  /** The series of x / 2ᵏ, squared k times. */
  private static BigDecimal exp(BigDecimal x) {
    if (x.compareTo(LARGEST_EXPONENT.negate()) < 0) {
      return BigDecimal.ZERO; // beyond the range of any precision
    }
    if (x.compareTo(LARGEST_EXPONENT) > 0) {
      throw new ArithmeticException("exponent too large");
    }
    int halvings = Math.max(0, Math.getExponent(x.doubleValue()) + 8);
    BigDecimal small = x.divide(TWO.pow(halvings), DIGITS);
    BigDecimal term = BigDecimal.ONE;
    BigDecimal sum = BigDecimal.ONE;
    for (int n = 1; n <= 30; n++) {
      term = term.multiply(small, DIGITS).divide(BigDecimal.valueOf(n), DIGITS);
      sum = sum.add(term, DIGITS);
    }
    for (int i = 0; i < halvings; i++) {
      sum = sum.multiply(sum, DIGITS);
    }
    return sum;
  }

  /** Halley's iteration for exp(y) = x, which triples the digits each time. */
  private static BigDecimal log(BigDecimal x) {
    double start = StrictMath.log(x.doubleValue());
    if (x.signum() <= 0 || Double.isInfinite(start)) {
      throw new ArithmeticException("logarithm undefined");
    }
    BigDecimal y = new BigDecimal(start);
    for (int i = 0; i < 3; i++) {
      BigDecimal exp = exp(y);
      BigDecimal change = x.subtract(exp).divide(x.add(exp), DIGITS).multiply(TWO);
      y = y.add(change, DIGITS);
    }
    return y;
  }
}
