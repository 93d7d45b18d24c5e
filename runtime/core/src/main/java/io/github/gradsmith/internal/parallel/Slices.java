package io.github.gradsmith.internal.parallel;

/**
 * A range cut into consecutive slices whose sizes differ by one at most. Where the cuts are depends
 * on the range and the greatest number of slices alone.
 */
public final class Slices {
  private final int most;
  private int from;
  private int size;
  private int count;

  /** Of at most {@code most} slices. */
  public Slices(int most) {
    this.most = most;
  }

  /** Cuts the range from {@code from} (inclusive) to {@code to} (exclusive), which is not empty. */
  public void cut(int from, int to) {
    this.from = from;
    size = to - from;
    count = Math.min(most, size);
  }

  /** Slices, none of them empty. */
  public int count() {
    return count;
  }

  /** Where slice {@code slice} begins; where the last one ends, if that is {@link #count}. */
  public int start(int slice) {
    return from + (int) ((long) size * slice / count);
  }

  /** Rows of slice {@code slice}. */
  public int size(int slice) {
    return start(slice + 1) - start(slice);
  }

  /** Sizes of all slices together. */
  public int total() {
    return size;
  }
}
