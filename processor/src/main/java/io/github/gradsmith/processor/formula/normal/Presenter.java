package io.github.gradsmith.processor.formula.normal;

import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.ExprOrder;
import io.github.gradsmith.processor.formula.expr.Function;
import io.github.gradsmith.processor.formula.expr.Rational;
import io.github.gradsmith.processor.formula.expr.StepBudget;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes a normal form as an expression a person would write: factored, minus signs inside sums
 * where they vanish, and exp(x) / (1 + exp(x)) as 1 / (1 + exp(−x)), which cannot overflow.
 */
public final class Presenter {
  private Presenter() {}

  /** A factor as it will be written. */
  private record Part(Expr base, int power) {}

  public static Expr present(Fraction fraction) {
    if (fraction.isZero()) {
      return Expr.ZERO;
    }
    SortedMap<Expr, Integer> exps = new TreeMap<>(ExprOrder.INSTANCE);
    List<Part> parts = new ArrayList<>();
    List<ScaledSum> sums = new ArrayList<>();
    fraction
        .factors()
        .forEach(
            (factor, power) ->
                factor
                    .asAtom()
                    .ifPresentOrElse(
                        atom -> addAtom(atom, power, exps, parts),
                        () -> sums.add(new ScaledSum(factor, Monomial.ONE, power))));
    List<ScaledSum> scaled = sums.stream().flatMap(sum -> sum.scale(exps).stream()).toList();
    Rational coefficient = fraction.coefficient();
    for (ScaledSum sum : scaled) {
      boolean flips = coefficient.signum() < 0 && sum.canFlip();
      coefficient = flips ? coefficient.negate() : coefficient;
      parts.add(new Part((flips ? sum.negate() : sum).toExpr(), sum.power()));
    }
    if (!exps.isEmpty()) {
      parts.add(new Part(exp(exps), 1));
    }
    return StepBudget.spendOn(product(coefficient, parts));
  }

  private static void addAtom(Expr atom, int power, Map<Expr, Integer> exps, List<Part> parts) {
    if (isExp(atom)) {
      exps.put(atom, power);
    } else {
      parts.add(new Part(atom, power));
    }
  }

  public static boolean isExp(Expr expr) {
    return expr instanceof Expr.Call call && call.function() == Function.EXP;
  }

  /** Whether it is an exponential of something that varies; exp(1) is a number. */
  public static boolean isVaryingExp(Expr expr) {
    return isExp(expr) && !expr.variables().isEmpty();
  }

  /** One exponential of the sum of all arguments. */
  static Expr exp(SortedMap<Expr, Integer> powers) {
    Fraction argument = Fraction.ZERO;
    for (Map.Entry<Expr, Integer> entry : powers.entrySet()) {
      Fraction power = Fraction.constant(Rational.of(entry.getValue()));
      argument =
          argument.plus(Normalizer.normalize(((Expr.Call) entry.getKey()).argument()).times(power));
    }
    return argument.isZero() ? Expr.ONE : Expr.call(Function.EXP, present(argument));
  }

  /**
   * Numerators first; a factor comes before those that have only some of its variables, then simple
   * factors before sums: (a − t) a (1 − a).
   */
  private static Expr product(Rational coefficient, List<Part> parts) {
    Comparator<Part> order =
        Comparator.<Part>comparingInt(part -> part.power() < 0 ? 1 : 0)
            .thenComparingLong(part -> -dominated(part, parts))
            .thenComparing(Part::base, ExprOrder.INSTANCE);
    List<Expr> factors = new ArrayList<>();
    factors.add(Expr.number(coefficient));
    parts.stream()
        .sorted(order)
        .forEach(part -> factors.add(Expr.power(part.base(), part.power())));
    return Expr.product(factors);
  }

  private static long dominated(Part part, List<Part> parts) {
    Set<String> variables = part.base().variables();
    return parts.stream()
        .map(other -> other.base().variables())
        .filter(others -> variables.size() > others.size() && variables.containsAll(others))
        .count();
  }
}
