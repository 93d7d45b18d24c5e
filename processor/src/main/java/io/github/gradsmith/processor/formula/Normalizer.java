package io.github.gradsmith.processor.formula;

import java.util.List;
import java.util.OptionalInt;

/** Brings expressions to the normal form of a {@link Fraction}. */
final class Normalizer {
  private Normalizer() {}

  /**
   * The normal form.
   *
   * @throws TooLargeException if it takes too much to find
   */
  static Fraction normalize(Expr expr) {
    if (expr instanceof Expr.Number number) {
      return Fraction.constant(number.value());
    }
    if (expr instanceof Expr.Variable || expr instanceof Expr.Constant) {
      return Fraction.atom(expr);
    }
    List<Fraction> parts = expr.children().stream().map(Normalizer::normalize).toList();
    return combine(expr, parts);
  }

  private static Fraction combine(Expr expr, List<Fraction> parts) {
    if (expr instanceof Expr.Sum) {
      return parts.stream().reduce(Fraction.ZERO, Fraction::plus);
    }
    if (expr instanceof Expr.Product) {
      return parts.stream().reduce(Fraction.ONE, Fraction::times);
    }
    if (expr instanceof Expr.Power) {
      return power(expr, parts);
    }
    if (expr instanceof Expr.Choice choice) {
      return choice(choice, parts);
    }
    if (expr instanceof Expr.Extremum) {
      return opaque(expr, parts);
    }
    Function function = ((Expr.Call) expr).function();
    return switch (function) {
      case EXP -> Exponentials.exp(parts.get(0));
      case LOG -> Exponentials.log(parts.get(0));
      case TANH, SINH, SIN, ATAN, ERF -> odd(function, parts.get(0));
      default -> opaque(expr, parts);
    };
  }

  private static Fraction power(Expr expr, List<Fraction> parts) {
    Fraction base = parts.get(0);
    Expr exponent = Presenter.present(parts.get(1));
    OptionalInt integer = Powers.integer(exponent);
    if (integer.isPresent() && !(base.isZero() && integer.getAsInt() < 0)) {
      return base.power(integer.getAsInt());
    }
    if (Presenter.present(base) instanceof Expr.Call call && call.function() == Function.EXP) {
      return Exponentials.exp(normalize(call.argument()).times(parts.get(1)));
    }
    return opaque(expr, parts);
  }

  /** f(−x) = −f(x): the argument's number is kept positive. */
  private static Fraction odd(Function function, Fraction argument) {
    if (argument.isZero()) {
      return Fraction.ZERO;
    }
    Rational sign = Rational.of(argument.coefficient().signum());
    Expr positive = Presenter.present(argument.times(Fraction.constant(sign)));
    return Fraction.atom(Expr.call(function, positive)).times(Fraction.constant(sign));
  }

  private static Fraction choice(Expr.Choice choice, List<Fraction> parts) {
    Fraction difference = parts.get(0).plus(parts.get(1).times(Fraction.constant(Rational.of(-1))));
    if (difference.factors().isEmpty()) {
      boolean holds = choice.comparison().holds(difference.coefficient().signum());
      return parts.get(holds ? 2 : 3);
    }
    return parts.get(2).equals(parts.get(3)) ? parts.get(2) : opaque(choice, parts);
  }

  /** The expression over its simplified parts, as an atom. */
  private static Fraction opaque(Expr expr, List<Fraction> parts) {
    Expr rebuilt = expr.withChildren(parts.stream().map(Presenter::present).toList());
    return rebuilt instanceof Expr.Number number
        ? Fraction.constant(number.value())
        : Fraction.atom(rebuilt);
  }
}
