package io.github.gradsmith.sample.mnist;

import java.util.Locale;

/** How often which digit was taken for which. */
final class ConfusionMatrix {
  private final int[][] counts = new int[Digits.CLASSES][Digits.CLASSES]; // [label][answer]

  /** The answers of {@code net} to all of {@code digits}. */
  static ConfusionMatrix of(DigitNet net, Digits digits) {
    ConfusionMatrix matrix = new ConfusionMatrix();
    for (int i = 0; i < digits.size(); i++) {
      matrix.add(digits.labels()[i], net.classify(digits.images()[i]));
    }
    return matrix;
  }

  void add(int label, int answer) {
    counts[label][answer]++;
  }

  /** The share of right answers in percent; NaN when there are none at all. */
  double accuracy() {
    int right = 0;
    int all = 0;
    for (int label = 0; label < counts.length; label++) {
      right += counts[label][label];
      all += total(label);
    }
    return 100.0 * right / all;
  }

  private int total(int label) {
    int total = 0;
    for (int count : counts[label]) {
      total += count;
    }
    return total;
  }

  /** Ten rows of labels by ten columns of answers, with the share of right answers for each. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("label  answer\n     ");
    for (int answer = 0; answer < counts.length; answer++) {
      text.append(format("%6d", answer));
    }
    text.append("     right\n");
    for (int label = 0; label < counts.length; label++) {
      text.append(format("%5d", label));
      for (int count : counts[label]) {
        text.append(format("%6d", count));
      }
      double right = 100.0 * counts[label][label] / Math.max(1, total(label));
      text.append(format("  %6.2f %%\n", right));
    }
    return text.toString();
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
