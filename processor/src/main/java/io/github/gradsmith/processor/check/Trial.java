package io.github.gradsmith.processor.check;

import io.github.gradsmith.processor.check.bounds.Bounds;
import io.github.gradsmith.processor.formula.expr.ConstantValue;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.machine.Arithmetic;
import io.github.gradsmith.processor.formula.machine.MachineForm;
import io.github.gradsmith.processor.formula.machine.MachineValues;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Compares what generated code computes with the formula's true value, at many points.
 *
 * <p>A value may be off by a ten-thousandth in float and 10⁻¹⁴ of itself in double. Beyond that it
 * may be off by what rounding of the formula as it is written adds up to, but never by more than a
 * millionth of what the formula reaches nearby, and no warning is given of that one's last digits
 * in double, nor of a few points where the formula takes the value between neighbouring numbers.
 * Where rounding decides on which side of a kink or a jump one is, either side is right, and what
 * is between. Points where the formula has no value of the precision do not count.
 */
final class Trial {
  private static final double MOST = 1e-4;
  private static final double MOST_IN_DOUBLE = 1e-14;
  private static final double ROUNDINGS = 2;
  private static final double OF_THE_LARGEST = 1e-6;

  /** Roundings of what the formula reaches nearby, of which no warning is given in double. */
  private static final double LAST_DIGITS = 8;

  /** So many times the roundings of the formula as it is written. */
  private static final double MANY_MORE = 32;

  /** Where the true value itself has fewer digits than this it is asked for more exactly. */
  private static final double DOUBT = 1e-5;

  /** So often at most, for it takes long. */
  private static final int MOST_ASKED = 1000;

  private static final double MODERATE = 5;

  /** Up to here no rounding makes an infinity of a value, as a share of the largest. */
  private static final double MOST_SURE = 0.99;

  /** At one point of so many at most a formula may turn within a digit without a warning. */
  private static final int FEW_TURNS = 100;

  /** Towards a pole a formula grows by far more than this. */
  private static final double GROWTH = 1e6;

  private final Expr formula;
  private final SamplePoints points;
  private final Arithmetic network;
  private final Bounds truth;

  /** NaN where there is no value of the precision, or none that can be told. */
  private double[] expected;

  /** Where the side of a jump is rounding alone: any number is right, but it must be one. */
  private final boolean[] anyNumber;

  /** Where rounding decides on which side of a pole one is: any value is right. */
  private final boolean[] poles;

  /** How far the expected values may be off; all 0 once they have been told exactly. */
  private double[] doubts;

  private double[] largest;
  private boolean vanishes;
  private boolean isExact;

  Trial(Expr formula, SamplePoints points, Arithmetic network) {
    this.formula = formula;
    this.points = points;
    this.network = network;
    this.truth = Bounds.of(formula, points.exact(), network.unit());
    this.expected = truth.values().clone();
    this.doubts = doubts();
    this.anyNumber = new boolean[expected.length];
    this.poles = new boolean[expected.length];
    for (int i = 0; i < expected.length; i++) {
      boolean anything = truth.turning()[i] && !Double.isFinite(truth.errors()[i]);
      boolean none = Double.isFinite(doubts[i]) && isBeyond(expected[i]);
      anyNumber[i] = anything && Math.abs(expected[i]) <= MOST_SURE * network.largest();
      expected[i] = anything || none ? Double.NaN : expected[i];
    }
    compareSizes();
  }

  private boolean isBeyond(double value) {
    return Math.abs(value) > MOST_SURE * network.largest();
  }

  /** Nothing where double has digits enough, or where either side of a kink is right. */
  private double[] doubts() {
    double[] doubts = doubts(truth);
    int[] open = IntStream.range(0, doubts.length).filter(i -> doubts[i] != 0).toArray();
    if (network != Arithmetic.DOUBLE && open.length > 0) {
      Map<String, double[]> there = Bounds.subset(points.exact(), open);
      double[] less = doubts(Bounds.of(formula, there, Arithmetic.DOUBLE.unit()));
      IntStream.range(0, open.length).forEach(i -> doubts[open[i]] = less[i]);
    }
    return doubts;
  }

  private double[] doubts(Bounds bounds) {
    return IntStream.range(0, bounds.values().length)
        .mapToDouble(i -> bounds.turning()[i] ? 0 : doubt(bounds.values()[i], bounds.errors()[i]))
        .toArray();
  }

