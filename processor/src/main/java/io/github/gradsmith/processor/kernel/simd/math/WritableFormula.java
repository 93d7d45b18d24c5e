package io.github.gradsmith.processor.kernel.simd.math;

import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.ExprCases;
import io.github.gradsmith.processor.formula.expr.Function;
import java.util.HashSet;
import java.util.Set;

/**
 * Whether {@link SimdFormulaCode} can write a formula.
 *
 * @param calls the functions found so far
 */
record WritableFormula(Set<Expr> calls) implements ExprCases<Boolean> {
  /** A larger power by multiplications would lose more than 4 ulp. */
  private static final int LARGEST_POWER = 8;

  /** More functions in one loop than these the compiler of the JVM might not take on. */
  private static final int MOST_FUNCTIONS = 6;

  /** Whether all of a formula can be written. */
  static boolean is(Expr formula) {
    Set<Expr> calls = new HashSet<>();
    return formula.fold(new WritableFormula(calls)) && calls.size() <= MOST_FUNCTIONS;
  }

  private static boolean isOperation(Function function) {
    return function == Function.ABS || function == Function.SIGN || function == Function.SQRT;
  }

  /** The exponent if it is a whole number, or 0. */
  static int exponent(Expr.Power power) {
    return power.exponent() instanceof Expr.Number number && number.value().isInteger()
        ? (int) Math.max(-1000, Math.min(1000, number.value().toDouble()))
        : 0;
  }

  @Override
  public Boolean number(Expr.Number number) {
    return true;
  }

  @Override
  public Boolean constant(Expr.Constant constant) {
    return true;
  }

  @Override
  public Boolean variable(Expr.Variable variable) {
    return true;
  }

  @Override
  public Boolean sum(Expr.Sum sum) {
    return parts(sum);
  }

  @Override
  public Boolean product(Expr.Product product) {
    return parts(product);
  }

  @Override
  public Boolean power(Expr.Power power) {
    return exponent(power) != 0
        && Math.abs(exponent(power)) <= LARGEST_POWER
        && power.base().fold(this);
  }

  @Override
  public Boolean call(Expr.Call call) {
    if (!isOperation(call.function())) {
      calls.add(call);
      return SimdFunctions.has(call.function()) && call.argument().fold(this);
    }
    return parts(call);
  }

  @Override
  public Boolean extremum(Expr.Extremum extremum) {
    return parts(extremum);
  }

  @Override
  public Boolean choice(Expr.Choice choice) {
    return parts(choice);
  }

  private boolean parts(Expr expr) {
    return expr.children().stream().allMatch(child -> child.fold(this));
  }
}
