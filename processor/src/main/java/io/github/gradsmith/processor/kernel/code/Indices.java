package io.github.gradsmith.processor.kernel.code;

/** Index expressions as a person would write them. */
public final class Indices {
  private Indices() {}

  /** {@code j + 3}; {@code j} for an offset of 0; {@code 3} without a variable. */
  public static String plus(String variable, int offset) {
    if (variable.isEmpty()) {
      return Integer.toString(offset);
    }
    return offset == 0 ? variable : variable + " + " + offset;
  }

  /** {@code p + 3 * row}; {@code p} for none of them, {@code p + row} for one. */
  public static String plus(String start, int times, String distance) {
    return switch (times) {
      case 0 -> start;
      case 1 -> start + " + " + distance;
      default -> start + " + " + times + " * " + distance;
    };
  }
}
