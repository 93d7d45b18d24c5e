package io.github.gradsmith.processor.formula.machine;

import io.github.gradsmith.processor.formula.expr.ConstantValue;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.ExprCases;
import io.github.gradsmith.processor.formula.expr.IntegerPowers;
import io.github.gradsmith.processor.formula.expr.Terms;
import io.github.gradsmith.processor.formula.render.JavaRenderer;
import io.github.gradsmith.processor.formula.render.NamedParts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntToDoubleFunction;

/**
 * What generated code computes, to the bit, at many points at once: the same operations in the same
 * order as {@link JavaRenderer} writes them, each rounded as Java rounds it.
 */
public final class MachineValues {
  private final Arithmetic arithmetic;
  private final int count;
  private final Map<Expr, double[]> known = new HashMap<>();

  private MachineValues(Arithmetic arithmetic, Map<String, double[]> points) {
    this.arithmetic = arithmetic;
    this.count = points.values().stream().findFirst().map(column -> column.length).orElse(1);
    points.forEach((name, column) -> known.put(Expr.variable(name), column));
  }

  /**
   * The values of a formula, rounded to what the network computes in.
   *
   * @param points the values of each variable, all of one length; not changed
   */
  public static double[] of(MachineForm form, Arithmetic network, Map<String, double[]> points) {
    MachineValues values = new MachineValues(form.arithmetic(), points);
    NamedParts named = NamedParts.of(ConstantValue.fold(form.expr()), points.keySet());
    for (NamedParts.Part part : named.parts()) {
      values.known.put(Expr.variable(part.name()), values.value(ConstantValue.fold(part.expr())));
    }
    double[] result = values.value(ConstantValue.fold(named.value()));
    return Arrays.stream(result).map(network::round).toArray();
  }

  private double[] value(Expr expr) {
    double[] value = known.get(expr);
    if (value == null) {
      value = compute(expr);
      known.put(expr, value);
    }
    return value;
  }

  private double[] compute(Expr expr) {
    return expr.fold(new Values());
  }

  private double[] sum(List<Expr> terms) {
    double[] result = value(terms.get(0));
    for (Expr term : terms.subList(1, terms.size())) {
      boolean negative = Terms.isNegative(term);
      double[] next = value(negative ? Expr.negate(term) : term);
      result = join(result, next, negative ? (x, y) -> x - y : (x, y) -> x + y);
    }
    return result;
  }

  private double[] power(Expr.Power power) {
    return join(value(power.base()), value(power.exponent()), arithmetic::power);
  }

  /** A factor, or what is divided by. */
  private record Link(double[] value, boolean divides) {}

  /** Whether it is written as factors and quotients without parentheses. */
  private static boolean isChain(Expr expr) {
    return expr instanceof Expr.Product || Terms.isReciprocal(expr) || isShortPower(expr);
  }

  private static boolean isShortPower(Expr expr) {
    return shortExponent(expr) > 0;
  }

  private static int shortExponent(Expr expr) {
    int exponent =
        expr instanceof Expr.Power power ? IntegerPowers.integer(power.exponent()).orElse(0) : 0;
    return exponent > 1 && exponent <= JavaRenderer.LARGEST_PRODUCT ? exponent : 0;
  }

  private double[] product(List<Link> chain) {
    double[] result = chain.get(0).value();
    for (Link link : chain.subList(1, chain.size())) {
      result = join(result, link.value(), link.divides() ? (x, y) -> x / y : (x, y) -> x * y);
    }
    return result;
  }

  private List<Link> chain(Expr expr) {
    if (expr instanceof Expr.Product product) {
      return chain(product.factors());
    }
    if (Terms.isReciprocal(expr)) {
      return chain(List.of(expr));
    }
    List<Link> links = new ArrayList<>();
    if (isShortPower(expr)) {
      double[] base = value(((Expr.Power) expr).base());
      for (int i = 0; i < shortExponent(expr); i++) {
        links.add(new Link(base, false));
      }
    } else {
      links.add(new Link(value(expr), false));
    }
    return links;
  }

  private List<Link> chain(List<Expr> factors) {
    if (factors.get(0).equals(Expr.MINUS_ONE)) {
      List<Link> links = new ArrayList<>(chain(Expr.product(factors.subList(1, factors.size()))));
      double[] first = links.get(0).value();
      links.set(0, new Link(each(i -> -first[i]), false));
      return links;
    }
    List<Link> links = new ArrayList<>();
    List<Expr> below = new ArrayList<>();
    for (Expr factor : factors) {
      if (Terms.isReciprocal(factor)) {
        below.add(Terms.reciprocal(factor));
      } else {
        links.addAll(chain(factor));
      }
    }
    if (links.isEmpty()) {
      links.add(new Link(all(1), false));
    }
    if (!below.isEmpty()) {
      List<Link> divisors = new ArrayList<>();
      below.forEach(divisor -> divisors.addAll(chain(divisor)));
      links.add(new Link(product(divisors), true));
    }
    return links;
  }

  /** The larger of both sides is a maximum, as it is written. */
  private double[] choice(Expr.Choice choice) {
    double[] left = value(choice.left());
    double[] right = value(choice.right());
    boolean takesLeft =
        choice.then().equals(choice.left()) && choice.otherwise().equals(choice.right());
    boolean takesRight =
        choice.then().equals(choice.right()) && choice.otherwise().equals(choice.left());
    if (takesLeft || takesRight) {
      boolean largest = choice.comparison().isGreater() == takesLeft;
      return join(left, right, largest ? Math::max : Math::min);
    }
    double[] then = value(choice.then());
    double[] otherwise = value(choice.otherwise());
    return each(i -> choice.comparison().holds(left[i], right[i]) ? then[i] : otherwise[i]);
  }

  private double[] join(double[] x, double[] y, DoubleBinaryOperator operator) {
    return each(i -> arithmetic.round(operator.applyAsDouble(x[i], y[i])));
  }

  private double[] each(IntToDoubleFunction value) {
    double[] result = new double[count];
    Arrays.setAll(result, value);
    return result;
  }

  private double[] all(double value) {
    return each(i -> value);
  }

  private final class Values implements ExprCases<double[]> {
    @Override
    public double[] number(Expr.Number number) {
      return all(arithmetic.round(number.value().toDouble()));
    }

    @Override
    public double[] constant(Expr.Constant constant) {
      return all(arithmetic.round(constant.value()));
    }

    @Override
    public double[] variable(Expr.Variable variable) {
      throw new IllegalArgumentException("no value for " + variable.name());
    }

    @Override
    public double[] sum(Expr.Sum sum) {
      return MachineValues.this.sum(sum.terms());
    }

    @Override
    public double[] product(Expr.Product product) {
      return MachineValues.this.product(chain(product));
    }

    @Override
    public double[] power(Expr.Power power) {
      return isChain(power)
          ? MachineValues.this.product(chain(power))
          : MachineValues.this.power(power);
    }

    @Override
    public double[] call(Expr.Call call) {
      double[] argument = value(call.argument());
      return each(i -> arithmetic.call(call.function(), argument[i]));
    }

    @Override
    public double[] extremum(Expr.Extremum extremum) {
      return join(value(extremum.left()), value(extremum.right()), extremum::evaluate);
    }

    @Override
    public double[] choice(Expr.Choice choice) {
      return MachineValues.this.choice(choice);
    }
  }
}
