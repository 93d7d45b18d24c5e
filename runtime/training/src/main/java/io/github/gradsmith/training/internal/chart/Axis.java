package io.github.gradsmith.training.internal.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * A range of numbers with its ticks, which are 1, 2 or 5 times a power of ten apart, or powers of
 * ten on a logarithmic one.
 */
public record Axis(double low, double high, boolean isLogarithmic, List<Double> ticks) {
  private static final int TICKS = 5;

  /** Numbers that differ by this factor are told apart by their logarithms. */
  private static final double WIDE = 50;

  /** A range around all finite numbers, which ends at ticks; from 0 to 1 without any. */
  public static Axis of(double... values) {
    double[] finite = DoubleStream.of(values).filter(Double::isFinite).toArray();
    if (finite.length == 0) {
      return linear(0, 1);
    }
    double low = DoubleStream.of(finite).min().orElseThrow();
    double high = DoubleStream.of(finite).max().orElseThrow();
    return low > 0 && high / low >= WIDE ? logarithmic(low, high) : linear(low, high);
  }

  /** The same, of numbers that are never told apart by logarithms. */
  public static Axis linear(double... values) {
    double[] finite = DoubleStream.of(values).filter(Double::isFinite).toArray();
    double low = DoubleStream.of(finite).min().orElse(0);
    double high = DoubleStream.of(finite).max().orElse(1);
    if (!(high - low > 1e-12 * Math.max(Math.abs(low), Math.abs(high)))) {
      double room = low == 0 ? 1 : Math.abs(low);
      return linear(low - room, high + room);
    }
    double step = step(high / TICKS - low / TICKS);
    double first = StrictMath.floor(low / step);
    double last = StrictMath.ceil(high / step);
    List<Double> ticks = new ArrayList<>();
    for (double i = first; i <= last; i++) {
      ticks.add(i * step);
    }
    return new Axis(first * step, last * step, false, List.copyOf(ticks));
  }

  /** From the first to the last of things that are counted; the ticks are whole numbers. */
  public static Axis counting(int first, int last) {
    if (first == last) {
      return new Axis(first - 0.5, last + 0.5, false, List.of((double) first));
    }
    double step = Math.max(1, step((double) (last - first) / TICKS));
    List<Double> ticks = new ArrayList<>();
    ticks.add((double) first);
    for (double tick = step; tick <= last; tick += step) {
      if (tick - first > step / 2 && last - tick >= step / 2) {
        ticks.add(tick);
      }
    }
    ticks.add((double) last);
    return new Axis(first, last, false, List.copyOf(ticks));
  }

  private static Axis logarithmic(double low, double high) {
    int first = (int) StrictMath.floor(StrictMath.log10(low) + 1e-12);
    int last = (int) StrictMath.ceil(StrictMath.log10(high) - 1e-12);
    int step = Math.max(1, (last - first + TICKS) / (TICKS + 1));
    List<Double> ticks = new ArrayList<>();
    for (int power = first; power <= last; power += step) {
      ticks.add(power(power));
    }
    return new Axis(power(first), power(last), true, List.copyOf(ticks));
  }

  /** A step between ticks, at least as wide as wished. */
  private static double step(double wished) {
    double unit = power((int) StrictMath.floor(StrictMath.log10(wished)));
    for (int factor : new int[] {1, 2, 5}) {
      if (factor * unit >= wished * (1 - 1e-9)) {
        return factor * unit;
      }
    }
    return 10 * unit;
  }

  /** The double that is nearest to a power of ten. */
  private static double power(int exponent) {
    return Double.parseDouble("1e" + exponent);
  }

  /** Whether a number has a place. */
  public boolean shows(double value) {
    return Double.isFinite(value) && (!isLogarithmic || value > 0);
  }

  /** The place of a number, 0 at the low end and 1 at the high one. */
  public double place(double value) {
    return isLogarithmic
        ? (StrictMath.log10(value) - StrictMath.log10(low))
            / (StrictMath.log10(high) - StrictMath.log10(low))
        : (value / 2 - low / 2) / (high / 2 - low / 2);
  }
}
