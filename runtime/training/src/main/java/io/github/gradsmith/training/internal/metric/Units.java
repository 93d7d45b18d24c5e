package io.github.gradsmith.training.internal.metric;

import io.github.gradsmith.internal.row.RowNetwork;
import io.github.gradsmith.internal.row.RowState;

/**
 * The units of targets. A network of typed rows that scales its targets learns scaled ones; here
 * they become what they were, as its own methods undo them.
 */
public final class Units {
  /** Null if outputs are in the targets' own units as they are. */
  private final RowState state;

  private Units(RowState state) {
    this.state = state;
  }

  /** Those of a network's outputs. */
  public static Units of(Object network) {
    return new Units(network instanceof RowNetwork rows ? rows.rowState() : null);
  }

  /** Undoes the scaling of an output, or of a target. */
  public void decode(double[] values) {
    if (state == null) {
      return;
    }
    for (int k = 0; k < values.length; k++) {
      values[k] = state.decoded(values[k], k);
    }
  }

  /** Whether any of so many outputs is scaled. */
  public boolean areScaled(int outputs) {
    for (int k = 0; state != null && k < outputs; k++) {
      if (state.decoded(0, k) != 0 || state.decoded(1, k) != 1) {
        return true;
      }
    }
    return false;
  }
}
