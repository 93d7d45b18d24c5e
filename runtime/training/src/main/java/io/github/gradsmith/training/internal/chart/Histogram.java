package io.github.gradsmith.training.internal.chart;

import io.github.gradsmith.training.internal.markup.Markup;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * How often numbers of one size occur, in bins of equal width.
 *
 * @param low where the first bin begins
 * @param high where the last one ends
 * @param counts of each bin
 */
public record Histogram(double low, double high, int[] counts) {
  /** Of all finite numbers; without any, one empty bin from 0 to 1. */
  public static Histogram of(double[] values, int bins) {
    double[] finite = DoubleStream.of(values).filter(Double::isFinite).toArray();
    double low = DoubleStream.of(finite).min().orElse(0);
    double high = DoubleStream.of(finite).max().orElse(1);
    int[] counts = new int[low == high || finite.length == 0 ? 1 : bins];
    double width = high / counts.length - low / counts.length;
    for (double value : finite) {
      int bin = width > 0 ? (int) (value / width - low / width) : 0;
      counts[Math.max(0, Math.min(counts.length - 1, bin))]++;
    }
    return new Histogram(low, high, counts);
  }

  /** The number of all that were counted. */
  public long total() {
    return Arrays.stream(counts).asLongStream().sum();
  }

  /** Writes an image of bars. */
  public void write(Markup page, Words words, boolean isSmall) {
    Axis x = Axis.linear(low, high);
    Axis y = Axis.linear(0, Math.max(1, Arrays.stream(counts).max().orElse(1)));
    Frame frame = new Frame(isSmall ? Frame.Size.SMALL : Frame.Size.NORMAL, x, y);
    frame.open(page, words);
    PathText bars = new PathText();
    boolean isOne = low == high;
    double from = isOne ? x.low() / 2 + low / 2 : low;
    double to = isOne ? x.high() / 2 + high / 2 : high;
    double width = (frame.x(to) - frame.x(from)) / counts.length;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        bars.bar(frame.x(from) + i * width, frame.y(counts[i]), width, frame.base());
      }
    }
    if (!bars.isEmpty()) {
      page.empty("path", "class", "bars", "d", bars.toString());
    }
    frame.close(page);
  }
}
