package io.github.gradsmith.processor.check.bounds;

import io.github.gradsmith.processor.formula.expr.Expr;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The true values of a formula at many points, with what rounding of each step may make of them.
 *
 * @param values infinite or NaN where there is none
 * @param errors not negative; infinite or NaN where nothing is certain
 * @param turning whether rounding may turn a comparison or a sign, so that either side is right
 */
public record Bounds(double[] values, double[] errors, boolean[] turning) {
  /**
   * Evaluates, in doubles where they do.
   *
   * @param unit by so much of itself each result may be rounded
   */
  public static Bounds of(Expr expr, Map<String, double[]> points, double unit) {
    NarrowBounds narrow = new NarrowBounds(points, unit);
    Bounds bounds = narrow.of(expr);
    boolean[] beyond = narrow.beyond();
    int[] left = IntStream.range(0, beyond.length).filter(i -> beyond[i]).toArray();
    return left.length == 0
        ? bounds
        : bounds.with(left, new BoundedValues(subset(points, left), unit).of(expr));
  }

  /** The points with some indices. */
  public static Map<String, double[]> subset(Map<String, double[]> points, int[] indices) {
    Map<String, double[]> subset = new HashMap<>();
    points.forEach(
        (name, column) ->
            subset.put(name, IntStream.of(indices).mapToDouble(i -> column[i]).toArray()));
    return subset;
  }

  static int count(Map<String, double[]> points) {
    return points.values().stream().findFirst().map(column -> column.length).orElse(1);
  }

  private Bounds with(int[] indices, Bounded[] others) {
    Bounds copy = new Bounds(values.clone(), errors.clone(), turning.clone());
    for (int i = 0; i < indices.length; i++) {
      copy.values[indices[i]] = others[i].value().toDouble();
      copy.errors[indices[i]] = others[i].error().toDouble();
      copy.turning[indices[i]] = others[i].isTurning();
    }
    return copy;
  }
}
