package io.github.gradsmith.processor.check;

import io.github.gradsmith.processor.formula.expr.Expr;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The points at which formulas are tried. */
public final class Points {
  /** Weighted sums are tried from minus this to this. */
  public static final double REACH = 80;

  /** Up to here an output that nears a limit has not reached it by rounding. */
  private static final double MODERATE = 5;

  private static final double[] TARGETS = {0, 1, 0.3, -1};
  private static final int BETWEEN = 64;

  private Points() {}

  /** For z: −80 to 80 by halves, and some that are no multiples of anything. */
  public static double[] weightedSums() {
    DoubleStream halves = IntStream.rangeClosed(-160, 160).mapToDouble(i -> i / 2.0);
    DoubleStream odd = IntStream.range(-20, 20).mapToDouble(i -> 4 * i + Math.sqrt(3));
    DoubleStream small = DoubleStream.of(-0.1, -0.003, 0.003, 0.1);
    return DoubleStream.concat(halves, DoubleStream.concat(odd, small)).sorted().toArray();
  }

  /**
   * For a: what an activation gives. Where it only nears a limit, as σ nears 1, it reaches it by
   * rounding; so a large z counts only where the output grows with it.
   */
  public static double[] outputs(Expr activation) {
    double[] z = weightedSums();
    double[] a = new Samples("z", z, Map.of()).of(activation);
    double largest =
        IntStream.range(0, z.length)
            .filter(i -> Math.abs(z[i]) <= MODERATE && Double.isFinite(a[i]))
            .mapToDouble(i -> Math.abs(a[i]))
            .max()
            .orElse(0);
    double[] taken =
        IntStream.range(0, z.length)
            .filter(i -> Math.abs(z[i]) <= MODERATE || Math.abs(a[i]) > 2 * largest)
            .mapToDouble(i -> a[i])
            .filter(Double::isFinite)
            .toArray();
    return withPointsBetween(taken);
  }

  private static double[] withPointsBetween(double[] taken) {
    double least = Arrays.stream(taken).min().orElse(0);
    double most = Arrays.stream(taken).max().orElse(0);
    DoubleStream between =
        IntStream.range(1, BETWEEN).mapToDouble(i -> least + (most - least) * i / BETWEEN);
    return DoubleStream.concat(Arrays.stream(taken), between).sorted().distinct().toArray();
  }

  /** For t: some of what an activation can give or near. */
  public static double[] targets(Expr activation) {
    double[] a = new Samples("z", weightedSums(), Map.of()).of(activation);
    double least = Arrays.stream(a).filter(Double::isFinite).min().orElse(0) - 1e-3;
    double most = Arrays.stream(a).filter(Double::isFinite).max().orElse(0) + 1e-3;
    return Arrays.stream(TARGETS).filter(t -> t >= least && t <= most).toArray();
  }
}
