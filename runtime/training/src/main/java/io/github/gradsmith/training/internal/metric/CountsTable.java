package io.github.gradsmith.training.internal.metric;

import java.util.Locale;

/** Counts of classes as a table: a line for each class, a column for what is said of it. */
public final class CountsTable {
  private CountsTable() {}

  /** All of it, with scores in percent. */
  public static String of(ClassCounts counts) {
    StringBuilder text = new StringBuilder("actual\\said");
    for (int c = 0; c < counts.classes(); c++) {
      text.append(String.format(Locale.ROOT, "%9d", c));
    }
    text.append("   recall\n");
    for (int is = 0; is < counts.classes(); is++) {
      text.append(String.format(Locale.ROOT, "%11d", is));
      for (int said = 0; said < counts.classes(); said++) {
        text.append(String.format(Locale.ROOT, "%9s", number(counts.count(is, said))));
      }
      double recall = counts.score(ClassScore.RECALL, is);
      text.append(String.format(Locale.ROOT, "%8.1f%%\n", 100 * recall));
    }
    text.append("  precision");
    for (int c = 0; c < counts.classes(); c++) {
      double precision = counts.score(ClassScore.PRECISION, c);
      text.append(String.format(Locale.ROOT, "%8.1f%%", 100 * precision));
    }
    return text.append('\n').toString();
  }

  private static String number(double count) {
    return count == (long) count
        ? Long.toString((long) count)
        : String.format(Locale.ROOT, "%.2f", count);
  }
}
