package io.github.gradsmith.processor.formula.normal;

import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.ExprCases;
import io.github.gradsmith.processor.formula.expr.Function;
import io.github.gradsmith.processor.formula.expr.IntegerPowers;
import io.github.gradsmith.processor.formula.expr.Rational;
import io.github.gradsmith.processor.formula.expr.StepBudget;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Brings expressions to the normal form of a {@link Fraction}. All functions that are made of exp
 * and log are written in them, so that equal ones meet whatever they are called.
 */
public final class Normalizer {
  private static final Fraction HALF = Fraction.constant(Rational.of(1, 2));
  private static final Fraction MINUS_ONE = Fraction.constant(Rational.of(-1));

  private final Map<Expr, Fraction> known = new HashMap<>();
  private final Exponentials exponentials;
  private final AlgebraicIdentities relations = new AlgebraicIdentities(this);

  private Normalizer(Units units) {
    this.exponentials = new Exponentials(this, units);
  }

  /**
   * The normal form.
   *
   * @throws TooLargeException if it takes too much to find
   */
  public static Fraction normalize(Expr expr) {
    return normalizeAll(List.of(expr)).get(0);
  }

  /** Normal forms that share their exponentials. */
  public static List<Fraction> normalizeAll(List<Expr> exprs) {
    Units units = new Units();
    List<Fraction> result = new ArrayList<>();
    do {
      Normalizer normalizer = new Normalizer(units);
      result.clear();
      exprs.forEach(expr -> result.add(normalizer.fraction(expr)));
    } while (units.takeRefined());
    return result;
  }

  /** The normal form of a product of normal forms in which a root may have become a square. */
  static Fraction reduce(Fraction fraction) {
    return new Normalizer(new Units()).relations.reduce(fraction);
  }

  Fraction fraction(Expr expr) {
    if (expr instanceof Expr.Number number) {
      return Fraction.constant(number.value());
    }
    if (expr instanceof Expr.Variable || expr instanceof Expr.Constant) {
      return Fraction.atom(expr);
    }
    Fraction result = known.get(StepBudget.spendOn(expr));
    if (result == null) {
      List<Fraction> parts = expr.children().stream().map(this::fraction).toList();
      result = relations.reduce(combine(expr, parts));
      known.put(expr, result);
    }
    return result;
  }

  private Fraction combine(Expr expr, List<Fraction> parts) {
    return expr.fold(new Combined(parts));
  }

  private Fraction call(Function function, Fraction x) {
    return switch (function) {
      case EXP -> exponentials.exp(x);
      case EXPM1 -> exponentials.exp(x).plus(MINUS_ONE);
      case LOG -> exponentials.log(x);
      case LOG1P -> exponentials.log(Fraction.ONE.plus(x));
      case SOFTPLUS -> exponentials.log(Fraction.ONE.plus(exponentials.exp(x)));
      case SIGMOID -> exponentials.exp(x).over(Fraction.ONE.plus(exponentials.exp(x)));
      case TANH -> hyperbolic(x, MINUS_ONE).over(hyperbolic(x, Fraction.ONE));
      case SINH -> hyperbolic(x, MINUS_ONE).times(HALF);
      case COSH -> hyperbolic(x, Fraction.ONE).times(HALF);
      case SQRT -> Roots.sqrt(this, x);
      case ABS -> Roots.abs(x);
      case SIGN -> Roots.sign(x);
      case SIN, ATAN, ERF -> odd(function, x);
      case COS -> x.isZero() ? Fraction.ONE : Fraction.atom(even(Function.COS, x));
    };
  }

  /** eˣ + sign · e⁻ˣ. */
  private Fraction hyperbolic(Fraction x, Fraction sign) {
    return exponentials.exp(x).plus(exponentials.exp(x.times(MINUS_ONE)).times(sign));
  }

  private Fraction power(Expr expr, List<Fraction> parts) {
    Fraction base = parts.get(0);
    Expr exponent = Presenter.present(parts.get(1));
    OptionalInt integer = IntegerPowers.integer(exponent);
    if (integer.isPresent() && !(base.isZero() && integer.getAsInt() < 0)) {
      return base.power(integer.getAsInt());
    }
    OptionalInt halves = IntegerPowers.integer(Expr.product(Expr.number(2), exponent));
    if (halves.isPresent() && !base.isZero()) {
      return Roots.sqrt(this, base).power(halves.getAsInt());
    }
    boolean number = exponent instanceof Expr.Number;
    Expr shown = Presenter.present(base);
    boolean positive = Sign.of(shown, Map.of()).isPositive();
    if (positive && (!number || Presenter.isExp(shown))) {
      return exponentials.exp(exponentials.log(base).times(parts.get(1)));
    }
    return opaque(expr, parts);
  }

  /** f(−x) = −f(x): the argument's number is kept positive. */
  private static Fraction odd(Function function, Fraction argument) {
    if (argument.isZero()) {
      return Fraction.ZERO;
    }
    Rational sign = Rational.of(argument.coefficient().signum());
    return Fraction.atom(even(function, argument)).times(Fraction.constant(sign));
  }

  /** The function of the argument, or of its negative if its number is negative. */
  private static Expr even(Function function, Fraction argument) {
    Rational sign = Rational.of(argument.coefficient().signum());
    return Expr.call(function, Presenter.present(argument.times(Fraction.constant(sign))));
  }

  private static Fraction extremum(Expr.Extremum extremum, List<Fraction> parts) {
    Fraction difference = parts.get(0).plus(parts.get(1).times(MINUS_ONE));
    Sign sign = Sign.of(Presenter.present(difference), Map.of());
    if (!sign.negative() || !sign.positive()) {
      return parts.get(sign.negative() == extremum.largest() ? 1 : 0);
    }
    return opaque(extremum, parts);
  }

  private static Fraction choice(Expr.Choice choice, List<Fraction> parts) {
    Fraction difference = parts.get(0).plus(parts.get(1).times(MINUS_ONE));
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

  /** Of the normal forms of its parts. */
  private final class Combined implements ExprCases<Fraction> {
    private final List<Fraction> parts;

    Combined(List<Fraction> parts) {
      this.parts = parts;
    }

    @Override
    public Fraction number(Expr.Number number) {
      return Fraction.constant(number.value());
    }

    @Override
    public Fraction constant(Expr.Constant constant) {
      return Fraction.atom(constant);
    }

    @Override
    public Fraction variable(Expr.Variable variable) {
      return Fraction.atom(variable);
    }

    @Override
    public Fraction sum(Expr.Sum sum) {
      return parts.stream().reduce(Fraction.ZERO, Fraction::plus);
    }

    @Override
    public Fraction product(Expr.Product product) {
      return parts.stream().reduce(Fraction.ONE, Fraction::times);
    }

    @Override
    public Fraction power(Expr.Power power) {
      return Normalizer.this.power(power, parts);
    }

    @Override
    public Fraction call(Expr.Call call) {
      return Normalizer.this.call(call.function(), parts.get(0));
    }

    @Override
    public Fraction extremum(Expr.Extremum extremum) {
      return Normalizer.extremum(extremum, parts);
    }

    @Override
    public Fraction choice(Expr.Choice choice) {
      return Normalizer.choice(choice, parts);
    }
  }
}
