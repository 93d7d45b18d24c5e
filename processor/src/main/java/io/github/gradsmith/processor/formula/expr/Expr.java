package io.github.gradsmith.processor.formula.expr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A formula as an immutable tree. The builders flatten sums and products and fold numbers, nothing
 * else: the order of what was written stays. A product's number, if it has one, comes first; x − y
 * is x + (−1) y, and x / y is x y⁻¹.
 */
public sealed interface Expr {
  Expr ZERO = number(0);
  Expr ONE = number(1);
  Expr MINUS_ONE = number(-1);

  /** An exact number. */
  record Number(Rational value) implements Expr {
    @Override
    public List<Expr> children() {
      return List.of();
    }

    @Override
    public Expr withChildren(List<Expr> children) {
      return this;
    }

    @Override
    public <R> R fold(ExprCases<R> cases) {
      return cases.number(this);
    }
  }

  /** A number that has a name because it is no fraction. */
  enum Constant implements Expr {
    /** The circle's circumference over its diameter. */
    PI("pi", StrictMath.PI);

    private final String text;
    private final double value;

    Constant(String text, double value) {
      this.text = text;
      this.value = value;
    }

    /** As formulas write it. */
    public String text() {
      return text;
    }

    /** The nearest double. */
    public double value() {
      return value;
    }

    @Override
    public List<Expr> children() {
      return List.of();
    }

    @Override
    public Expr withChildren(List<Expr> children) {
      return this;
    }

    @Override
    public <R> R fold(ExprCases<R> cases) {
      return cases.constant(this);
    }
  }

  /** A variable, by its name. */
  record Variable(String name) implements Expr {
    @Override
    public List<Expr> children() {
      return List.of();
    }

    @Override
    public Expr withChildren(List<Expr> children) {
      return this;
    }

    @Override
    public <R> R fold(ExprCases<R> cases) {
      return cases.variable(this);
    }
  }

  /** Two or more terms. */
  record Sum(List<Expr> terms) implements Expr {
    public Sum {
      terms = List.copyOf(terms);
    }

    @Override
    public List<Expr> children() {
      return terms;
    }

    @Override
    public Expr withChildren(List<Expr> children) {
      return sum(children);
    }

    @Override
    public <R> R fold(ExprCases<R> cases) {
      return cases.sum(this);
    }
  }

  /** Two or more factors. */
  record Product(List<Expr> factors) implements Expr {
    public Product {
      factors = List.copyOf(factors);
    }

    @Override
    public List<Expr> children() {
      return factors;
    }

    @Override
    public Expr withChildren(List<Expr> children) {
      return product(children);
    }

    @Override
    public <R> R fold(ExprCases<R> cases) {
      return cases.product(this);
    }
  }

  /** A base to an exponent. */
  record Power(Expr base, Expr exponent) implements Expr {
    @Override
    public List<Expr> children() {
      return List.of(base, exponent);
    }

    @Override
    public Expr withChildren(List<Expr> children) {
      return power(children.get(0), children.get(1));
    }

    @Override
    public <R> R fold(ExprCases<R> cases) {
      return cases.power(this);
    }
  }

  /** A function of one argument. */
  record Call(Function function, Expr argument) implements Expr {
    @Override
    public List<Expr> children() {
      return List.of(argument);
    }

    @Override
    public Expr withChildren(List<Expr> children) {
      return call(function, children.get(0));
    }

    @Override
    public <R> R fold(ExprCases<R> cases) {
      return cases.call(this);
    }
  }

  /** {@code max(left, right)} or {@code min(left, right)}; NaN if either is NaN. */
  record Extremum(boolean largest, Expr left, Expr right) implements Expr {
    /** As formulas write it. */
    public String text() {
      return largest ? "max" : "min";
    }

    public double evaluate(double x, double y) {
      return largest ? Math.max(x, y) : Math.min(x, y);
    }

    @Override
    public List<Expr> children() {
      return List.of(left, right);
    }

    @Override
    public Expr withChildren(List<Expr> c) {
      return new Extremum(largest, c.get(0), c.get(1));
    }

    @Override
    public <R> R fold(ExprCases<R> cases) {
      return cases.extremum(this);
    }
  }

  /** {@code where(left > right, then, otherwise)}: one of two values. */
  record Choice(Comparison comparison, Expr left, Expr right, Expr then, Expr otherwise)
      implements Expr {
    @Override
    public List<Expr> children() {
      return List.of(left, right, then, otherwise);
    }

    @Override
    public Expr withChildren(List<Expr> c) {
      return new Choice(comparison, c.get(0), c.get(1), c.get(2), c.get(3));
    }

    @Override
    public <R> R fold(ExprCases<R> cases) {
      return cases.choice(this);
    }
  }

