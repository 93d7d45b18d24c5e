package io.github.gradsmith.processor.check;

import io.github.gradsmith.processor.check.bounds.ScaledEvaluator;
import io.github.gradsmith.processor.check.bounds.ShakenEvaluator;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.Function;
import io.github.gradsmith.processor.formula.expr.Trusted;
import io.github.gradsmith.processor.formula.form.StableForm;
import io.github.gradsmith.processor.formula.machine.Arithmetic;
import io.github.gradsmith.processor.formula.machine.MachineForm;
import io.github.gradsmith.processor.formula.text.FormulaPrinter;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What generated code has of a formula, and the formula as it is written.
 *
 * @param name what a failure says
 * @param form as it is emitted
 * @param written the same in the exact variables of the points
 * @param points with the values of all variables of both
 */
record EmittedCase(
    String name,
    MachineForm form,
    Expr written,
    Arithmetic network,
    List<Map<String, Double>> points) {
  private static final double MOST = 1e-4;
  private static final double OF_THE_LARGEST = 1e-6;

  /** So near to the smallest number of a precision a step on the way may have lost its digits. */
  private static final double TINY = 1e8;

  /** In so many steps the largest value nearby is looked for. */
  private static final int STEPS = 200;

  /** Up to here a formula must be right, or a warning says where not. */
  private static final double NEAR = 80;

  /**
   * What is wrong with the values that were found at the points. Beyond ±80 a part of a formula may
   * overflow or underflow, as the guide says, and make it infinite, NaN or 0, or leave it few
   * digits; other numbers must be right there, too.
   */
  Optional<String> fault(double[] found) {
    double[] truth = truth();
    for (int i = 0; i < found.length; i++) {
      double smallest = MOST * network.smallestNormal();
      if (!overflowsFarOff(i, found[i]) && isWrong(i, found[i], truth, truth[i], smallest)) {
        double exact = exact(i);
        if (!Double.isNaN(exact)
            && isWrong(i, found[i], truth, exact, smallest)
            && !underflowsFarOff(i)) {
          return Optional.of(
              name
                  + " as "
                  + form.arithmetic()
                  + " "
                  + FormulaPrinter.print(form.expr())
                  + " at "
                  + points.get(i)
                  + " is "
                  + found[i]
                  + ", not "
                  + exact);
        }
      }
    }
    return Optional.empty();
  }

  /** Whether it is wrong at some point far off, for a part of it overflows. */
  boolean overflowsFarOff(double[] found) {
    double[] truth = truth();
    double smallest = MOST * network.smallestNormal();
    return IntStream.range(0, found.length)
        .filter(i -> overflowsFarOff(i, found[i]))
        .anyMatch(i -> isWrong(i, found[i], truth, truth[i], smallest));
  }

  private double[] truth() {
    return points.stream()
        .mapToDouble(point -> ScaledEvaluator.evaluate(written, point).toDouble())
        .toArray();
  }

  private boolean overflowsFarOff(int i, double found) {
    return isFar(i) && (!Double.isFinite(found) || found == 0);
  }

  /** Whether a step of the form is so small that it has lost digits. */
  private boolean underflowsFarOff(int i) {
    return isFar(i) && hasTinyStep(form.expr(), points.get(i));
  }

  private boolean hasTinyStep(Expr expr, Map<String, Double> point) {
    boolean factors =
        expr instanceof Expr.Product product
            && IntStream.range(2, product.factors().size())
                .mapToObj(k -> Expr.product(product.factors().subList(0, k)))
                .anyMatch(part -> isTiny(part, point));
    return factors
        || isTiny(expr, point)
        || expr.children().stream().anyMatch(child -> hasTinyStep(child, point));
  }

  private boolean isTiny(Expr expr, Map<String, Double> point) {
    double value = Math.abs(ScaledEvaluator.evaluate(expr, point).toDouble());
    return value > 0 && value < form.arithmetic().smallestNormal();
  }

  private boolean isFar(int i) {
    return Math.abs(points.get(i).get(input())) > NEAR;
  }

  private boolean isWrong(int i, double found, double[] truth, double value, double smallest) {
    if (Double.isNaN(value)) {
      return true;
    }
    if (hasNumberBeyondAll(written)) {
      return false;
    }
    if (Math.abs(value) > 0.99 * network.largest()
        || Math.abs(found - value) <= MOST * Math.abs(value) + smallest) {
      return false;
    }
    double[] shaken = ShakenEvaluator.values(written, points.get(i), network.unit(), i);
    if (turns(written) && isBetween(found, shaken)) {
      return false; // beside a kink or a jump either side is right, and what is between
    }
    double spread =
        Arrays.stream(shaken)
            .map(other -> Double.isNaN(other) ? Double.POSITIVE_INFINITY : Math.abs(other - value))
            .max()
            .orElse(0);
    boolean pole = Math.abs(value) > 1e6 && !(spread < Math.abs(value) / 2);
    double most = OF_THE_LARGEST * largest(i, truth);
    double last = network == Arithmetic.DOUBLE ? 8 * network.unit() : 0;
    double digits = (last + TINY * network.smallestNormal()) * largest(i, truth);
    boolean branches = turns(written) && spread > MOST * Math.abs(value);
    double ofItsOwn = isFar(i) ? 4 * spread : Math.min(4 * spread, most);
    double excused = isInOutput() || branches ? Math.max(ofItsOwn, most) : ofItsOwn;
    return !pole
        && !(Math.abs(found - value) <= MOST * Math.abs(value) + smallest + excused + digits);
  }

  /** Whether some number in it overflows by itself, as exp(exp(100)): nobody can tell its value. */
  private static boolean hasNumberBeyondAll(Expr expr) {
    return expr.variables().isEmpty()
            && Math.abs(ScaledEvaluator.evaluate(expr, Map.of()).toDouble())
                == Double.POSITIVE_INFINITY
        || expr.children().stream().anyMatch(EmittedCase::hasNumberBeyondAll);
  }

  private static boolean isBetween(double x, double[] values) {
    double low = Arrays.stream(values).min().orElseThrow();
    double high = Arrays.stream(values).max().orElseThrow();
    return x >= low - MOST * Math.abs(low) && x <= high + MOST * Math.abs(high);
  }

  private static boolean turns(Expr expr) {
    boolean here =
        expr instanceof Expr.Choice
            || expr instanceof Expr.Call call && call.function() == Function.SIGN;
    return here || expr.children().stream().anyMatch(EmittedCase::turns);
  }

  /** Whether it has what the rounded output has lost to bear, as a (1 − a) has. */
  private boolean isInOutput() {
    return !written.variables().containsAll(form.expr().variables());
  }

  /** What the formula reaches at points up to 5, or as near to 0 as this one. */
  private double largest(int i, double[] truth) {
    double reach = Math.max(5, Math.abs(points.get(i).get(input())));
    double largest = 0;
    for (int j = 0; j < truth.length; j++) {
      if (Math.abs(points.get(j).get(input())) <= reach && Double.isFinite(truth[j])) {
        largest = Math.max(largest, Math.abs(truth[j]));
      }
    }
    Map<String, Double> point = new HashMap<>(points.get(i));
    Expr scale = StableForm.of(written); // cosh of 1e22 is beyond the oracle, its logarithm is not
    for (double x : ordinary(reach)) {
      point.put(input(), x);
      double there = ScaledEvaluator.evaluate(scale, point).toDouble();
      largest = Double.isFinite(there) ? Math.max(largest, Math.abs(there)) : largest;
    }
    return largest;
  }

  /** Weighted sums as far as some reach, probabilities or their logarithms. */
  private double[] ordinary(double reach) {
    boolean logarithms = points.stream().anyMatch(point -> point.get(input()) < 0);
    boolean sums = input().equals("z");
    double low = sums || logarithms ? -Math.min(reach, NEAR) : 0;
    double high = sums ? Math.min(reach, NEAR) : logarithms ? 0 : 1;
    DoubleStream steps =
        IntStream.rangeClosed(0, STEPS).mapToDouble(i -> low + i * (high - low) / STEPS);
    double least = sums ? -reach : low;
    double most = sums ? reach : high;
    DoubleStream peaks =
        EmittedFormsTest.numbers(written).stream()
            .map(Math::abs)
            .flatMapToDouble(x -> DoubleStream.of(x, 1 / x, Math.sqrt(x), Math.log(x)))
            .flatMap(x -> DoubleStream.of(x, -x))
            .filter(x -> x >= least && x <= most);
    return DoubleStream.concat(steps, peaks).toArray();
  }

  /** Outputs of a softmax are made by no z of their own. */
  private String input() {
    return points.get(0).containsKey("z") ? "z" : "a";
  }

  /** To many digits; NaN where there is no value. */
  private double exact(int i) {
    Map<String, BigDecimal> exact = new HashMap<>();
    written.variables().forEach(x -> exact.put(x, new BigDecimal(points.get(i).get(x))));
    return isFar(written, points.get(i))
        ? ScaledEvaluator.evaluate(written, points.get(i)).toDouble()
        : Trusted.value(written, exact).map(BigDecimal::doubleValue).orElse(Double.NaN);
  }

  /** Whether a function's argument is so large that the oracle would take too long. */
  private static boolean isFar(Expr expr, Map<String, Double> point) {
    boolean here =
        expr instanceof Expr.Call call
            && switch (call.function()) {
              case ABS, SIGN, SQRT, LOG, LOG1P -> false;
              default ->
                  !(Math.abs(ScaledEvaluator.evaluate(call.argument(), point).toDouble()) < 5000);
            };
    return here || expr.children().stream().anyMatch(child -> isFar(child, point));
  }

  /** The points as columns. */
  Map<String, double[]> columns() {
    Map<String, double[]> columns = new HashMap<>();
    for (String name : points.get(0).keySet()) {
      columns.put(name, points.stream().mapToDouble(point -> point.get(name)).toArray());
    }
    return columns;
  }
}
