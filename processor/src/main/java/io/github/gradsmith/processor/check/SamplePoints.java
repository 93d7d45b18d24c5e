package io.github.gradsmith.processor.check;

import io.github.gradsmith.processor.check.bounds.ScaledEvaluator;
import io.github.gradsmith.processor.formula.expr.Evaluator;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.Rational;
import io.github.gradsmith.processor.formula.machine.Arithmetic;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Points at which forms of a formula are compared.
 *
 * @param exact the values of the variables in which the formula is exact, one column each
 * @param rounded those of variables that code computes before, such as an output a
 */
public record SamplePoints(Map<String, double[]> exact, Map<String, double[]> rounded) {
  private static final int MOST_NUMBERS = 12;
  private static final int MOST_ZEROS = 6;
  private static final int MOST_SUMS = 12;
  private static final int HALVINGS = 40;

  /** A sum touches 0 where it is so much smaller than at the points about. */
  private static final double TOUCH = 1e-6;

  /** So near to a zero, relative to it. */
  private static final double[] OFF = {1e-4, 3e-4, 1e-3, 3e-3, 1e-2, 2.7e-2};

  /** Up to here a formula of a user's own must be right, or a warning says where not. */
  private static final double NEAR = 80;

  /**
   * Beyond, where exponentials of float and of double overflow one by one: a form that is right
   * there, too, is better.
   */
  private static final double[] FAR = {
    90, 104.5, 150, 360, 720, 1100, 1e4, 31415.93, 643782.2, 1e6
  };

  /** So near to a target an output may come without reaching it. */
  private static final double[] LEVELS = {3e-3, 3e-4, 1e-4, 3e-5, 1e-5, 1e-6};

  /** Powers of ten, and beside them numbers whose digits fill a float. */
  private static final int[] SMALL = {
    1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 19, 22, 26, 30, 34, 37, 40
  };

  /**
   * From −80 to 80, and a few beyond: dense about 0, at powers of ten towards it, and about the
   * numbers of the formula and their roots, where its terms are of one size, and about the zeros of
   * its sums: there a square that was multiplied out has lost its digits.
   */
  public static double[] weightedSums(Expr formula, Arithmetic network) {
    return weightedSums(formula, List.of(formula), network);
  }

  /** Likewise, and about where an output in {@code z} is one of the targets. */
  public static double[] weightedSums(
      Expr formula, Expr output, double[] targets, Arithmetic network) {
    List<Expr> errors =
        Arrays.stream(targets)
            .mapToObj(t -> Expr.number(Rational.of(new BigDecimal(t))))
            .map(t -> Expr.subtract(output, t))
            .toList();
    return weightedSums(formula, errors, network);
  }

  /** Likewise, and about the zeros of others in {@code z}. */
  private static double[] weightedSums(Expr formula, List<Expr> others, Arithmetic network) {
    SortedSet<Double> points = new TreeSet<>();
    for (int i = 0; i <= 20; i++) {
      addBoth(points, i / 4.0 + (i % 2) * 0.0137);
      addBoth(points, 4 * i);
      addBoth(points, Math.min(80, 4 * i + Math.sqrt(3)));
    }
    for (int power : SMALL) {
      addBoth(points, Math.pow(10, -power));
      addBoth(points, Math.E * Math.pow(10, -power));
    }
    for (double far : FAR) {
      addBoth(points, far);
    }
    SortedSet<Double> numbers = new TreeSet<>();
    collect(formula, numbers);
    numbers.stream().limit(MOST_NUMBERS).forEach(number -> addAround(points, number));
    double[] before = points.stream().mapToDouble(Double::doubleValue).toArray();
    others.stream()
        .filter(other -> other.variables().equals(Set.of("z")))
        .limit(MOST_SUMS)
        .forEach(other -> addApproaches(other, before, points));
    Set<Expr> vanishing = new LinkedHashSet<>(others);
    collectSums(formula, vanishing);
    vanishing.stream()
        .filter(other -> other.variables().equals(Set.of("z")))
        .limit(MOST_SUMS)
        .forEach(other -> addZeros(other, points));
    return points.stream()
        .mapToDouble(network::round)
        .map(x -> x == 0 ? 0 : x)
        .distinct()
        .toArray();
  }