  /** What comes of the case that fits. */
  <R> R fold(ExprCases<R> cases);

  /** The parts, in order. */
  List<Expr> children();

  /** The same kind of expression over other parts. */
  Expr withChildren(List<Expr> children);

  /** Names of all variables, in alphabetical order. */
  default Set<String> variables() {
    Set<String> names = new TreeSet<>();
    if (this instanceof Variable variable) {
      names.add(variable.name());
    }
    children().forEach(child -> names.addAll(child.variables()));
    return names;
  }

  /** Whether a variable is in it. */
  default boolean has(String variable) {
    return this instanceof Variable v
        ? v.name().equals(variable)
        : children().stream().anyMatch(child -> child.has(variable));
  }

  /** Replaces variables by expressions, all at once; the order of terms and factors stays. */
  default Expr substitute(Map<String, Expr> values) {
    if (this instanceof Variable variable) {
      return values.getOrDefault(variable.name(), this);
    }
    return withChildren(children().stream().map(child -> child.substitute(values)).toList());
  }

  /** Whether this is the number 0. */
  default boolean isZero() {
    return equals(ZERO);
  }

  /** Whether this is the number 1. */
  default boolean isOne() {
    return equals(ONE);
  }

  static Expr number(long value) {
    return new Number(Rational.of(value));
  }

  static Expr number(Rational value) {
    return new Number(value);
  }

  static Expr variable(String name) {
    return new Variable(name);
  }

  static Expr call(Function function, Expr argument) {
    return new Call(function, argument);
  }

  static Expr sum(Expr... terms) {
    return sum(Arrays.asList(terms));
  }

  /**
   * Flattened, with one number at the place of the first; a number that would lose its digits in
   * another, as 10⁻²⁰ in 1 − a + 10⁻²⁰, stays beside it.
   */
  static Expr sum(List<Expr> terms) {
    List<Expr> flat = new ArrayList<>();
    for (Expr term : terms) {
      flat.addAll(term instanceof Sum nested ? nested.terms() : List.of(term));
    }
    List<Expr> kept = new ArrayList<>();
    for (Expr term : flat) {
      if (term instanceof Number number) {
        Terms.addNumber(kept, number.value());
      } else {
        kept.add(term);
      }
    }
    if (kept.size() > 1 && kept.stream().allMatch(term -> term instanceof Number)) {
      return number(
          kept.stream().map(term -> ((Number) term).value()).reduce(Rational.ZERO, Rational::plus));
    }
    return kept.isEmpty() ? ZERO : kept.size() == 1 ? kept.get(0) : new Sum(kept);
  }

  static Expr product(Expr... factors) {
    return product(Arrays.asList(factors));
  }

  /** Flattened, with one number in front. */
  static Expr product(List<Expr> factors) {
    List<Expr> kept = new ArrayList<>();
    Rational coefficient = Rational.ONE;
    for (Expr factor : factors) {
      for (Expr part : factor instanceof Product nested ? nested.factors() : List.of(factor)) {
        if (part instanceof Number number) {
          coefficient = coefficient.times(number.value());
        } else {
          kept.add(part);
        }
      }
    }
    if (coefficient.isZero()) {
      return ZERO;
    }
    if (!coefficient.isOne()) {
      kept.add(0, number(coefficient));
    }
    return kept.isEmpty() ? ONE : kept.size() == 1 ? kept.get(0) : new Product(kept);
  }

  static Expr negate(Expr x) {
    return product(MINUS_ONE, x);
  }

  static Expr subtract(Expr x, Expr y) {
    return sum(x, negate(y));
  }

  static Expr divide(Expr x, Expr y) {
    return product(x, power(y, -1));
  }

  static Expr power(Expr base, long exponent) {
    return power(base, number(exponent));
  }

  /** Folds integer powers of numbers and of powers. 0 to a negative exponent stays as it is. */
  static Expr power(Expr base, Expr exponent) {
    if (exponent.isZero() || base.isOne()) {
      return ONE;
    }
    if (exponent.isOne()) {
      return base;
    }
    if (IntegerPowers.integer(exponent).isPresent()) {
      return IntegerPowers.fold(base, IntegerPowers.integer(exponent).getAsInt());
    }
    return new Power(base, exponent);
  }
}
