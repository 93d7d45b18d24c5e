package io.github.gradsmith.processor.plan;

import java.util.List;

/**
 * A step of a pass: what it reads and writes.
 *
 * @param name what it computes
 * @param reads what must be there before
 * @param writes what is there after, and what it needs as scratch
 */
public record Step(String name, List<Access> reads, List<Access> writes) {
  public Step {
    reads = List.copyOf(reads);
    writes = List.copyOf(writes);
  }

  /**
   * How much of a buffer a step needs.
   *
   * @param buffer its name
   * @param rows rows of it; 1 where it is the row of a sample
   * @param begin the first number of a row
   * @param width numbers of a row from there
   */
  public record Access(String buffer, int rows, int begin, int width) {
    public Access(String buffer, int rows, int width) {
      this(buffer, rows, 0, width);
    }

    /** The number behind the last one. */
    int end() {
      return begin + width;
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
