package io.github.gradsmith.processor.formula.normal;

import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.ExprOrder;
import io.github.gradsmith.processor.formula.expr.Function;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What roots, absolute values and signs have to do with their arguments: √x² = x, |x|² = x², |x| =
 * x sign(x). With them the normal form keeps none of these in a higher power than needed.
 */
final class AlgebraicIdentities {
  private static final int MOST_ROUNDS = 20;

  private final Normalizer normalizer;

  AlgebraicIdentities(Normalizer normalizer) {
    this.normalizer = normalizer;
  }

  Fraction reduce(Fraction fraction) {
    Fraction result = fraction;
    for (int i = 0; i < MOST_ROUNDS; i++) {
      Fraction before = result;
      for (Expr atom : related(before)) {
        result = inSums(result, (Expr.Call) atom);
        result = inFactors(result, (Expr.Call) atom);
      }
      if (result.equals(before)) {
        return result;
      }
    }
    return result;
  }

  private static SortedSet<Expr> related(Fraction fraction) {
    SortedSet<Expr> atoms = new TreeSet<>(ExprOrder.INSTANCE);
    for (Polynomial factor : fraction.factors().keySet()) {
      for (Expr atom : factor.atoms()) {
        if (atom instanceof Expr.Call call && isRelated(call.function())) {
          atoms.add(atom);
        }
      }
    }
    return atoms;
  }

  private static boolean isRelated(Function function) {
    return function == Function.SQRT || function == Function.ABS || function == Function.SIGN;
  }

  private Fraction inSums(Fraction fraction, Expr.Call atom) {
    Fraction result = Fraction.constant(fraction.coefficient());
    for (Map.Entry<Polynomial, Integer> entry : fraction.factors().entrySet()) {
      Polynomial factor = entry.getKey();
      boolean sum = factor.asAtom().isEmpty() && factor.degree(atom) > 0;
      Fraction reduced = sum ? reduced(factor, atom) : Fraction.of(factor);
      if (reduced.isZero() && entry.getValue() < 0) {
        return fraction;
      }
      result = result.times(reduced.power(entry.getValue()));
    }
    return result;
  }

  private Fraction reduced(Polynomial sum, Expr.Call atom) {
    Fraction argument = normalizer.fraction(atom.argument());
    Fraction result = Fraction.ZERO;
    for (int n = 0; n <= sum.degree(atom); n++) {
      Polynomial coefficient = sum.coefficient(atom, n);
      if (!coefficient.isZero()) {
        result = result.plus(term(coefficient, atom, n, argument));
      }
    }
    return result;
  }

  private static Fraction term(Polynomial coefficient, Expr.Call atom, int n, Fraction argument) {
    if (atom.function() == Function.SIGN) {
      return signs(coefficient, atom, n > 2 ? 2 - n % 2 : n, argument);
    }
    int even = atom.function() == Function.SQRT ? n / 2 : n - n % 2;
    Fraction odd = Fraction.atom(atom).power(n % 2);
    return Fraction.of(coefficient).times(argument.power(even)).times(odd);
  }

  /** sign(x)² x = x, sign(x) x = |x|, sign(x) |x| = x, in each term where they stand together. */
  private static Fraction signs(Polynomial c, Expr.Call sign, int power, Fraction argument) {
    Fraction abs = Fraction.atom(Expr.call(Function.ABS, sign.argument()));
    Fraction signs = Fraction.atom(sign).power(power);
    Fraction sum = Fraction.ZERO;
    for (Fraction part : parts(c, argument)) {
      if (power == 1 && divides(abs, part)) {
        sum = sum.plus(part.over(abs).times(argument));
      } else if (power == 1 && divides(argument, part)) {
        sum = sum.plus(part.over(argument).times(abs));
      } else {
        boolean vanishes = power == 2 && (divides(abs, part) || divides(argument, part));
        sum = sum.plus(vanishes ? part : part.times(signs));
      }
    }
    return sum;
  }

  /** Term by term; whole, if only a sum of terms can have the argument as a factor. */
  private static List<Fraction> parts(Polynomial sum, Fraction argument) {
    boolean atom = single(argument).flatMap(Polynomial::asAtom).isPresent();
    if (!atom) {
      return List.of(Fraction.of(sum));
    }
    return sum.terms().entrySet().stream()
        .map(term -> Fraction.of(Polynomial.of(term.getKey(), term.getValue())))
        .toList();
  }

  private static boolean divides(Fraction divisor, Fraction x) {
    return x.over(divisor).factors().values().stream().allMatch(n -> n > 0)
        && !divisor.factors().isEmpty();
  }

  private Fraction inFactors(Fraction fraction, Expr.Call atom) {
    Fraction argument = normalizer.fraction(atom.argument());
    return atom.function() == Function.SQRT
        ? root(fraction, atom, argument)
        : signed(fraction, atom, argument);
  }

  /** √x to 1 or −1, and not 1 in the denominator of x: √x / x is 1 / √x. */
  private static Fraction root(Fraction fraction, Expr.Call root, Fraction argument) {
    int n = fraction.power(Polynomial.atom(root));
    Fraction atom = Fraction.atom(root);
    if (argument.factors().isEmpty()) {
      int odd = Math.floorMod(n, 2);
      return fraction.times(atom.power(odd - n)).times(argument.power((n - odd) / 2));
    }
    Fraction result = fraction.times(atom.power(n % 2 - n)).times(argument.power(n / 2));
    int power = single(argument).map(result::power).orElse(0);
    if (n % 2 * power < 0) {
      return result.times(atom.power(-2 * (n % 2))).times(argument.power(n % 2));
    }
    return result;
  }

  /** With |x| = s x for s = sign(x), a product of powers of all three is sⁿ xᵏ, n being 0 or 1. */
  private static Fraction signed(Fraction fraction, Expr.Call atom, Fraction argument) {
    Expr sign = Expr.call(Function.SIGN, atom.argument());
    Expr abs = Expr.call(Function.ABS, atom.argument());
    int s = fraction.power(Polynomial.atom(sign));
    int a = fraction.power(Polynomial.atom(abs));
    int p = single(argument).map(fraction::power).orElse(0);
    boolean signOnly = a == 0 && p == 0;
    if (s == 0 && a == 0 || signOnly && (s == 1 || s == 2)) {
      return fraction;
    }
    Fraction others =
        fraction
            .times(Fraction.atom(sign).power(-s))
            .times(Fraction.atom(abs).power(-a))
            .times(argument.power(-p));
    int k = a + p;
    if (Math.floorMod(s + a, 2) == 0) {
      return signOnly
          ? others.times(Fraction.atom(sign).power(2))
          : others.times(argument.power(k));
    }
    if (k == 0) {
      return others.times(Fraction.atom(sign));
    }
    int one = Integer.signum(k);
    return others.times(Fraction.atom(abs).power(one)).times(argument.power(k - one));
  }

  /** The argument's polynomial, if it is nothing else. */
  private static Optional<Polynomial> single(Fraction argument) {
    boolean single =
        argument.coefficient().isOne()
            && argument.factors().size() == 1
            && argument.factors().get(argument.factors().firstKey()) == 1;
    return single ? Optional.of(argument.factors().firstKey()) : Optional.empty();
  }
}
