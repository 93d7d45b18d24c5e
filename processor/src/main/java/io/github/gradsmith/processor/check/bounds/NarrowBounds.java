package io.github.gradsmith.processor.check.bounds;

import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.ExprCases;
import io.github.gradsmith.processor.formula.expr.Function;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@link BoundedValues} finds, in plain doubles and many times faster; points at which a part
 * of a formula comes near the ends of their range are left to that one.
 */
final class NarrowBounds {
  private static final double LARGEST = 1e290;
  private static final double SMALLEST = 1e-290;
  private static final int LARGEST_PRODUCT = 16;

  private final double unit;
  private final int count;
  private final boolean[] beyond;
  private final Map<Expr, Bounds> known = new HashMap<>();

  NarrowBounds(Map<String, double[]> points, double unit) {
    this.unit = unit;
    this.count = Bounds.count(points);
    this.beyond = new boolean[count];
    points.forEach((name, column) -> known.put(Expr.variable(name), given(column)));
  }

  /** The points at which one of the formulas so far has a part that is no ordinary double. */
  boolean[] beyond() {
    return beyond;
  }

  Bounds of(Expr expr) {
    Bounds bounds = known.get(expr);
    if (bounds == null) {
      bounds = compute(expr);
      known.put(expr, bounds);
    }
    return bounds;
  }

  private Bounds compute(Expr expr) {
    return expr.fold(new Values());
  }

  private Bounds joined(List<Expr> parts, Join join) {
    Bounds result = of(parts.get(0));
    for (Expr part : parts.subList(1, parts.size())) {
      result = joined(result, of(part), join);
    }
    return result;
  }

  private Bounds all(double value, boolean zero) {
    double[] values = new double[count];
    Arrays.fill(values, value);
    if (value == 0 && !zero) {
      Arrays.fill(beyond, true);
    }
    return given(values);
  }

  private Bounds given(double[] values) {
    Bounds result = new Bounds(values, new double[count], new boolean[count]);
    for (int i = 0; i < count; i++) {
      set(result, i, values[i], 0, false);
    }
    return result;
  }

  /** A result, which is off by its last digit besides. */
  private void set(Bounds into, int i, double value, double error, boolean isTurning) {
    double size = Math.abs(value);
    double whole = error + size * unit;
    if (size != 0 && !(size >= SMALLEST && size <= LARGEST) || !(whole <= LARGEST)) {
      beyond[i] = true;
    }
    into.values()[i] = value;
    into.errors()[i] = whole;
    into.turning()[i] = isTurning;
  }

  private Bounds empty() {
    return new Bounds(new double[count], new double[count], new boolean[count]);
  }

  private Bounds call(Function function, Bounds x) {
    Bounds result = empty();
    for (int i = 0; i < count; i++) {
      double at = x.values()[i];
      double error = x.errors()[i];
      double value = function.evaluate(at);
      if (value == 0 && at != 0 && function != Function.LOG) {
        beyond[i] = true;
      }
      boolean jumps = function == Function.SIGN && Math.abs(at) <= error && error > 0;
      boolean turns = jumps || x.turning()[i];
      set(result, i, value, jumps ? 2 : spread(function, at, error, value, turns), turns);
    }
    return result;
  }

  private static double spread(
      Function function, double at, double error, double value, boolean isTurning) {
    if (function == Function.ABS || error == 0) {
      return error;
    }
    double above = Math.abs(function.evaluate(moved(at, error)) - value);
    return isTurning ? Math.max(above, Math.abs(function.evaluate(at - error) - value)) : above;
  }

  /** Another value even where the error is less than a digit, as that of cosh is beside 1. */
  private static double moved(double at, double error) {
    double moved = at + error;
    return moved == at && error > 0 ? Math.nextUp(at) : moved;
  }

  /** How two values with their errors are one. */
  private interface Join {
    void set(Bounds into, int i, double[] parts, boolean turning);
  }

  private Bounds joined(Bounds x, Bounds y, Join join) {
    Bounds result = empty();
    for (int i = 0; i < count; i++) {
      double[] parts = {x.values()[i], x.errors()[i], y.values()[i], y.errors()[i]};
      join.set(result, i, parts, x.turning()[i] || y.turning()[i]);
    }
    return result;
  }