  private static void addBoth(SortedSet<Double> points, double x) {
    points.add(x);
    points.add(-x);
  }

  private static void addAround(SortedSet<Double> points, double number) {
    for (double x : new double[] {number, Math.sqrt(number), 1 / number, 1 / Math.sqrt(number)}) {
      for (double factor : new double[] {0.71, 1, 1.37}) {
        if (x * factor <= 80) {
          addBoth(points, x * factor);
        }
      }
    }
  }

  /**
   * Where the formula has come so near to 0, on either side of 0 for the first time: an output near
   * a target that it never reaches has few digits that tell them apart.
   */
  private static void addApproaches(Expr formula, double[] z, SortedSet<Double> points) {
    double[] sizes = Arrays.stream(z).map(x -> size(formula, x)).toArray();
    int middle = (int) Arrays.stream(z).filter(x -> x < 0).count();
    for (double level : LEVELS) {
      for (int step : new int[] {-1, 1}) {
        for (int i = middle; i + step >= 0 && i + step < z.length; i += step) {
          if (sizes[i] > level && sizes[i + step] <= level) {
            points.add(reaches(formula, level, z[i], z[i + step]));
            break;
          }
        }
      }
    }
  }

  /**
   * Where the formula is as near to 0 as a level, between a place where it is not and one beyond.
   */
  private static double reaches(Expr formula, double level, double from, double to) {
    double above = from;
    double below = to;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (above + below) / 2;
      if (size(formula, middle) > level) {
        above = middle;
      } else {
        below = middle;
      }
    }
    return below;
  }

  /** About where the formula is 0, for there it may lose all digits: crosses 0, or touches it. */
  private static void addZeros(Expr formula, SortedSet<Double> points) {
    double[] z =
        points.stream().mapToDouble(Double::doubleValue).filter(x -> Math.abs(x) <= NEAR).toArray();
    double[] signs = Arrays.stream(z).map(x -> sign(formula, x)).toArray();
    double[] sizes = Arrays.stream(z).map(x -> size(formula, x)).toArray();
    int zeros = 0;
    for (int i = 0; i + 1 < z.length && zeros < MOST_ZEROS; i++) {
      if (signs[i] * signs[i + 1] < 0) {
        zeros++;
        addAbout(zero(formula, signs[i], z[i], z[i + 1]), points);
      }
    }
    for (int i = 1; i + 1 < z.length && zeros < MOST_ZEROS; i++) {
      boolean dips = sizes[i] < sizes[i - 1] && sizes[i] < sizes[i + 1];
      if (dips && signs[i - 1] == signs[i] && signs[i] == signs[i + 1]) {
        double lowest = lowest(formula, z[i - 1], z[i + 1]);
        if (size(formula, lowest) < TOUCH * sizes[i]) {
          zeros++;
          addAbout(lowest, points);
        }
      }
    }
  }

  private static void addAbout(double zero, SortedSet<Double> points) {
    for (double off : OFF) {
      points.add(zero * (1 - off));
      points.add(zero * (1 + off));
    }
  }

  /** Where the formula is nearest to 0, if it is so at one place between two. */
  private static double lowest(Expr formula, double from, double to) {
    double low = from;
    double high = to;
    for (int i = 0; i < 2 * HALVINGS; i++) {
      double third = (high - low) / 3;
      if (size(formula, low + third) < size(formula, high - third)) {
        high -= third;
      } else {
        low += third;
      }
    }
    return (low + high) / 2;
  }

  private static double size(Expr formula, double z) {
    return Math.abs(Evaluator.evaluate(formula, Map.of("z", z)));
  }

  private static double zero(Expr formula, double before, double from, double to) {
    double low = from;
    double high = to;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (sign(formula, middle) == before) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  private static double sign(Expr formula, double z) {
    Map<String, Double> point = Map.of("z", z);
    double narrow = Evaluator.evaluate(formula, point);
    return narrow != 0 && Double.isFinite(narrow)
        ? Math.signum(narrow)
        : ScaledEvaluator.evaluate(formula, point).sign();
  }

  private static void collectSums(Expr expr, Set<Expr> sums) {
    if (expr instanceof Expr.Sum) {
      sums.add(expr);
    }
    expr.children().forEach(child -> collectSums(child, sums));
  }

  private static void collect(Expr expr, SortedSet<Double> numbers) {
    if (expr instanceof Expr.Number number && !number.value().isInteger()
        || expr instanceof Expr.Number large && large.value().bitLength() > 8) {
      double value = Math.abs(((Expr.Number) expr).value().toDouble());
      if (value > 0 && Double.isFinite(value)) {
        numbers.add(value);
      }
    }
    expr.children().forEach(child -> collect(child, numbers));
  }

  /** One variable that runs through the points. */
  public static SamplePoints of(String variable, double[] points) {
    Map<String, double[]> exact = new LinkedHashMap<>();
    exact.put(variable, points);
    return new SamplePoints(exact, Map.of());
  }

  /** Each point with each value of another variable. */
  public SamplePoints times(String variable, double[] values) {
    UnaryOperator<double[]> repeated =
        column ->
            IntStream.range(0, column.length * values.length)
                .mapToDouble(i -> column[i / values.length])
                .toArray();
    int count = magnitudes().length;
    Map<String, double[]> all = new LinkedHashMap<>();
    exact.forEach((name, column) -> all.put(name, repeated.apply(column)));
    all.put(
        variable,
        IntStream.range(0, count * values.length)
            .mapToDouble(i -> values[i % values.length])
            .toArray());
    Map<String, double[]> others = new HashMap<>();
    rounded.forEach((name, column) -> others.put(name, repeated.apply(column)));
    return new SamplePoints(all, others);
  }

  /** With a variable that code computes before, rounded. */
  public SamplePoints with(String variable, double[] values) {
    Map<String, double[]> others = new HashMap<>(rounded);
    others.put(variable, values);
    return new SamplePoints(exact, others);
  }

  Map<String, double[]> all() {
    Map<String, double[]> all = new LinkedHashMap<>(exact);
    all.putAll(rounded);
    return all;
  }

  /** A point with its first variable moved to the next number of a precision. */
  Map<String, BigDecimal> beside(int i, boolean up, Arithmetic network) {
    Map<String, BigDecimal> moved = new LinkedHashMap<>(exact(i));
    String first = exact.keySet().iterator().next();
    moved.put(first, new BigDecimal(network.next(exact.get(first)[i], up)));
    return moved;
  }

  /** The points in groups that differ in their first variable alone. */
  Collection<int[]> alikeButForTheFirst() {
    Map<List<Double>, List<Integer>> groups = new LinkedHashMap<>();
    int count = magnitudes().length;
    for (int i = 0; i < count; i++) {
      groups.computeIfAbsent(others(i), key -> new ArrayList<>()).add(i);
    }
    return groups.values().stream()
        .map(group -> group.stream().mapToInt(Integer::intValue).toArray())
        .toList();
  }

  private List<Double> others(int i) {
    return exact.values().stream().skip(1).map(column -> column[i]).toList();
  }

  /**
   * Points that differ from one in its first variable alone, and whose rounded variables are the
   * same but for their last digits.
   */
  int[] withSameOutput(int i, Arithmetic network) {
    List<Double> alike = others(i);
    return IntStream.range(0, magnitudes().length)
        .filter(j -> others(j).equals(alike))
        .filter(j -> rounded.values().stream().allMatch(a -> isSame(a[i], a[j], network)))
        .toArray();
  }

  private static boolean isSame(double x, double y, Arithmetic network) {
    return Math.abs(x - y) <= 4 * network.unit() * Math.abs(x);
  }

  /** Whether a point is beyond those at which a formula must be right. */
  boolean isFar(int i) {
    return Math.abs(exact.values().iterator().next()[i]) > NEAR;
  }

  /** How far each point is from 0 in the first variable. */
  double[] magnitudes() {
    double[] first = exact.values().iterator().next();
    return IntStream.range(0, first.length).mapToDouble(i -> Math.abs(first[i])).toArray();
  }

  /** A point. */
  Map<String, BigDecimal> exact(int i) {
    return exact.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> new BigDecimal(e.getValue()[i])));
  }
}
