package io.github.gradsmith.processor.check;

import io.github.gradsmith.processor.formula.Arithmetic;
import io.github.gradsmith.processor.formula.ConstantValue;
import io.github.gradsmith.processor.formula.Expr;
import io.github.gradsmith.processor.formula.MachineForm;
import io.github.gradsmith.processor.formula.MachineValues;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Compares what generated code computes with the formula's true value, at many points.
 *
 * <p>A value may be off by a ten-thousandth in float and 10⁻⁸ of itself in double. Beyond that it
 * may be off by what rounding of the formula as it is written adds up to, but never by more than a
 * millionth of what the formula reaches nearby, and no warning is given of that one's last digits
 * in double. Points where the formula has no value of the precision do not count.
 */
final class Trial {
  private static final double MOST = 1e-4;
  private static final double MOST_IN_DOUBLE = 1e-8;
  private static final double ROUNDINGS = 2;
  private static final double OF_THE_LARGEST = 1e-6;

  /** Roundings of what the formula reaches nearby, of which no warning is given in double. */
  private static final double LAST_DIGITS = 8;

  /** Where the true value itself has fewer digits than this it is asked for more exactly. */
  private static final double DOUBT = 1e-5;

  /** So often at most, for it takes long. */
  private static final int MOST_ASKED = 1000;

  private static final double MODERATE = 5;

  /** Towards a pole a formula grows by far more than this. */
  private static final double GROWTH = 1e6;

  private final Expr formula;
  private final SamplePoints points;
  private final Arithmetic network;
  private final Bounded[] truth;
  private final double[] expected;
  private final double[] largest;
  private final boolean vanishes;

  Trial(Expr formula, SamplePoints points, Arithmetic network) {
    this.formula = formula;
    this.points = points;
    this.network = network;
    this.truth = new BoundedValues(points.exact(), network.unit()).of(formula);
    this.expected = expected();
    this.largest = largestNearby();
    this.vanishes =
        Arrays.stream(expected).allMatch(x -> !(Math.abs(x) >= network.smallestNormal()));
  }

  /** NaN where there is no value of the precision, or none that can be told. */
  private double[] expected() {
    Bounded[] doubt =
        network == Arithmetic.DOUBLE
            ? truth
            : new BoundedValues(points.exact(), Arithmetic.DOUBLE.unit()).of(formula);
    double[] values = new double[truth.length];
    int asked = 0;
    for (int i = 0; i < values.length; i++) {
      boolean exact = isInDoubt(doubt[i]);
      asked += exact ? 1 : 0;
      values[i] = exact ? exact(i, asked) : doubt[i].value().toDouble();
      boolean none = truth[i].isTurning() || Math.abs(values[i]) > 0.99 * network.largest();
      values[i] = none ? Double.NaN : values[i];
    }
    return withoutPoles(values);
  }

  /** Beside a pole, where rounding decides on which side of it one is, any value is right. */
  private double[] withoutPoles(double[] values) {
    double[] sizes =
        Arrays.stream(values).map(Math::abs).filter(x -> !Double.isNaN(x)).sorted().toArray();
    double ordinary = sizes.length == 0 ? 0 : sizes[sizes.length / 2];
    return IntStream.range(0, values.length)
        .mapToDouble(
            i ->
                Math.abs(values[i]) > GROWTH * (1 + ordinary)
                        && !(2 * truth[i].error().toDouble() < Math.abs(values[i]))
                    ? Double.NaN
                    : values[i])
        .toArray();
  }

  /** Whether double has too few digits to tell the value. */
  private static boolean isInDoubt(Bounded value) {
    return !value.isDefined()
        || !value.isCertain()
        || value.error().plus(value.value().abs().times(Wide.of(-DOUBT))).sign() > 0;
  }

  /** The value to fifty digits, unless that takes too long or there is none. */
  private double exact(int i, int asked) {
    try {
      return asked > MOST_ASKED || truth[i].isTurning()
          ? Double.NaN
          : ConstantValue.of(formula, points.exact(i)).doubleValue();
    } catch (ArithmeticException | NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** At each point what the formula reaches nearer to 0, or up to 5. */
  private double[] largestNearby() {
    double[] x = points.magnitudes();
    Integer[] order = IntStream.range(0, x.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, (i, j) -> Double.compare(x[i], x[j]));
    double moderate = 0;
    for (int i : order) {
      moderate = x[i] <= MODERATE ? larger(moderate, i) : moderate;
    }
    double[] result = new double[x.length];
    double reached = moderate;
    for (int i : order) {
      reached = larger(reached, i);
      result[i] = reached;
    }
    return result;
  }

  private double larger(double reached, int i) {
    return Double.isNaN(expected[i]) ? reached : Math.max(reached, Math.abs(expected[i]));
  }

  /** Where a form is wrong, in the order of the points. */
  int[] faults(MachineForm form, double[] found) {
    double most = network == Arithmetic.FLOAT ? MOST / 2 : MOST_IN_DOUBLE;
    return faults(form, found, most, 0);
  }

  private int[] faults(MachineForm form, double[] found, double most, double digits) {
    Bounded[] own =
        inOutput(form) ? new BoundedValues(points.all(), network.unit()).of(form.expr()) : truth;
    return IntStream.range(0, found.length)
        .filter(i -> isOff(i, found[i], most, digits, own[i]))
        .toArray();
  }

  /** A form in the output has the output's own rounding to bear. */
  private boolean inOutput(MachineForm form) {
    return !points.exact().keySet().containsAll(form.expr().variables());
  }

  double[] values(MachineForm form) {
    return MachineValues.of(form, network, points.all());
  }

  private boolean isOff(int i, double found, double most, double digits, Bounded own) {
    double value = expected[i];
    if (Double.isNaN(value)) {
      return false;
    }
    double excused = Math.min(ROUNDINGS * larger(own, truth[i]), OF_THE_LARGEST * largest[i]);
    double smallest = vanishes ? 0 : MOST * network.smallestNormal();
    double last = digits * network.unit() * largest[i];
    return !(Math.abs(found - value) <= most * Math.abs(value) + excused + smallest + last);
  }

  private static double larger(Bounded own, Bounded truth) {
    double mine = own.error().toDouble();
    double written = truth.error().toDouble();
    return Double.isNaN(mine) ? Double.POSITIVE_INFINITY : Math.max(mine, written);
  }

  /** What is to be said about a form, if anything. */
  Optional<Deviation> deviation(MachineForm form) {
    double[] found = values(form);
    int[] wrong = faults(form, found, MOST, network == Arithmetic.DOUBLE ? LAST_DIGITS : 0);
    return IntStream.of(wrong)
        .boxed()
        .min((i, j) -> Double.compare(distance(i), distance(j)))
        .map(i -> deviation(i, found[i], wrong.length));
  }

  /** A point of ordinary size tells most. */
  private double distance(int i) {
    return Math.abs(Math.log(points.magnitudes()[i]));
  }

  private Deviation deviation(int i, double found, int wrong) {
    Map<String, Double> point = new LinkedHashMap<>();
    points.exact().forEach((name, column) -> point.put(name, column[i]));
    return new Deviation(point, found, expected[i], wrong - 1, truth.length);
  }
}
