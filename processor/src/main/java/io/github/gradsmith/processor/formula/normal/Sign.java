package io.github.gradsmith.processor.formula.normal;

import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.Function;
import io.github.gradsmith.processor.formula.expr.IntegerPowers;
import java.util.Map;

/** What is known of an expression's sign: which of the three it may have. */
public record Sign(boolean negative, boolean zero, boolean positive) {
  static final Sign ANY = new Sign(true, true, true);
  static final Sign POSITIVE = new Sign(false, false, true);

  /** The possible signs of an expression, given those of its variables; others may be anything. */
  public static Sign of(Expr expr, Map<String, Sign> variables) {
    if (expr instanceof Expr.Number number) {
      return of(number.value().signum());
    }
    if (expr instanceof Expr.Constant) {
      return POSITIVE;
    }
    if (expr instanceof Expr.Variable variable) {
      return variables.getOrDefault(variable.name(), ANY);
    }
    if (expr instanceof Expr.Sum sum) {
      return sum.terms().stream().map(x -> of(x, variables)).reduce(of(0), Sign::plus);
    }
    if (expr instanceof Expr.Product product) {
      return product.factors().stream().map(x -> of(x, variables)).reduce(of(1), Sign::times);
    }
    if (expr instanceof Expr.Extremum e) {
      return of(e.left(), variables).extremum(of(e.right(), variables), e.largest());
    }
    if (expr instanceof Expr.Choice choice) {
      return of(choice.then(), variables).or(of(choice.otherwise(), variables));
    }
    if (expr instanceof Expr.Call call) {
      return ofCall(call.function(), of(call.argument(), variables));
    }
    return ofPower((Expr.Power) expr, variables);
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
}
