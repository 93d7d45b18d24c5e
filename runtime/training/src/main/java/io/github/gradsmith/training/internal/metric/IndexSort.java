package io.github.gradsmith.training.internal.metric;

/** Heapsort of indices, which takes no memory as {@code Arrays.sort} may (Williams 1964). */
final class IndexSort {
  private IndexSort() {}

  /** Puts the first indices into the order of their values, equal ones by index. */
  static void byValue(int[] indices, int count, double[] values) {
    for (int root = count / 2 - 1; root >= 0; root--) {
      sink(indices, root, count, values);
    }
    for (int end = count - 1; end > 0; end--) {
      int largest = indices[0];
      indices[0] = indices[end];
      indices[end] = largest;
      sink(indices, 0, end, values);
    }
  }

  private static void sink(int[] indices, int root, int count, double[] values) {
    int sinking = indices[root];
    int at = root;
    for (int child = 2 * at + 1; child < count; child = 2 * at + 1) {
      if (child + 1 < count && isBelow(indices[child], indices[child + 1], values)) {
        child++;
      }
      if (!isBelow(sinking, indices[child], values)) {
        break;
      }
      indices[at] = indices[child];
      at = child;
    }
    indices[at] = sinking;
  }

  private static boolean isBelow(int a, int b, double[] values) {
    return values[a] < values[b] || values[a] == values[b] && a < b;
  }
}
