package io.github.gradsmith.internal.parallel;

/**
 * Rows in order, cut into parts that threads take: a part is a long row, or as many short ones as
 * are worth a thread's turn.
 */
public final class RowParts {
  /** Numbers that take about a microsecond. */
  private static final int LEAST = 1024;

  /** Where each part begins, then where the last one ends. */
  private final int[] starts;

  private final int count;

  /** Of rows of these lengths, at least one. */
  public RowParts(int[] lengths) {
    starts = new int[lengths.length + 1];
    int parts = 0;
    long numbers = 0;
    for (int row = 0; row < lengths.length; row++) {
      numbers += lengths[row];
      if (numbers >= LEAST || row == lengths.length - 1) {
        starts[++parts] = row + 1;
        numbers = 0;
      }
    }
    count = parts;
  }

  /** Parts, at least one. */
  public int count() {
    return count;
  }

  /** The first row of a part; the row after the last one, if that is {@link #count}. */
  public int start(int part) {
    return starts[part];
  }
}
