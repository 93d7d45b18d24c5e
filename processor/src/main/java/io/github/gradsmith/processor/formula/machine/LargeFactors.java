package io.github.gradsmith.processor.formula.machine;

import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.Function;
import io.github.gradsmith.processor.formula.expr.IntegerPowers;
import io.github.gradsmith.processor.formula.expr.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Takes large numbers out of sums, which exact arithmetic multiplied into them: 1 + 10²⁰ x becomes
 * 10²⁰ (x + 10⁻²⁰), and the number goes on into the product around it, where it may cancel.
 */
final class LargeFactors {
  private static final Rational LARGE = Rational.of(1000);
  private static final int MOST_BITS = 8000;

  private LargeFactors() {}

  static Expr of(Expr expr) {
    if (expr.children().isEmpty()) {
      return expr;
    }
    Expr inner = expr.withChildren(expr.children().stream().map(LargeFactors::of).toList());
    if (inner instanceof Expr.Sum sum) {
      return sum(sum);
    }
    if (inner instanceof Expr.Power power) {
      return power(power);
    }
    return inner instanceof Expr.Call call ? call(call) : inner;
  }

  private static Expr sum(Expr.Sum sum) {
    Rational largest =
        sum.terms().stream().map(term -> number(term).abs()).max(Rational::compareTo).orElseThrow();
    if (largest.compareTo(LARGE) <= 0 && largest.inverse().compareTo(LARGE) <= 0) {
      return sum;
    }
    Expr inverse = Expr.number(largest.inverse());
    List<Expr> terms = new ArrayList<>();
    sum.terms().forEach(term -> terms.add(Expr.product(inverse, term)));
    return Expr.product(Expr.number(largest), Expr.sum(terms));
  }

  /** (c x)ⁿ = cⁿ xⁿ. */
  private static Expr power(Expr.Power power) {
    OptionalInt exponent = IntegerPowers.integer(power.exponent());
    Rational number = number(power.base());
    boolean split =
        exponent.isPresent()
            && power.base() instanceof Expr.Product
            && !number.isOne()
            && number.bitLength() * Math.abs(exponent.getAsInt()) <= MOST_BITS;
    return split
        ? Expr.product(
            Expr.number(number.power(exponent.getAsInt())),
            Expr.power(without(power.base()), exponent.getAsInt()))
        : power;
  }

  /** √(c x) = √c √x and |c x| = |c| |x|. */
  private static Expr call(Expr.Call call) {
    Rational number = number(call.argument());
    boolean splits =
        call.function() == Function.ABS || call.function() == Function.SQRT && number.signum() > 0;
    return splits && !number.isOne() && call.argument() instanceof Expr.Product
        ? Expr.product(
            Expr.call(call.function(), Expr.number(number)),
            Expr.call(call.function(), without(call.argument())))
        : call;
  }

  /** The number in front of a term. */
  private static Rational number(Expr term) {
    Expr first = term instanceof Expr.Product product ? product.factors().get(0) : term;
    return first instanceof Expr.Number number ? number.value() : Rational.ONE;
  }

  private static Expr without(Expr product) {
    List<Expr> factors = ((Expr.Product) product).factors();
    return Expr.product(factors.subList(1, factors.size()));
  }
}
