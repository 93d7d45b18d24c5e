package io.github.gradsmith.internal.row;

import java.util.Arrays;

/**
 * The statistics of a network's rows as arrays, one number for each input or output, for formats
 * that compute with them: ((value − shift) · factor + term) / divisor. What is not scaled has shift
 * and term 0, factor and divisor 1.
 */
public final class RowScaling {
  private final double[] present;
  private final double[] shift;
  private final double[] factor;
  private final double[] term;
  private final double[] divisor;

  private RowScaling(int width) {
    present = filled(width, Double.NaN);
    shift = filled(width, 0);
    factor = filled(width, 1);
    term = filled(width, 0);
    divisor = filled(width, 1);
  }

  private static double[] filled(int width, double value) {
    double[] values = new double[width];
    Arrays.fill(values, value);
    return values;
  }

  /**
   * How the numbers of a row are scaled.
   *
   * @param width inputs of the network
   * @throws IllegalStateException if no rows were seen and no file was loaded
   */
  public static RowScaling ofInputs(RowState state, int width) {
    if (state.schema.hasNumbers()) {
      state.requireRows();
    }
    RowScaling scaling = new RowScaling(width);
    RowScale numbers = state.inputs;
    for (int i = 0; i < numbers.mean.length; i++) {
      int at = state.schema.places.get(i);
      if (numbers.ranged[i]) {
        scaling.shift[at] = numbers.minimum[i];
        scaling.divisor[at] = numbers.span[i];
      } else {
        scaling.shift[at] = numbers.mean[i];
        scaling.factor[at] = numbers.factor[i];
      }
      if (state.schema.mayMiss[i]) {
        scaling.present[at] = numbers.mean[i];
      }
    }
    return scaling;
  }

  /**
   * How outputs come back to the units of their targets.
   *
   * @param width outputs of the network
   * @throws IllegalStateException if no examples were seen and no file was loaded
   */
  public static RowScaling ofOutputs(RowState state, int width) {
    state.requireTargets();
    RowScaling scaling = new RowScaling(width);
    RowScale targets = state.targets;
    int at = 0;
    for (int i = 0; i < state.outputs.size(); i++) {
      String encoding = state.outputs.get(i);
      if (RowSchema.isScaled(encoding)) {
        scaling.factor[at] = targets.ranged[at] ? targets.span[at] : targets.deviation[at];
        scaling.term[at] = targets.ranged[at] ? targets.minimum[at] : targets.mean[at];
      } else if (state.rescaled[at] != null) {
        scaling.term[at] = -state.rescaled[at][1];
        scaling.divisor[at] = state.rescaled[at][0];
      }
      at += state.schema.widthOfOutput(i);
    }
    return scaling;
  }

  /** Whether it changes no number, and none may be missing. */
  public boolean isNeutral() {
    for (int i = 0; i < shift.length; i++) {
      boolean mayMiss = !Double.isNaN(present[i]);
      if (mayMiss || shift[i] != 0 || factor[i] != 1 || term[i] != 0 || divisor[i] != 1) {
        return false;
      }
    }
    return true;
  }

  /** What stands in the place of a missing number; NaN where none may be missing. */
  public double[] present() {
    return present.clone();
  }

  /** What is taken away first. */
  public double[] shift() {
    return shift.clone();
  }

  /** What is multiplied with then. */
  public double[] factor() {
    return factor.clone();
  }

  /** What is added then. */
  public double[] term() {
    return term.clone();
  }

  /** What is divided by last. */
  public double[] divisor() {
    return divisor.clone();
  }
}
