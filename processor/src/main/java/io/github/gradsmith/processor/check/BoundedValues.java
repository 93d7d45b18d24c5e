package io.github.gradsmith.processor.check;

import io.github.gradsmith.processor.formula.Expr;
import io.github.gradsmith.processor.formula.Function;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * The true values of formulas at many points, each with the error that rounding of every step, and
 * of the variables themselves, may add up to: running error analysis.
 */
final class BoundedValues {
  /** From −1 to 1. */
  private static final Wide JUMP_OF_SIGN = Wide.of(2);

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
        (name, column) -> known.put(Expr.variable(name), each(i -> exact(Wide.of(column[i])))));
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
    if (expr instanceof Expr.Number number) {
      return all(Wide.of(number.value()));
    }
    if (expr instanceof Expr.Constant constant) {
      return all(Wide.of(constant.value()));
    }
    List<Bounded[]> parts = expr.children().stream().map(this::of).toList();
    if (expr instanceof Expr.Choice choice) {
      return each(
          i -> choose(choice, parts.get(0)[i], parts.get(1)[i], parts.get(2)[i], parts.get(3)[i]));
    }
    if (expr instanceof Expr.Call call) {
      return each(i -> call(call, parts.get(0)[i]));
    }
    Bounded[] result = parts.get(0);
    for (Bounded[] part : parts.subList(1, parts.size())) {
      Bounded[] before = result;
      result = each(i -> join(expr, before[i], part[i]));
    }
    return result;
  }

  private Bounded call(Expr.Call call, Bounded x) {
    Function function = call.function();
    Wide value = WideEvaluator.call(function, x.value());
    if (function == Function.ABS) {
      return rounded(value, x.error(), x.isTurning());
    }
    if (function == Function.SIGN && isTurning(x.value(), x.error())) {
      return rounded(value, JUMP_OF_SIGN, true);
    }
    Wide error = Bounded.spread(value, WideEvaluator.call(function, x.moved()));
    Wide below = x.value().plus(x.error().negated());
    return x.isTurning()
        ? rounded(value, larger(error, spread(function, value, below)), true)
        : rounded(value, error, false);
  }

  private static Wide spread(Function function, Wide value, Wide at) {
    return Bounded.spread(value, WideEvaluator.call(function, at));
  }

  private static Wide larger(Wide x, Wide y) {
    return WideEvaluator.extremum(true, List.of(x, y));
  }

  private static boolean isTurning(Wide difference, Wide doubt) {
    return doubt.sign() != 0 && !(difference.abs().plus(doubt.negated()).sign() > 0);
  }

  private Bounded join(Expr expr, Bounded x, Bounded y) {
    boolean turning = x.isTurning() || y.isTurning();
    if (expr instanceof Expr.Sum) {
      return rounded(x.value().plus(y.value()), x.error().plus(y.error()), turning);
    }
    if (expr instanceof Expr.Product) {
      Wide left = x.value().abs().times(y.error());
      Wide right = y.value().abs().times(x.error());
      Wide both = left.plus(right).plus(x.error().times(y.error()));
      return rounded(x.value().times(y.value()), both, turning);
    }
    if (expr instanceof Expr.Extremum extremum) {
      Wide value = WideEvaluator.extremum(extremum.largest(), List.of(x.value(), y.value()));
      return new Bounded(value, larger(x.error(), y.error()), turning);
    }
    Wide value = x.value().power(y.value());
    Wide byBase = Bounded.spread(value, x.moved().power(y.value()));
    if (turning) {
      Wide below = x.value().plus(x.error().negated());
      byBase = larger(byBase, Bounded.spread(value, below.power(y.value())));
    }
    boolean whole = y.value().toDouble() == Math.rint(y.value().toDouble());
    Wide byExponent = whole ? zero() : Bounded.spread(value, x.value().power(y.moved()));
    return rounded(value, byBase.plus(byExponent), turning);
  }

  /** Where rounding may turn the comparison, the value may be that of the other side. */
  private Bounded choose(
      Expr.Choice choice, Bounded left, Bounded right, Bounded then, Bounded otherwise) {
    Wide difference = left.value().plus(right.value().negated());
    boolean holds = choice.comparison().holds(difference.sign(), 0);
    Bounded taken = holds ? then : otherwise;
    if (!isTurning(difference, left.error().plus(right.error()))) {
      return taken;
    }
    Wide between = Bounded.spread(then.value(), otherwise.value());
    Wide error = between.plus(larger(then.error(), otherwise.error()));
    return new Bounded(taken.value(), error, true);
  }

  private Bounded exact(Wide value) {
    return rounded(value, zero(), false);
  }

  private Bounded rounded(Wide value, Wide error, boolean isTurning) {
    return Bounded.rounded(value, error, unit, isTurning);
  }

  private static Wide zero() {
    return Bounded.NOTHING;
  }

  private Bounded[] all(Wide value) {
    Bounded bounded = exact(value);
    return each(i -> bounded);
  }

  private Bounded[] each(IntFunction<Bounded> value) {
    Bounded[] result = new Bounded[count];
    Arrays.setAll(result, value);
    return result;
  }
}