  private static double doubt(double value, double error) {
    if (!Double.isFinite(value) || !Double.isFinite(error)) {
      return Double.POSITIVE_INFINITY;
    }
    return error > DOUBT * Math.abs(value) ? error : 0;
  }

  /** Takes the values that double cannot tell exactly, which takes long. */
  private void makeExact() {
    int asked = 0;
    for (int i = 0; i < expected.length; i++) {
      if (doubts[i] != 0) {
        double value = truth.turning()[i] ? expected[i] : exact(i, ++asked);
        expected[i] = isBeyond(value) ? Double.NaN : value;
      }
    }
    double[] values = expected;
    expected = withoutPoles(values);
    for (int i = 0; i < poles.length; i++) {
      poles[i] = Double.isNaN(expected[i]) && !Double.isNaN(values[i]);
    }
    doubts = new double[expected.length];
    compareSizes();
    isExact = true;
  }

  private void compareSizes() {
    largest = largestNearby();
    vanishes =
        IntStream.range(0, expected.length).noneMatch(i -> size(i) >= network.smallestNormal());
  }

  /** At least so large is an expected value. */
  private double size(int i) {
    return Math.max(0, Math.abs(expected[i]) - doubts[i]);
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
                        && !(2 * truth.errors()[i] < Math.abs(values[i]))
                    ? Double.NaN
                    : values[i])
        .toArray();
  }

  /** The value to fifty digits, unless that takes too long or there is none. */
  private double exact(int i, int asked) {
    return asked > MOST_ASKED ? Double.NaN : exact(points.exact(i));
  }

  private double exact(Map<String, BigDecimal> point) {
    return ConstantValue.find(formula, point).map(BigDecimal::doubleValue).orElse(Double.NaN);
  }

  /** At each point what the formula reaches nearer to 0, or up to 5, for the same target. */
  private double[] largestNearby() {
    double[] result = new double[expected.length];
    points.alikeButForTheFirst().forEach(indices -> addLargestNearby(indices, result));
    return result;
  }

  private void addLargestNearby(int[] indices, double[] result) {
    double[] x = points.magnitudes();
    int[] order =
        IntStream.of(indices)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> x[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double moderate = 0;
    for (int i : order) {
      moderate = x[i] <= MODERATE ? larger(moderate, i) : moderate;
    }
    double reached = moderate;
    for (int i : order) {
      reached = larger(reached, i);
      result[i] = reached;
    }
  }

  private double larger(double reached, int i) {
    return Double.isNaN(size(i)) ? reached : Math.max(reached, size(i));
  }

  /** Where a form is wrong, in the order of the points. */
  int[] faults(MachineForm form, double[] found) {
    double most = network == Arithmetic.FLOAT ? MOST / 2 : MOST_IN_DOUBLE;
    return faults(form, found, most, 0, i -> !points.isFar(i));
  }

  /**
   * At how many points at which a form need not be right another might do better: far off, where it
   * may be right by chance, too, and beside poles, where a number is better than none.
   */
  int flaws(MachineForm form, Bounds own) {
    double[] found = values(form);
    int far = faults(form, found, MOST, 0, points::isFar).length + farByChance(own);
    long besidePoles =
        IntStream.range(0, found.length)
            .filter(i -> poles[i] && !points.isFar(i) && !Double.isFinite(found[i]))
            .count();
    return far + (int) besidePoles;
  }

  /** At how many points far off rounding may spoil a form, but not the formula as it is written. */
  private int farByChance(Bounds own) {
    return (int)
        IntStream.range(0, expected.length)
            .filter(points::isFar)
            .filter(i -> Double.isFinite(own.errors()[i]) && !own.turning()[i])
            .filter(i -> own.errors()[i] > MOST * Math.abs(expected[i]) + network.smallestNormal())
            .filter(i -> own.errors()[i] > MANY_MORE * truth.errors()[i])
            .count();
  }

  /** An output has been rounded as the network does, whatever a form of it is computed in. */
  Bounds bounds(MachineForm form) {
    double unit = inOutput(form) ? network.unit() : form.arithmetic().unit();
    return Bounds.of(form.expr(), points.all(), unit);
  }

  /**
   * Whether rounding, by a form's bounds, may cost it many more digits than the formula as it is
   * written: the square of a difference does, multiplied out.
   */
  boolean losesDigits(Bounds own) {
    return IntStream.range(0, expected.length)
        .anyMatch(i -> !points.isFar(i) && losesDigits(i, own));
  }

  private boolean losesDigits(int i, Bounds own) {
    if (own.turning()[i] || truth.turning()[i] || !Double.isFinite(own.errors()[i])) {
      return false;
    }
    double few = LAST_DIGITS * network.unit() * largest[i];
    return own.errors()[i] > MANY_MORE * truth.errors()[i] + few;
  }

  /** Where a form is so wrong that it is to be said. */
  int[] warnings(MachineForm form, double[] found) {
    double digits = network == Arithmetic.DOUBLE ? LAST_DIGITS : 0;
    int[] wrong = faults(form, found, MOST, digits, i -> !points.isFar(i));
    return wrong.length > expected.length / FEW_TURNS
        ? wrong
        : IntStream.of(wrong).filter(i -> !isTakenBeside(i, found[i])).toArray();
  }

  /** Asks more exactly only if it must: a form that seems right is. */
  private int[] faults(
      MachineForm form, double[] found, double most, double digits, IntPredicate asked) {
    int[] all = IntStream.range(0, found.length).filter(asked).toArray();
    int[] faults = faults(all, found, most, digits, truth);
    if (faults.length == 0) {
      return faults;
    }
    Bounds own = inOutput(form) ? bounds(form) : truth;
    faults = faults(faults, found, most, digits, own);
    if (faults.length == 0 || isExact) {
      return faults;
    }
    makeExact();
    return faults(faults, found, most, digits, own);
  }

  private int[] faults(int[] among, double[] found, double most, double digits, Bounds own) {
    return IntStream.of(among).filter(i -> isOff(i, found[i], most, digits, own)).toArray();
  }

  /** A form in the output has the output's own rounding to bear. */
  private boolean inOutput(MachineForm form) {
    return !points.exact().keySet().containsAll(form.expr().variables());
  }

  double[] values(MachineForm form) {
    return MachineValues.of(form, network, points.all());
  }

  private boolean isOff(int i, double found, double most, double digits, Bounds own) {
    double value = expected[i];
    if (Double.isNaN(value) && doubts[i] == 0) {
      return anyNumber[i] && !Double.isFinite(found);
    }
    if (!Double.isFinite(found)) {
      return true;
    }
    if (own.turning()[i] && !truth.turning()[i] && isTakenWithSameOutput(i, found)) {
      return false;
    }
    double rounding = ROUNDINGS * larger(own.errors()[i], truth.errors()[i]);
    double excused =
        truth.turning()[i] ? rounding : Math.min(rounding, OF_THE_LARGEST * largest[i]);
    double smallest = vanishes ? 0 : MOST * network.smallestNormal();
    double last = digits * network.unit() * largest[i];
    double allowed = most * size(i) + excused + smallest + last;
    return !(Math.abs(found - value) + doubts[i] <= allowed);
  }

  /**
   * Whether the formula takes a value at points that the rounded output does not tell apart: a form
   * in the output may turn anywhere among them, but takes no value that is taken at none.
   */
  private boolean isTakenWithSameOutput(int i, double found) {
    double low = expected[i];
    double high = expected[i];
    for (int j : points.withSameOutput(i, network)) {
      low = Math.min(low, Double.isNaN(expected[j]) ? low : expected[j]);
      high = Math.max(high, Double.isNaN(expected[j]) ? high : expected[j]);
    }
    double slack = MOST * Math.max(Math.abs(low), Math.abs(high));
    return found >= low - slack && found <= high + slack;
  }

  /**
   * Whether the formula takes a value between the numbers of the precision next to a point: there
   * it turns within less than a digit, and nobody can do better.
   */
  private boolean isTakenBeside(int i, double found) {
    double below = exact(points.beside(i, false, network));
    double above = exact(points.beside(i, true, network));
    double low = Math.min(expected[i], Math.min(below, above));
    double high = Math.max(expected[i], Math.max(below, above));
    double slack = LAST_DIGITS * network.unit() * Math.max(Math.abs(low), Math.abs(high));
    return found >= low - slack && found <= high + slack;
  }

  private static double larger(double own, double truth) {
    return Double.isNaN(own) ? Double.POSITIVE_INFINITY : Math.max(own, truth);
  }

  /** What is to be said about a form, if anything. */
  Optional<Deviation> deviation(MachineForm form) {
    double[] found = values(form);
    int[] wrong = warnings(form, found);
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
    double value = anyNumber[i] ? truth.values()[i] : expected[i];
    return new Deviation(point, found, value, wrong - 1, expected.length);
  }
}
