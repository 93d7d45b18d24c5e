package io.github.gradsmith.sample.mnist;

import java.util.Locale;

/** The ten outputs as numbers and bars. */
final class OutputBars {
  private static final int WIDTH = 40;

  private OutputBars() {}

  /** A line for each digit, with marks at the label and at the answer, and the verdict. */
  static String of(float[] output, int label, int answer) {
    StringBuilder text = new StringBuilder();
    for (int digit = 0; digit < output.length; digit++) {
      String bar = "█".repeat(Math.round(output[digit] * WIDTH));
      String mark = mark(digit == label, digit == answer);
      String line =
          String.format(
              Locale.ROOT, "%d  %.4f  %-" + WIDTH + "s%s", digit, output[digit], bar, mark);
      text.append(line.stripTrailing()).append('\n');
    }
    String verdict = label == answer ? "right" : "wrong";
    return text + "label " + label + ", answer " + answer + ": " + verdict + "\n";
  }

  private static String mark(boolean isLabel, boolean isAnswer) {
    if (isLabel && isAnswer) {
      return "  ◀ label, answer";
    }
    if (isLabel) {
      return "  ◀ label";
    }
    return isAnswer ? "  ◀ answer" : "";
  }
}
