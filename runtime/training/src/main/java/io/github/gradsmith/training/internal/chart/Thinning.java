package io.github.gradsmith.training.internal.chart;

import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Leaves out numbers of a curve in such a way that its shape stays. */
public final class Thinning {
  private Thinning() {}

  /**
   * The indices that stay, rising: all if they are few enough, or else the first, the last, and the
   * least and largest number of each bucket, with the first that is not finite, where the curve has
   * a gap.
   *
   * @param most at least 5
   */
  public static int[] indices(double[] values, int most) {
    if (values.length <= most) {
      return IntStream.range(0, values.length).toArray();
    }
    TreeSet<Integer> kept = new TreeSet<>(Arrays.asList(0, values.length - 1));
    int buckets = (most - 2) / 3;
    for (int b = 0; b < buckets; b++) {
      int from = (int) ((long) values.length * b / buckets);
      int to = (int) ((long) values.length * (b + 1) / buckets);
      addExtremes(values, from, to, kept);
    }
    return kept.stream().mapToInt(Integer::intValue).toArray();
  }

  private static void addExtremes(double[] values, int from, int to, TreeSet<Integer> kept) {
    int least = -1;
    int largest = -1;
    int gap = -1;
    for (int i = from; i < to; i++) {
      if (!Double.isFinite(values[i])) {
        gap = gap < 0 ? i : gap;
      } else {
        least = least < 0 || values[i] < values[least] ? i : least;
        largest = largest < 0 || values[i] > values[largest] ? i : largest;
      }
    }
    for (int index : new int[] {least, largest, gap}) {
      if (index >= 0) {
        kept.add(index);
      }
    }
  }

  /** So many indices at most, evenly apart, the first and the last among them, rising. */
  public static int[] even(int length, int most) {
    if (length <= most) {
      return IntStream.range(0, length).toArray();
    }
    return IntStream.range(0, most)
        .map(i -> (int) ((long) (length - 1) * i / (most - 1)))
        .toArray();
  }
}
