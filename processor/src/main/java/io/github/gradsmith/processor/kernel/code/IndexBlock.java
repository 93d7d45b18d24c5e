package io.github.gradsmith.processor.kernel.code;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Places of an input in blocks of equal length and distance.
 *
 * @param first the first place
 * @param length places of a block
 * @param blocks as many of them
 * @param stride places from the beginning of a block to that of the next
 */
record IndexBlock(int first, int length, int blocks, int stride) {
  /** Blocks that hold each of these places once. */
  static List<IndexBlock> of(int[] places) {
    List<IndexBlock> found = new ArrayList<>();
    for (IndexBlock run : runs(Arrays.stream(places).distinct().sorted().toArray())) {
      IndexBlock last = found.isEmpty() ? null : found.get(found.size() - 1);
      if (last != null && last.isFollowedBy(run)) {
        int stride = last.blocks == 1 ? run.first - last.first : last.stride;
        found.set(
            found.size() - 1, new IndexBlock(last.first, last.length, last.blocks + 1, stride));
      } else {
        found.add(run);
      }
    }
    return found;
  }

  private boolean isFollowedBy(IndexBlock run) {
    return run.length == length && (blocks == 1 || run.first == first + blocks * stride);
  }

  /** Places that follow one another, each a block of its own. */
  private static List<IndexBlock> runs(int[] places) {
    List<IndexBlock> runs = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= places.length; i++) {
      if (i == places.length || places[i] != places[i - 1] + 1) {
        runs.add(new IndexBlock(places[start], i - start, 1, i - start));
        start = i;
      }
    }
    return runs;
  }
}
