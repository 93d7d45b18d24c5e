package io.github.gradsmith.training.internal.block;

import java.util.ArrayList;
import java.util.List;

/**
 * Adds sums up in the order of a binary tree: neighbours 0 and 1, 2 and 3 and so on, then
 * neighbours of those; what has no neighbour goes up as it is. A run of 2ᵏ leaves that begins at a
 * multiple of 2ᵏ is a node of the tree, so that it may be added up elsewhere without changing a
 * bit.
 */
public final class Tree {
  /** Whole subtrees, each of more leaves than the one after it. */
  private final List<Sums> roots = new ArrayList<>();

  private long leaves;

  /** Adds the next leaf, which the tree may change. */
  public void add(Sums leaf) {
    Sums node = leaf;
    for (long full = leaves; (full & 1) == 1; full >>= 1) {
      node = joined(node);
    }
    roots.add(node);
    leaves++;
  }

  /** The sum of all leaves; no more may be added then. */
  public Sums sum() {
    Sums sum = roots.remove(roots.size() - 1);
    while (!roots.isEmpty()) {
      sum = joined(sum);
    }
    return sum;
  }

  private Sums joined(Sums right) {
    Sums left = roots.remove(roots.size() - 1);
    left.add(right);
    return left;
  }
}
