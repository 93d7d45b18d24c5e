package io.github.gradsmith.processor.formula.normal;

import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.Rational;
import io.github.gradsmith.processor.formula.expr.TooLargeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * The normal form: a number times pairwise coprime primitive polynomials to integer powers, where
 * negative powers are the denominator. It is kept factored, so that products cancel without being
 * multiplied out; only sums are.
 */
public record Fraction(Rational coefficient, SortedMap<Polynomial, Integer> factors) {
  public static final Fraction ZERO = constant(Rational.ZERO);
  public static final Fraction ONE = constant(Rational.ONE);

  public static Fraction constant(Rational value) {
    return new Fraction(value, Collections.emptySortedMap());
  }

  public static Fraction atom(Expr atom) {
    return new Fraction(
        Rational.ONE, new TreeMap<>(Collections.singletonMap(Polynomial.atom(atom), 1)));
  }

  /** Takes common atoms and repeated factors out of a polynomial. */
  public static Fraction of(Polynomial polynomial) {
    if (polynomial.isZero()) {
      return ZERO;
    }
    Fraction result = constant(polynomial.content());
    Polynomial rest = polynomial.primitive();
    for (Expr atom : rest.atoms()) {
      int power = rest.lowestDegree(atom);
      if (power > 0) {
        result = result.times(atom(atom).power(power));
        rest = rest.divide(Polynomial.of(Monomial.of(atom, power), Rational.ONE)).orElseThrow();
      }
    }
    return result.times(squareFree(rest));
  }

  /** A polynomial to a power. */
  public static Fraction of(Polynomial polynomial, int power) {
    return of(polynomial).power(power);
  }

  /** Splits off factors that a derivative shares, and with them repeated ones. */
  private static Fraction squareFree(Polynomial primitive) {
    if (primitive.isConstant()) {
      return ONE;
    }
    if (primitive.degree() > GreatestDivisor.HIGHEST_DEGREE) {
      return single(primitive, 1);
    }
    List<Expr> atoms = new ArrayList<>(primitive.atoms());
    atoms.sort(Comparator.comparingInt(primitive::degree));
    for (Expr atom : atoms) {
      Polynomial common = GreatestDivisor.of(primitive, primitive.derivative(atom));
      if (!common.isConstant()) {
        Polynomial other = primitive.divide(common).orElseThrow();
        return squareFree(common).times(squareFree(other));
      }
      if (primitive.degree(atom) == 1) {
        break; // linear in it and without a factor free of it: irreducible
      }
    }
    return single(primitive, 1);
  }

  public boolean isZero() {
    return coefficient.isZero();
  }

  public Fraction times(Fraction other) {
    if (isZero() || other.isZero()) {
      return ZERO;
    }
    SortedMap<Polynomial, Integer> product = new TreeMap<>(factors);
    other.factors.forEach((factor, power) -> insert(product, factor, power));
    return new Fraction(coefficient.times(other.coefficient), product);
  }

  /**
   * This divided by another.
   *
   * @throws ArithmeticException if the other is 0
   */
  public Fraction over(Fraction other) {
    return times(other.power(-1));
  }

  /** The power of one of the factors; 0 if it is none. */
  public int power(Polynomial factor) {
    return factors.getOrDefault(factor, 0);
  }

  /** Multiplies by a primitive polynomial's power and keeps all factors coprime. */
  private static void insert(SortedMap<Polynomial, Integer> factors, Polynomial factor, int power) {
    if (power == 0 || factor.isConstant()) {
      return;
    }
    if (factors.containsKey(factor)) {
      int sum = checked((long) factors.remove(factor) + power);
      if (sum != 0) {
        factors.put(factor, sum);
      }
      return;
    }
    for (Polynomial present : factors.keySet()) {
      Polynomial common = GreatestDivisor.of(present, factor);
      if (!common.isConstant()) {
        int presentPower = factors.remove(present);
        insert(factors, common, checked((long) presentPower + power));
        insert(factors, present.divide(common).orElseThrow().primitive(), presentPower);
        insert(factors, factor.divide(common).orElseThrow().primitive(), power);
        return;
      }
    }
    factors.put(factor, power);
  }

  private static int checked(long power) {
    if (Math.abs(power) > 1_000_000) {
      throw new TooLargeException();
    }
    return (int) power;
  }

  /**
   * This to an integer power.
   *
   * @throws ArithmeticException if this is 0 and the exponent negative
   */
  public Fraction power(int exponent) {
    if (exponent == 0) {
      return ONE;
    }
    if ((long) coefficient.bitLength() * Math.abs(exponent) > 2000) {
      throw new TooLargeException();
    }
    SortedMap<Polynomial, Integer> powers = new TreeMap<>();
    factors.forEach((factor, power) -> powers.put(factor, checked((long) power * exponent)));
    return new Fraction(coefficient.power(exponent), powers);
  }

  public Fraction plus(Fraction other) {
    if (isZero() || other.isZero()) {
      return isZero() ? other : this;
    }
    SortedSet<Polynomial> all = new TreeSet<>(factors.keySet());
    all.addAll(other.factors.keySet());
    Fraction common = ONE;
    Polynomial mine = Polynomial.constant(coefficient);
    Polynomial theirs = Polynomial.constant(other.coefficient);
    for (Polynomial factor : all) {
      int p = factors.getOrDefault(factor, 0);
      int q = other.factors.getOrDefault(factor, 0);
      int least = Math.min(p, q);
      common = common.times(single(factor, least));
      mine = mine.times(factor.power(p - least));
      theirs = theirs.times(factor.power(q - least));
    }
    return common.times(of(mine.plus(theirs)));
  }

  /** The same product of other polynomials, which must be coprime if these are. */
  public Fraction map(UnaryOperator<Polynomial> change) {
    Rational number = coefficient;
    SortedMap<Polynomial, Integer> changed = new TreeMap<>();
    for (Map.Entry<Polynomial, Integer> entry : factors.entrySet()) {
      Polynomial polynomial = change.apply(entry.getKey());
      number = number.times(polynomial.content().power(entry.getValue()));
      changed.merge(polynomial.primitive(), entry.getValue(), Integer::sum);
    }
    changed.values().removeIf(power -> power == 0);
    return new Fraction(number, changed);
  }

  private static Fraction single(Polynomial factor, int power) {
    return power == 0
        ? ONE
        : new Fraction(Rational.ONE, new TreeMap<>(Collections.singletonMap(factor, power)));
  }

  /** The factors of the numerator, multiplied out, with the coefficient. */
  Polynomial numerator() {
    Polynomial product = Polynomial.constant(coefficient);
    for (Polynomial factor : factors.keySet()) {
      product = product.times(factor.power(Math.max(0, factors.get(factor))));
    }
    return product;
  }

  /** The factors of the denominator, multiplied out. */
  Polynomial denominator() {
    Polynomial product = Polynomial.ONE;
    for (Polynomial factor : factors.keySet()) {
      product = product.times(factor.power(Math.max(0, -factors.get(factor))));
    }
    return product;
  }
}
