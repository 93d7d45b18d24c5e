package io.github.gradsmith.processor.formula;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Finds out whether the derivative of a = f(z) can be written in a alone, as σ' = a (1 − a). */
public final class OutputForm {
  private final String input;
  private final Expr output;

  private OutputForm(String input, String output) {
    this.input = input;
    this.output = Expr.variable(output);
  }

  /**
   * The derivative of the value by the input, written in the output, if that can be done: either it
   * is a number, or z enters value and derivative through one part u only, for which a = a(u) can
   * be solved, or the value is a choice whose branches do and which the sign of a decides.
   */
  public static Optional<Expr> find(Expr value, String input, String output) {
    return new OutputForm(input, output).find(value);
  }

  private Optional<Expr> find(Expr value) {
    Expr derivative = Derivative.of(value, input);
    if (!derivative.variables().contains(input)) {
      return Optional.of(derivative);
    }
    try {
      return value instanceof Expr.Choice choice
          ? byBranches(choice)
          : bySolving(value, derivative);
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }

  private Optional<Expr> bySolving(Expr value, Expr derivative) {
    List<Expr> parts = partsWithInput(value);
    if (parts.size() != 1) {
      return Optional.empty();
    }
    Expr part = parts.get(0);
    Fraction f = Normalizer.normalize(value);
    Fraction slope = Normalizer.normalize(derivative);
    int exponent = Elimination.commonExponent(f, part);
    if (exponent == 0 || Elimination.commonExponent(slope, part) % exponent != 0) {
      return Optional.empty();
    }
    Expr power = Expr.variable(input + "^" + exponent);
    Expr inPower = Presenter.present(Elimination.inPowers(f, part, exponent, power));
    Expr slopeInPower = Presenter.present(Elimination.inPowers(slope, part, exponent, power));
    return Elimination.solve(inPower, power, output)
        .map(solution -> Elimination.replace(slopeInPower, power, solution))
        .filter(result -> !result.variables().contains(input));
  }

  private List<Expr> partsWithInput(Expr value) {
    TreeSet<Expr> atoms = new TreeSet<>(ExprOrder.INSTANCE);
    Normalizer.normalize(value).factors().keySet().forEach(p -> atoms.addAll(p.atoms()));
    return atoms.stream().filter(atom -> atom.variables().contains(input)).toList();
  }

  /**
   * where(z > 0, f, g) with f positive for positive z and g nowhere positive for the other z is the
   * same as a choice by a > 0; likewise for the other comparisons with 0.
   */
  private Optional<Expr> byBranches(Expr.Choice choice) {
    if (!choice.left().equals(Expr.variable(input)) || !choice.right().isZero()) {
      return Optional.empty();
    }
    Sign whereTrue = sign(choice.comparison(), true);
    Sign whereFalse = sign(choice.comparison(), false);
    boolean decides =
        Sign.of(choice.then(), Map.of(input, whereTrue)).within(whereTrue)
            && Sign.of(choice.otherwise(), Map.of(input, whereFalse)).within(whereFalse);
    Optional<Expr> then = find(choice.then());
    Optional<Expr> otherwise = find(choice.otherwise());
    if (!decides || then.isEmpty() || otherwise.isEmpty()) {
      return Optional.empty();
    }
    Expr form =
        new Expr.Choice(choice.comparison(), output, Expr.ZERO, then.get(), otherwise.get());
    return Optional.of(Simplifier.simplify(form));
  }

  /** The signs a number may have if its comparison with 0 is true, or false. */
  private static Sign sign(Comparison comparison, boolean holds) {
    return new Sign(
        comparison.holds(-1) == holds, comparison.holds(0) == holds, comparison.holds(1) == holds);
  }
}
