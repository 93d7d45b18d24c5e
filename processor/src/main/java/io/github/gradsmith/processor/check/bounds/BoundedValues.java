package io.github.gradsmith.processor.check.bounds;

import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.ExprCases;
import io.github.gradsmith.processor.formula.expr.Function;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.IntFunction;

/**
 * The true values of formulas at many points, each with the error that rounding of every step, and
 * of the variables themselves, may add up to: running error analysis.
 */
final class BoundedValues {
  /** From −1 to 1. */
  private static final ScaledDouble JUMP_OF_SIGN = ScaledDouble.of(2);

  private final double unit;
  private final int count;
  private final Map<Expr, Bounded[]> known = new HashMap<>();

  /**
   * Takes the points.
   *
   * @param unit by so much of itself each result may be rounded
   */
  BoundedValues(Map<String, double[]> points, double unit) {
    this.unit = unit;
    this.count = Bounds.count(points);
    points.forEach(
        (name, column) ->
            known.put(Expr.variable(name), each(i -> exact(ScaledDouble.of(column[i])))));
  }

  /** The value at each point; not to be changed. */
  Bounded[] of(Expr expr) {
    Bounded[] values = known.get(expr);
    if (values == null) {
      values = compute(expr);
      known.put(expr, values);
    }
    return values;
  }

  private Bounded[] compute(Expr expr) {
    return expr.fold(new Values());
  }

  private Bounded[] joined(List<Expr> parts, BinaryOperator<Bounded> join) {
    Bounded[] result = of(parts.get(0));
    for (Expr part : parts.subList(1, parts.size())) {
      Bounded[] before = result;
      Bounded[] next = of(part);
      result = each(i -> join.apply(before[i], next[i]));
    }
    return result;
  }

  private Bounded call(Expr.Call call, Bounded x) {
    Function function = call.function();
    ScaledDouble value = ScaledEvaluator.call(function, x.value());
    if (function == Function.ABS) {
      return rounded(value, x.error(), x.isTurning());
    }
    if (function == Function.SIGN && isTurning(x.value(), x.error())) {
      return rounded(value, JUMP_OF_SIGN, true);
    }
    ScaledDouble error = Bounded.spread(value, ScaledEvaluator.call(function, x.moved()));
    ScaledDouble below = x.value().plus(x.error().negated());
    return x.isTurning()
        ? rounded(value, larger(error, spread(function, value, below)), true)
        : rounded(value, error, false);
  }

  private static ScaledDouble spread(Function function, ScaledDouble value, ScaledDouble at) {
    return Bounded.spread(value, ScaledEvaluator.call(function, at));
  }

  private static ScaledDouble larger(ScaledDouble x, ScaledDouble y) {
    return ScaledEvaluator.extremum(true, List.of(x, y));
  }

  private static boolean isTurning(ScaledDouble difference, ScaledDouble doubt) {
    return doubt.sign() != 0 && !(difference.abs().plus(doubt.negated()).sign() > 0);
  }

  private static boolean turning(Bounded x, Bounded y) {
    return x.isTurning() || y.isTurning();
  }

  private Bounded plus(Bounded x, Bounded y) {
    return rounded(x.value().plus(y.value()), x.error().plus(y.error()), turning(x, y));
  }

  private Bounded times(Bounded x, Bounded y) {
    ScaledDouble left = x.value().abs().times(y.error());
    ScaledDouble right = y.value().abs().times(x.error());
    ScaledDouble both = left.plus(right).plus(x.error().times(y.error()));
    return rounded(x.value().times(y.value()), both, turning(x, y));
  }

  /** What the other side may be off by counts only where rounding may bring it before. */
  private static Bounded extremum(boolean largest, Bounded x, Bounded y) {
    ScaledDouble value = ScaledEvaluator.extremum(largest, List.of(x.value(), y.value()));
    ScaledDouble difference = x.value().plus(y.value().negated());
    boolean certain = difference.abs().plus(x.error().plus(y.error()).negated()).sign() > 0;
    ScaledDouble taken = difference.sign() > 0 == largest ? x.error() : y.error();
    return new Bounded(value, certain ? taken : larger(x.error(), y.error()), turning(x, y));
  }

  private Bounded power(Bounded x, Bounded y) {
    boolean turning = turning(x, y);
    ScaledDouble value = x.value().power(y.value());
    ScaledDouble byBase = Bounded.spread(value, x.moved().power(y.value()));
    if (turning) {
      ScaledDouble below = x.value().plus(x.error().negated());
      byBase = larger(byBase, Bounded.spread(value, below.power(y.value())));
    }
    boolean whole = y.value().toDouble() == Math.rint(y.value().toDouble());
    ScaledDouble byExponent = whole ? zero() : Bounded.spread(value, x.value().power(y.moved()));
    return rounded(value, byBase.plus(byExponent), turning);
  }

  /** Where rounding may turn the comparison, the value may be that of the other side. */
  private Bounded choose(
      Expr.Choice choice, Bounded left, Bounded right, Bounded then, Bounded otherwise) {
    ScaledDouble difference = left.value().plus(right.value().negated());
    boolean holds = choice.comparison().holds(difference.sign(), 0);
    Bounded taken = holds ? then : otherwise;
    if (!isTurning(difference, left.error().plus(right.error()))) {
      return taken;
    }
    ScaledDouble between = Bounded.spread(then.value(), otherwise.value());
    ScaledDouble error = between.plus(larger(then.error(), otherwise.error()));
    return new Bounded(taken.value(), error, true);
  }

  private Bounded exact(ScaledDouble value) {
    return rounded(value, zero(), false);
  }

  private Bounded rounded(ScaledDouble value, ScaledDouble error, boolean isTurning) {
    return Bounded.rounded(value, error, unit, isTurning);
  }

  private static ScaledDouble zero() {
    return Bounded.NOTHING;
  }

  private Bounded[] all(ScaledDouble value) {
    Bounded bounded = exact(value);
    return each(i -> bounded);
  }

  private Bounded[] each(IntFunction<Bounded> value) {
    Bounded[] result = new Bounded[count];
    Arrays.setAll(result, value);
    return result;
  }

  private final class Values implements ExprCases<Bounded[]> {
    @Override
    public Bounded[] number(Expr.Number number) {
      return all(ScaledDouble.of(number.value()));
    }

    @Override
    public Bounded[] constant(Expr.Constant constant) {
      return all(ScaledDouble.of(constant.value()));
    }

    @Override
    public Bounded[] variable(Expr.Variable variable) {
      throw new IllegalArgumentException("no value for " + variable.name());
    }

    @Override
    public Bounded[] sum(Expr.Sum sum) {
      return joined(sum.terms(), BoundedValues.this::plus);
    }

    @Override
    public Bounded[] product(Expr.Product product) {
      return joined(product.factors(), BoundedValues.this::times);
    }

    @Override
    public Bounded[] power(Expr.Power power) {
      return joined(power.children(), BoundedValues.this::power);
    }

    @Override
    public Bounded[] call(Expr.Call call) {
      Bounded[] argument = of(call.argument());
      return each(i -> BoundedValues.this.call(call, argument[i]));
    }

    @Override
    public Bounded[] extremum(Expr.Extremum extremum) {
      return joined(
          extremum.children(), (x, y) -> BoundedValues.extremum(extremum.largest(), x, y));
    }

    @Override
    public Bounded[] choice(Expr.Choice choice) {
      List<Bounded[]> parts = choice.children().stream().map(BoundedValues.this::of).toList();
      return each(
          i -> choose(choice, parts.get(0)[i], parts.get(1)[i], parts.get(2)[i], parts.get(3)[i]));
    }
  }
}
