package io.github.gradsmith.processor.formula.derive;

import io.github.gradsmith.processor.formula.expr.Comparison;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.Function;
import io.github.gradsmith.processor.formula.expr.OperationCount;
import io.github.gradsmith.processor.formula.expr.Question;
import io.github.gradsmith.processor.formula.expr.StepBudget;
import io.github.gradsmith.processor.formula.form.Simplifier;
import io.github.gradsmith.processor.formula.form.StableForm;
import io.github.gradsmith.processor.formula.normal.Sign;
import java.util.Map;
import java.util.Optional;

/** Finds out whether the derivative of a = f(z) can be written in a alone, as σ' = a (1 − a). */
public final class OutputForm {
  private final String input;
  private final Expr z;
  private final Expr output;

  private static final Question SLOPE = new Question("slope", OutputForm::findSlope);

  private OutputForm(String input, String output) {
    this.input = input;
    this.z = Expr.variable(input);
    this.output = Expr.variable(output);
  }

  /**
   * The derivative of the value by the input, written in the output, if that can be done and costs
   * no more operations than the derivative in the input does, see {@link OperationCount}. It can be
   * done if the derivative is a number; if z enters value and derivative through one part u only,
   * for which a = a(u) can be solved; and piece by piece, if the value is a choice by the sign of z
   * or has an absolute value of z and a itself tells the pieces apart.
   */
  public static Optional<Expr> find(Expr value, String input, String output) {
    return StepBudget.bounded(() -> cheap(value, input, output));
  }

  /**
   * The derivative of a formula in {@code z} by it: in the output {@code a} where {@link #find}
   * finds that, else in {@code z}.
   */
  public static Expr slope(Expr value) {
    return SLOPE.of(value);
  }

  private static Expr findSlope(Expr value) {
    return find(value, "z", "a").orElseGet(() -> Derivative.of(value, "z"));
  }

  private static Optional<Expr> cheap(Expr value, String input, String output) {
    Expr derivative = Derivative.of(value, input);
    return new OutputForm(input, output)
        .form(Simplifier.simplify(value), derivative)
        .filter(form -> cost(form) <= cost(derivative));
  }

  private static long cost(Expr derivative) {
    return OperationCount.of(StableForm.of(derivative));
  }

  private Optional<Expr> form(Expr value, Expr derivative) {
    if (!derivative.variables().contains(input)) {
      return Optional.of(derivative);
    }
    try {
      if (value instanceof Expr.Choice choice) {
        return byBranches(choice);
      }
      Optional<Expr> solved = Inversion.of(value, derivative, input, output);
      return solved.isPresent() ? solved : bySides(value, derivative);
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }

  private Optional<Expr> form(Expr value) {
    return form(value, Derivative.of(value, input));
  }

  /**
   * where(z > 0, f, g) with f above f(0) for positive z and g nowhere above it for the other z is
   * the same as a choice by a > f(0); likewise for the other comparisons with 0.
   */
  private Optional<Expr> byBranches(Expr.Choice choice) {
    if (!choice.left().equals(z) || !choice.right().isZero()) {
      return Optional.empty();
    }
    return pieces(choice.comparison(), choice.then(), choice.otherwise())
        .map(p -> choose(choice.comparison(), p));
  }

  /** With |z| = z for positive z and |z| = −z for the others, unless there is a kink at 0. */
  private Optional<Expr> bySides(Expr value, Expr derivative) {
    if (!has(value, Expr.call(Function.ABS, z)) || has(derivative, Expr.call(Function.SIGN, z))) {
      return Optional.empty();
    }
    Expr above = Simplifier.simplify(replaceAbs(value, z));
    Expr below = Simplifier.simplify(replaceAbs(value, Expr.negate(z)));
    return pieces(Comparison.GREATER, above, below)
        .map(p -> even(p).orElseGet(() -> choose(Comparison.GREATER, p)));
  }

  /** Slopes in a on both sides of a number. */
  private record Pieces(Expr then, Expr otherwise, Expr threshold) {}

  private Optional<Pieces> pieces(Comparison comparison, Expr then, Expr otherwise) {
    Expr threshold = Simplifier.simplify(otherwise.substitute(Map.of(input, Expr.ZERO)));
    boolean decides =
        decides(then, threshold, sign(comparison, true))
            && decides(otherwise, threshold, sign(comparison, false));
    if (!decides || !threshold.variables().isEmpty()) {
      return Optional.empty();
    }
    Optional<Expr> thenForm = form(Simplifier.simplify(then));
    Optional<Expr> otherwiseForm = form(Simplifier.simplify(otherwise));
    return thenForm.isEmpty() || otherwiseForm.isEmpty()
        ? Optional.empty()
        : Optional.of(new Pieces(thenForm.get(), otherwiseForm.get(), threshold))
            .filter(p -> threshold.isZero() || !hasKink(p));
  }

  /** Rounding may move a to the threshold, but not to 0: a kink elsewhere would be missed. */
  private boolean hasKink(Pieces p) {
    Map<String, Expr> at = Map.of(((Expr.Variable) output).name(), p.threshold());
    Expr then = Simplifier.simplify(p.then().substitute(at));
    return !then.equals(Simplifier.simplify(p.otherwise().substitute(at)));
  }

  /** Whether the value is above or below the threshold as z is above or below 0. */
  private boolean decides(Expr value, Expr threshold, Sign side) {
    Expr above = Simplifier.simplify(Expr.subtract(value, threshold));
    return Sign.of(above, Map.of(input, side)).within(side);
  }

  private Expr choose(Comparison comparison, Pieces p) {
    return Simplifier.simplify(
        new Expr.Choice(comparison, output, p.threshold(), p.then(), p.otherwise()));
  }

  /** f(|a|), if the slopes are f(a) and f(−a). */
  private Optional<Expr> even(Pieces p) {
    Map<String, Expr> minus = Map.of(((Expr.Variable) output).name(), Expr.negate(output));
    Map<String, Expr> abs =
        Map.of(((Expr.Variable) output).name(), Expr.call(Function.ABS, output));
    Expr mirrored = Simplifier.simplify(p.otherwise().substitute(minus));
    boolean even = p.threshold().isZero() && mirrored.equals(Simplifier.simplify(p.then()));
    return even ? Optional.of(Simplifier.simplify(p.then().substitute(abs))) : Optional.empty();
  }

  private static boolean has(Expr expr, Expr part) {
    return expr.equals(part) || expr.children().stream().anyMatch(child -> has(child, part));
  }

  private Expr replaceAbs(Expr expr, Expr by) {
    return expr.equals(Expr.call(Function.ABS, z))
        ? by
        : expr.withChildren(expr.children().stream().map(x -> replaceAbs(x, by)).toList());
  }

  /** The signs a number may have if its comparison with 0 is true, or false. */
  private static Sign sign(Comparison comparison, boolean holds) {
    return new Sign(
        comparison.holds(-1) == holds, comparison.holds(0) == holds, comparison.holds(1) == holds);
  }
}
