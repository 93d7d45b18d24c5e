package io.github.gradsmith.processor.formula.normal;

import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.ExprOrder;
import io.github.gradsmith.processor.formula.expr.Rational;
import io.github.gradsmith.processor.formula.expr.StepBudget;
import io.github.gradsmith.processor.formula.expr.TooLargeException;
import java.math.BigInteger;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A multiplied-out sum of monomials with rational coefficients, none of them 0. Immutable. */
public record Polynomial(SortedMap<Monomial, Rational> terms) implements Comparable<Polynomial> {
  public static final Polynomial ZERO = new Polynomial(Collections.emptySortedMap());
  public static final Polynomial ONE = constant(Rational.ONE);

  private static final int MOST_TERMS = 120;
  private static final int HIGHEST_DEGREE = 64;
  private static final int MOST_BITS = 1000;

  static Polynomial constant(Rational value) {
    return of(Monomial.ONE, value);
  }

  public static Polynomial of(Monomial monomial, Rational coefficient) {
    SortedMap<Monomial, Rational> terms = new TreeMap<>();
    add(terms, monomial, coefficient);
    return new Polynomial(terms);
  }

  public static Polynomial atom(Expr atom) {
    return of(Monomial.of(atom, 1), Rational.ONE);
  }

  private static void add(SortedMap<Monomial, Rational> terms, Monomial monomial, Rational value) {
    StepBudget.spend(1);
    Rational sum = terms.getOrDefault(monomial, Rational.ZERO).plus(value);
    if (sum.bitLength() > MOST_BITS || monomial.degree() > HIGHEST_DEGREE) {
      throw new TooLargeException();
    }
    if (sum.isZero()) {
      terms.remove(monomial);
    } else {
      terms.put(monomial, sum);
    }
    if (terms.size() > MOST_TERMS) {
      throw new TooLargeException();
    }
  }

  boolean isZero() {
    return terms.isEmpty();
  }

  public boolean isConstant() {
    return isZero() || terms.lastKey().equals(Monomial.ONE);
  }

  public Polynomial plus(Polynomial other) {
    SortedMap<Monomial, Rational> sum = new TreeMap<>(terms);
    other.terms.forEach((monomial, value) -> add(sum, monomial, value));
    return new Polynomial(sum);
  }

  public Polynomial minus(Polynomial other) {
    return plus(other.times(Rational.of(-1)));
  }

  public Polynomial times(Polynomial other) {
    SortedMap<Monomial, Rational> product = new TreeMap<>();
    terms.forEach((m, x) -> other.terms.forEach((n, y) -> add(product, m.times(n), x.times(y))));
    return new Polynomial(product);
  }

  public Polynomial times(Rational factor) {
    return times(constant(factor));
  }

  /** This to a power of 0 or more. */
  public Polynomial power(int exponent) {
    if (exponent > MOST_TERMS) {
      throw new TooLargeException();
    }
    Polynomial result = ONE;
    for (int i = 0; i < exponent; i++) {
      result = result.times(this);
    }
    return result;
  }

  /** The quotient, if there is no remainder. */
  Optional<Polynomial> divide(Polynomial divisor) {
    Monomial leading = divisor.terms.lastKey();
    Rational leadingInverse = divisor.terms.get(leading).inverse();
    Polynomial rest = this;
    Polynomial quotient = ZERO;
    while (!rest.isZero()) {
      Monomial last = rest.terms.lastKey();
      Optional<Monomial> monomial = last.divide(leading);
      if (monomial.isEmpty()) {
        return Optional.empty();
      }
      Polynomial part = of(monomial.get(), rest.terms.get(last).times(leadingInverse));
      quotient = quotient.plus(part);
      rest = rest.minus(part.times(divisor));
    }
    return Optional.of(quotient);
  }

  public SortedSet<Expr> atoms() {
    SortedSet<Expr> atoms = new TreeSet<>(ExprOrder.INSTANCE);
    terms.keySet().forEach(monomial -> atoms.addAll(monomial.powers().keySet()));
    return atoms;
  }

  /** With other atoms instead of some. */
  public Polynomial rename(Map<Expr, Expr> names) {
    SortedMap<Monomial, Rational> renamed = new TreeMap<>();
    terms.forEach((monomial, value) -> add(renamed, monomial.rename(names), value));
    return new Polynomial(renamed);
  }

  /** The atom, if this is nothing but one atom. */
  public Optional<Expr> asAtom() {
    boolean single =
        terms.size() == 1 && terms.lastKey().degree() == 1 && terms.get(terms.lastKey()).isOne();
    return single ? Optional.of(terms.lastKey().powers().firstKey()) : Optional.empty();
  }

  /** The degree in all atoms together. */
  public int degree() {
    return isZero() ? 0 : terms.lastKey().degree();
  }

  public int degree(Expr atom) {
    return terms.keySet().stream().mapToInt(monomial -> monomial.power(atom)).max().orElse(0);
  }

  int lowestDegree(Expr atom) {
    return terms.keySet().stream().mapToInt(monomial -> monomial.power(atom)).min().orElse(0);
  }

  /** The coefficient of a power of the atom: a polynomial in the other atoms. */
  public Polynomial coefficient(Expr atom, int power) {
    SortedMap<Monomial, Rational> part = new TreeMap<>();
    terms.forEach(
        (monomial, value) -> {
          if (monomial.power(atom) == power) {
            part.put(monomial.without(atom), value);
          }
        });
    return new Polynomial(part);
  }

  /** The derivative by an atom, as if the others were constants. */
  Polynomial derivative(Expr atom) {
    Polynomial result = ZERO;
    for (int n = degree(atom); n > 0; n--) {
      Polynomial power = of(Monomial.of(atom, n - 1), Rational.of(n));
      result = result.plus(coefficient(atom, n).times(power));
    }
    return result;
  }

  /**
   * The rational number by which this differs from its primitive part: integer coefficients without
   * a common divisor, the least monomial's positive.
   */
  Rational content() {
    BigInteger divisor = BigInteger.ZERO;
    BigInteger multiple = BigInteger.ONE;
    for (Rational value : terms.values()) {
      divisor = divisor.gcd(value.numerator());
      BigInteger d = value.denominator();
      multiple = multiple.multiply(d.divide(multiple.gcd(d)));
    }
    Rational content = new Rational(divisor, multiple);
    return terms.get(terms.firstKey()).signum() < 0 ? content.negate() : content;
  }

  Polynomial primitive() {
    return times(content().inverse());
  }

  @Override
  public int compareTo(Polynomial other) {
    Iterator<Map.Entry<Monomial, Rational>> theirs = other.terms.entrySet().iterator();
    for (Map.Entry<Monomial, Rational> mine : terms.entrySet()) {
      if (!theirs.hasNext()) {
        return 1;
      }
      Map.Entry<Monomial, Rational> their = theirs.next();
      int byMonomial = mine.getKey().compareTo(their.getKey());
      if (byMonomial != 0) {
        return byMonomial;
      }
      int byValue = mine.getValue().compareTo(their.getValue());
      if (byValue != 0) {
        return byValue;
      }
    }
    return theirs.hasNext() ? -1 : 0;
  }
}
