package io.github.gradsmith.processor.formula.form;

import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.ExprOrder;
import io.github.gradsmith.processor.formula.expr.Rational;
import io.github.gradsmith.processor.formula.normal.Elimination;
import io.github.gradsmith.processor.formula.normal.Fraction;
import io.github.gradsmith.processor.formula.normal.Monomial;
import io.github.gradsmith.processor.formula.normal.Normalizer;
import io.github.gradsmith.processor.formula.normal.Polynomial;
import io.github.gradsmith.processor.formula.normal.Presenter;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A normal form sorted by its exponentials: rest · exp(exponent) · groups · mixed.
 *
 * @param rest what has no exponentials
 * @param exponent the argument of what belongs to no group
 * @param groups rational functions of one exponential each
 * @param mixed powers of sums whose exponentials are not powers of a single one
 */
record ExponentialGroups(
    Fraction rest, Fraction exponent, List<Group> groups, Map<Polynomial, Integer> mixed) {

  /**
   * A rational function of one exponential.
   *
   * @param argument u of the unit exp(u)
   * @param unit the variable that stands for exp(u)
   * @param function the function, in the unit
   */
  record Group(Fraction argument, Expr unit, Fraction function) {
    /** How often the unit itself is a factor. */
    int power() {
      return function.power(Polynomial.atom(unit));
    }

    /** The unit replaced by something else. */
    Fraction at(Fraction value) {
      return Elimination.replace(function, unit, value);
    }
  }

  static ExponentialGroups of(Fraction fraction) {
    return new Sorter().sort(fraction);
  }

  /** Whether it has an exponential at all. */
  boolean isEmpty() {
    return groups.isEmpty() && mixed.isEmpty() && exponent.isZero();
  }

  /** Powers of exponentials, each the argument's multiple in one product. */
  private static final class Vector {
    private final SortedMap<Expr, Integer> powers = new TreeMap<>(ExprOrder.INSTANCE);

    static Vector of(Monomial monomial) {
      Vector vector = new Vector();
      monomial.powers().forEach((atom, n) -> vector.add(atom, Presenter.isExp(atom) ? n : 0));
      return vector;
    }

    void add(Expr atom, int n) {
      powers.merge(atom, n, Integer::sum);
      powers.remove(atom, 0);
    }

    Vector plus(Vector other, int times) {
      Vector sum = new Vector();
      sum.powers.putAll(powers);
      other.powers.forEach((atom, n) -> sum.add(atom, n * times));
      return sum;
    }

    /** The shortest vector of this direction or the opposite one. */
    Vector primitive() {
      int divisor =
          powers.values().stream()
              .map(BigInteger::valueOf)
              .reduce(BigInteger.ZERO, BigInteger::gcd)
              .intValue();
      int sign = Integer.signum(powers.get(powers.firstKey()));
      Vector result = new Vector();
      powers.forEach((atom, n) -> result.powers.put(atom, sign * n / divisor));
      return result;
    }

    /** n such that this is n times the other. */
    Optional<Integer> multipleOf(Vector other) {
      Expr first = other.powers.firstKey();
      int n = powers.getOrDefault(first, 0) / other.powers.get(first);
      return plus(other, -n).powers.isEmpty() ? Optional.of(n) : Optional.empty();
    }

    Fraction argument() {
      Fraction sum = Fraction.ZERO;
      for (Map.Entry<Expr, Integer> entry : powers.entrySet()) {
        Fraction argument = Normalizer.normalize(((Expr.Call) entry.getKey()).argument());
        sum = sum.plus(argument.times(Fraction.constant(Rational.of(entry.getValue()))));
      }
      return sum;
    }
  }

  private static final class Sorter {
    private Fraction rest = Fraction.ONE;
    private Vector exponent = new Vector();
    private final Map<String, Vector> directions = new TreeMap<>();
    private final Map<String, Fraction> functions = new TreeMap<>();
    private final Map<Polynomial, Integer> mixed = new TreeMap<>();

    ExponentialGroups sort(Fraction fraction) {
      rest = Fraction.constant(fraction.coefficient());
      fraction.factors().forEach(this::add);
      List<Group> groups = new ArrayList<>();
      for (Map.Entry<String, Vector> direction : directions.entrySet()) {
        groups.add(group(direction.getKey(), direction.getValue()));
      }
      return new ExponentialGroups(rest, exponent.argument(), groups, mixed);
    }

    private void add(Polynomial factor, int power) {
      if (factor.asAtom().filter(Presenter::isExp).isPresent()) {
        exponent.add(factor.asAtom().get(), power);
      } else if (factor.atoms().stream().noneMatch(Presenter::isVaryingExp)) {
        rest = rest.times(Fraction.of(factor, power));
      } else {
        addSum(factor, power);
      }
    }

    private void addSum(Polynomial sum, int power) {
      Vector first = Vector.of(sum.terms().firstKey());
      Optional<Vector> direction =
          sum.terms().keySet().stream()
              .map(monomial -> Vector.of(monomial).plus(first, -1))
              .filter(difference -> !difference.powers.isEmpty())
              .findFirst()
              .map(Vector::primitive);
      Vector along = direction.orElseGet(Vector::new);
      List<Optional<Integer>> steps =
          sum.terms().keySet().stream()
              .map(monomial -> Vector.of(monomial).plus(first, -1).multipleOf(along))
              .toList();
      if (steps.stream().anyMatch(Optional::isEmpty)) {
        mixed.put(sum, power);
        return;
      }
      int least = steps.stream().mapToInt(Optional::get).min().orElseThrow();
      exponent = exponent.plus(first.plus(along, least), power);
      String name = name(along);
      Fraction inUnit = Fraction.ZERO;
      int i = 0;
      for (Map.Entry<Monomial, Rational> term : sum.terms().entrySet()) {
        Fraction unit = Fraction.atom(Expr.variable(name)).power(steps.get(i++).get() - least);
        Polynomial others = Polynomial.of(withoutExponentials(term.getKey()), term.getValue());
        inUnit = inUnit.plus(Fraction.of(others).times(unit));
      }
      functions.merge(name, inUnit.power(power), Fraction::times);
    }

    private String name(Vector direction) {
      String name = "#" + direction.powers;
      directions.put(name, direction);
      return name;
    }

    private static Monomial withoutExponentials(Monomial monomial) {
      SortedMap<Expr, Integer> powers = new TreeMap<>(monomial.powers());
      powers.keySet().removeIf(Presenter::isExp);
      return new Monomial(powers);
    }

    /** With its share of the exponent, and the largest unit of which all powers are powers. */
    private Group group(String name, Vector direction) {
      Vector share = new Vector();
      direction.powers.keySet().forEach(x -> share.add(x, exponent.powers.getOrDefault(x, 0)));
      int power = share.multipleOf(direction).orElse(0);
      exponent = exponent.plus(direction, -power);
      Expr unit = Expr.variable(name);
      Fraction function = functions.get(name).times(Fraction.atom(unit).power(power));
      Fraction argument = direction.argument();
      if (argument.coefficient().signum() < 0) {
        function = Elimination.replace(function, unit, Fraction.atom(unit).power(-1));
        argument = argument.times(Fraction.constant(Rational.of(-1)));
      }
      int common = Elimination.commonExponent(function, unit);
      Fraction raised = Elimination.inPowers(function, unit, common, unit);
      return new Group(argument.times(Fraction.constant(Rational.of(common))), unit, raised);
    }
  }
}
