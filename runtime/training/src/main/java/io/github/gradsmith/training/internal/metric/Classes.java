package io.github.gradsmith.training.internal.metric;

import java.util.Locale;

/** Which class an output or a target is. */
public final class Classes {
  /** The class of an output with NaN. */
  public static final int NONE = -1;

  private Classes() {}

  /** The classes that so many outputs tell apart. */
  public static int count(int outputs) {
    return Math.max(2, outputs);
  }

  /** The largest value's index, the lowest on a tie; of one value whether it is at least ½. */
  public static int of(double[] values) {
    if (values.length == 1) {
      return Double.isNaN(values[0]) ? NONE : values[0] >= 0.5 ? 1 : 0;
    }
    int largest = 0;
    for (int k = 0; k < values.length; k++) {
      if (Double.isNaN(values[k])) {
        return NONE;
      }
      if (values[k] > values[largest]) {
        largest = k;
      }
    }
    return largest;
  }

  /** A share as people read it. */
  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
