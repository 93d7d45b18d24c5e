package io.github.gradsmith.processor.formula.normal;

import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.ExprCases;
import io.github.gradsmith.processor.formula.expr.Function;
import io.github.gradsmith.processor.formula.expr.IntegerPowers;
import java.util.Map;

/** What is known of an expression's sign: which of the three it may have. */
public record Sign(boolean negative, boolean zero, boolean positive) {
  static final Sign ANY = new Sign(true, true, true);
  static final Sign POSITIVE = new Sign(false, false, true);

  /** The possible signs of an expression, given those of its variables; others may be anything. */
  public static Sign of(Expr expr, Map<String, Sign> variables) {
    return expr.fold(new Signs(variables));
  }

  private static Sign ofCall(Function function, Sign argument) {
    return switch (function) {
      case EXP, SIGMOID, SOFTPLUS, COSH -> POSITIVE;
      case ABS -> argument.times(argument).withoutOpposite();
      case SQRT -> argument.isPositive() ? POSITIVE : new Sign(false, true, true);
      case TANH, SINH, EXPM1, ATAN, ERF, SIGN -> argument;
      case LOG1P -> argument.negative() ? ANY : argument;
      case LOG, SIN, COS -> ANY;
    };
  }

  private static Sign ofPower(Expr.Power power, Map<String, Sign> variables) {
    Sign base = of(power.base(), variables);
    if (IntegerPowers.integer(power.exponent()).isEmpty()) {
      return base.isPositive() ? POSITIVE : ANY;
    }
    boolean even = IntegerPowers.integer(power.exponent()).getAsInt() % 2 == 0;
    return even ? base.times(base).withoutOpposite() : base;
  }

  private static Sign of(int signum) {
    return new Sign(signum < 0, signum == 0, signum > 0);
  }

  boolean isPositive() {
    return positive && !negative && !zero;
  }

  /** Whether every sign this may have is one the other may have. */
  public boolean within(Sign other) {
    return (!negative || other.negative) && (!zero || other.zero) && (!positive || other.positive);
  }

  private Sign withoutOpposite() {
    return new Sign(false, zero, positive);
  }

  private Sign or(Sign other) {
    return new Sign(negative || other.negative, zero || other.zero, positive || other.positive);
  }

  private Sign extremum(Sign other, boolean largest) {
    boolean anyNegative = negative || other.negative;
    boolean anyPositive = positive || other.positive;
    boolean canBeNegative = largest ? negative && other.negative : anyNegative;
    boolean canBePositive = largest ? anyPositive : positive && other.positive;
    return new Sign(canBeNegative, zero || other.zero, canBePositive);
  }

  private Sign plus(Sign other) {
    boolean cancels = negative && other.positive || positive && other.negative;
    return new Sign(
        negative || other.negative, zero && other.zero || cancels, positive || other.positive);
  }

  private Sign times(Sign other) {
    return new Sign(
        negative && other.positive || positive && other.negative,
        zero || other.zero,
        positive && other.positive || negative && other.negative);
  }

  private record Signs(Map<String, Sign> variables) implements ExprCases<Sign> {
    private Sign of(Expr expr) {
      return expr.fold(this);
    }

    @Override
    public Sign number(Expr.Number number) {
      return Sign.of(number.value().signum());
    }

    @Override
    public Sign constant(Expr.Constant constant) {
      return POSITIVE;
    }

    @Override
    public Sign variable(Expr.Variable variable) {
      return variables.getOrDefault(variable.name(), ANY);
    }

    @Override
    public Sign sum(Expr.Sum sum) {
      return sum.terms().stream().map(this::of).reduce(Sign.of(0), Sign::plus);
    }

    @Override
    public Sign product(Expr.Product product) {
      return product.factors().stream().map(this::of).reduce(Sign.of(1), Sign::times);
    }

    @Override
    public Sign power(Expr.Power power) {
      return ofPower(power, variables);
    }

    @Override
    public Sign call(Expr.Call call) {
      return ofCall(call.function(), of(call.argument()));
    }

    @Override
    public Sign extremum(Expr.Extremum extremum) {
      return of(extremum.left()).extremum(of(extremum.right()), extremum.largest());
    }

    @Override
    public Sign choice(Expr.Choice choice) {
      return of(choice.then()).or(of(choice.otherwise()));
    }
  }
}