  private void plus(Bounds result, int i, double[] parts, boolean turning) {
    set(result, i, parts[0] + parts[2], parts[1] + parts[3], turning);
  }

  private void times(Bounds result, int i, double[] parts, boolean turning) {
    double a = parts[0];
    double b = parts[2];
    double product = a * b;
    beyond[i] |= product == 0 && a != 0 && b != 0;
    double error = Math.abs(a) * parts[3] + Math.abs(b) * parts[1] + parts[1] * parts[3];
    set(result, i, product, error, turning);
  }

  private void power(Bounds result, int i, double[] parts, boolean turning) {
    double base = parts[0];
    double exponent = parts[2];
    double value = power(base, exponent);
    beyond[i] |= value == 0 && base != 0;
    double error = Math.abs(power(moved(base, parts[1]), exponent) - value);
    if (turning) {
      error = Math.max(error, Math.abs(power(base - parts[1], exponent) - value));
    }
    if (exponent != Math.rint(exponent)) {
      error += Math.abs(power(base, moved(exponent, parts[3])) - value);
    }
    set(result, i, value, error, turning);
  }

  private static double power(double base, double exponent) {
    if (exponent != Math.rint(exponent) || Math.abs(exponent) > LARGEST_PRODUCT) {
      return StrictMath.pow(base, exponent);
    }
    double product = 1;
    for (int i = 0; i < Math.abs(exponent); i++) {
      product *= base;
    }
    return exponent < 0 ? 1 / product : product;
  }

  /** Where rounding may turn the comparison, the value may be that of the other side. */
  private Bounds choose(Expr.Choice choice, List<Bounds> parts) {
    Bounds result = empty();
    for (int i = 0; i < count; i++) {
      double difference = parts.get(0).values()[i] - parts.get(1).values()[i];
      double doubt = parts.get(0).errors()[i] + parts.get(1).errors()[i];
      boolean holds = choice.comparison().holds(Math.signum(difference), 0);
      Bounds taken = parts.get(holds ? 2 : 3);
      Bounds other = parts.get(holds ? 3 : 2);
      boolean turns = doubt != 0 && !(Math.abs(difference) > doubt);
      result.values()[i] = taken.values()[i];
      result.errors()[i] =
          turns
              ? Math.abs(taken.values()[i] - other.values()[i])
                  + Math.max(taken.errors()[i], other.errors()[i])
              : taken.errors()[i];
      result.turning()[i] = turns || taken.turning()[i];
    }
    return result;
  }

  private final class Values implements ExprCases<Bounds> {
    @Override
    public Bounds number(Expr.Number number) {
      return all(number.value().toDouble(), number.value().isZero());
    }

    @Override
    public Bounds constant(Expr.Constant constant) {
      return all(constant.value(), false);
    }

    @Override
    public Bounds variable(Expr.Variable variable) {
      throw new IllegalArgumentException("no value for " + variable.name());
    }

    @Override
    public Bounds sum(Expr.Sum sum) {
      return joined(sum.terms(), NarrowBounds.this::plus);
    }

    @Override
    public Bounds product(Expr.Product product) {
      return joined(product.factors(), NarrowBounds.this::times);
    }

    @Override
    public Bounds power(Expr.Power power) {
      return joined(power.children(), NarrowBounds.this::power);
    }

    @Override
    public Bounds call(Expr.Call call) {
      return NarrowBounds.this.call(call.function(), of(call.argument()));
    }

    @Override
    public Bounds extremum(Expr.Extremum extremum) {
      return joined(
          extremum.children(),
          (into, i, parts, turning) -> {
            double value = extremum.evaluate(parts[0], parts[2]);
            set(into, i, value, 0, turning);
            boolean certain = Math.abs(parts[0] - parts[2]) > parts[1] + parts[3];
            double taken = value == parts[0] ? parts[1] : parts[3];
            into.errors()[i] = certain ? taken : Math.max(parts[1], parts[3]);
          });
    }

    @Override
    public Bounds choice(Expr.Choice choice) {
      return choose(choice, choice.children().stream().map(NarrowBounds.this::of).toList());
    }
  }
}
