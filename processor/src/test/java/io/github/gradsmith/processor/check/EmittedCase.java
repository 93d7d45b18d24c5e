package io.github.gradsmith.processor.check;

import io.github.gradsmith.processor.check.bounds.ScaledEvaluator;
import io.github.gradsmith.processor.check.bounds.ShakenEvaluator;
import io.github.gradsmith.processor.formula.expr.BigEvaluator;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.Function;
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
  private static final int DIGITS = 60;

  /** What is wrong with the values that were found at the points. */
  Optional<String> fault(double[] found) {
    double[] truth = new double[found.length];
    for (int i = 0; i < found.length; i++) {
      truth[i] = ScaledEvaluator.evaluate(written, points.get(i)).toDouble();
    }
    for (int i = 0; i < found.length; i++) {
      double smallest = MOST * network.smallestNormal();
      if (isWrong(i, found[i], truth, truth[i], smallest)) {
        double exact = exact(i);
        if (!Double.isNaN(exact) && isWrong(i, found[i], truth, exact, smallest)) {
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

  private boolean isWrong(int i, double found, double[] truth, double value, double smallest) {
    if (Double.isNaN(value)) {
      return true;
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
    double digits = network == Arithmetic.DOUBLE ? 8 * network.unit() * largest(i, truth) : 0;
    boolean branches = turns(written) && spread > MOST * Math.abs(value);
    double excused = isInOutput() || branches ? most : Math.min(4 * spread, most);
    return !pole
        && !(Math.abs(found - value) <= MOST * Math.abs(value) + smallest + excused + digits);
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
    return form.expr().variables().contains("a");
  }

  /** What the formula reaches at points up to 5, or as near to 0 as this one. */
  private double largest(int i, double[] truth) {
    double reach = Math.max(5, Math.abs(points.get(i).get("z")));
    double largest = 0;
    for (int j = 0; j < truth.length; j++) {
      if (Math.abs(points.get(j).get("z")) <= reach && Double.isFinite(truth[j])) {
        largest = Math.max(largest, Math.abs(truth[j]));
      }
    }
    Map<String, Double> point = new HashMap<>(points.get(i));
    Expr scale = StableForm.of(written); // cosh of 1e22 is beyond the oracle, its logarithm is not
    for (int z = -5; z <= 5; z++) {
      point.put("z", (double) z);
      double there = ScaledEvaluator.evaluate(scale, point).toDouble();
      largest = Double.isFinite(there) ? Math.max(largest, Math.abs(there)) : largest;
    }
    return largest;
  }

  /** To many digits; NaN where there is no value. */
  private double exact(int i) {
    Map<String, BigDecimal> exact = new HashMap<>();
    written.variables().forEach(x -> exact.put(x, new BigDecimal(points.get(i).get(x))));
    try {
      double narrow = ScaledEvaluator.evaluate(written, points.get(i)).toDouble();
      return isFar(written, points.get(i))
          ? narrow
          : new BigEvaluator(DIGITS, exact).evaluate(written).doubleValue();
    } catch (ArithmeticException | NumberFormatException e) {
      return Double.NaN;
    }
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
