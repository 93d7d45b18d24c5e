package io.github.gradsmith.processor.plan.backward;

import java.util.List;

/**
 * A layer, as its deltas see it.
 *
 * @param number its number, which is that of the value it gives, too
 * @param uses the values that it reads, in its own order; one that it reads twice stands twice
 */
public record Reader(int number, List<Use> uses) {
  public Reader {
    uses = List.copyOf(uses);
  }

  /**
   * A value that a layer reads.
   *
   * @param value its number
   * @param isWhole whether the delta that comes back reaches every element of it; that of a slice
   *     does not
   */
  public record Use(int value, boolean isWhole) {}
}
