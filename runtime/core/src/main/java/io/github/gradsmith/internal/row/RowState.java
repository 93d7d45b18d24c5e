package io.github.gradsmith.internal.row;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a network keeps of its rows besides the parameters: statistics of their numbers and of
 * targets, and which column each constant of an enum has. Replicas share it, files hold it.
 */
public final class RowState {
  final RowSchema schema;

  /** Of each scaled number of a row. */
  final RowScale inputs;

  /** Of each output; what is not scaled has mean 0 and deviation 1. */
  final RowScale targets;

  /** What each thing that the outputs mean is. */
  final List<String> outputs;

  /** Of each output that known numbers scale: factor and term; null of another one. */
  final double[][] rescaled;

  /** The column of each constant of each enum. */
  final int[][] columns;

  /** The constant of each column of each enum. */
  final int[][] ordinals;

  /** New: no rows were seen. */
  public RowState(RowSchema schema) {
    this.schema = schema;
    inputs = new RowScale(schema.ranged);
    outputs = new ArrayList<>(schema.outputs);
    targets = new RowScale(new boolean[schema.widthOfOutputs()]);
    rescaled = new double[targets.mean.length][];
    columns = schema.columnsAsDeclared();
    ordinals = schema.columnsAsDeclared();
    setKinds();
  }

  /** Takes over all that another one keeps, which is of the same network. */
  public void copyFrom(RowState other) {
    inputs.copyFrom(other.inputs);
    targets.copyFrom(other.targets);
    for (int i = 0; i < outputs.size(); i++) {
      outputs.set(i, other.outputs.get(i));
    }
    setColumns(other.columns);
    setKinds();
  }

  void setColumns(int[][] ordered) {
    for (int e = 0; e < columns.length; e++) {
      for (int i = 0; i < columns[e].length; i++) {
        columns[e][i] = ordered[e][i];
        ordinals[e][ordered[e][i]] = i;
      }
    }
  }

  /** Takes over how outputs are scaled; a file may say so of those that are open. */
  void setKinds() {
    int at = 0;
    for (int i = 0; i < outputs.size(); i++) {
      targets.ranged[at] = outputs.get(i).equals(RowSchema.RANGE);
      rescaled[at] = RowSchema.rescaling(outputs.get(i));
      at += schema.widthOfOutput(i);
    }
  }

  /** Whether outputs are scaled by statistics. */
  boolean scalesTargets() {
    return outputs.stream().anyMatch(RowSchema::isScaled);
  }

  /** The outputs that are scaled by statistics, in order. */
  int[] scaledOutputs() {
    int[] places = new int[outputs.size()];
    int count = 0;
    int at = 0;
    for (int i = 0; i < outputs.size(); i++) {
      if (RowSchema.isScaled(outputs.get(i))) {
        places[count++] = at;
      }
      at += schema.widthOfOutput(i);
    }
    return Arrays.copyOf(places, count);
  }

  /** A collection of what rows tell, for {@code adapt}. */
  public RowGathering gathering() {
    return new RowGathering(this);
  }

  /** The column of each constant of an enum; not to be changed. */
  public int[] columns(int number) {
    return columns[number];
  }

  /** The position, in the declaration, of the constant that has a column. */
  public int ordinal(int number, int column) {
    return ordinals[number][column];
  }

  /**
   * Demands that statistics of rows are there.
   *
   * @throws IllegalStateException if no rows were seen and no file was loaded
   */
  public void requireRows() {
    if (!inputs.known) {
      throw unseen();
    }
  }

  /**
   * Demands that statistics of targets are there, if any are needed.
   *
   * @throws IllegalStateException if no examples were seen and no file was loaded
   */
  public void requireTargets() {
    if (!targets.known && scalesTargets()) {
      throw unseen();
    }
  }

  private IllegalStateException unseen() {
    String cure = schema.learnt.isEmpty() ? "" : "call " + schema.learnt + " or ";
    return new IllegalStateException(
        schema.network + " has not seen rows yet: " + cure + "load a file");
  }

  /**
   * (value − mean) · (1 / deviation), in double.
   *
   * @param number of the scaled numbers of a row, from 0
   * @throws IllegalArgumentException if the value is NaN
   */
  public double standard(double value, int number) {
    if (value != value) {
      throw missing(schema.numbers.get(number));
    }
    return (value - inputs.mean[number]) * inputs.factor[number];
  }

  /**
   * (value − min) / (max − min), in double.
   *
   * @param number of the scaled numbers of a row, from 0
   * @throws IllegalArgumentException if the value is NaN
   */
  public double ranged(double value, int number) {
    if (value != value) {
      throw missing(schema.numbers.get(number));
    }
    return (value - inputs.minimum[number]) / inputs.span[number];
  }

  /** What stands in the place of a missing number that is scaled by its range: the mean. */
  public double rangedMean(int number) {
    return (inputs.mean[number] - inputs.minimum[number]) / inputs.span[number];
  }

  /** A target as the network learns it: (value − mean) · (1 / deviation), or by its range. */
  public double target(double value, int output) {
    if (value != value) {
      throw new IllegalArgumentException("target " + output + " is NaN, which teaches nothing");
    }
    return targets.ranged[output]
        ? (value - targets.minimum[output]) / targets.span[output]
        : (value - targets.mean[output]) * targets.factor[output];
  }

  /** What an output means: scaling undone. */
  public double decoded(double a, int output) {
    double[] known = rescaled[output];
    if (known != null) {
      return (a - known[1]) / known[0];
    }
    if (targets.ranged[output]) {
      return a * targets.span[output] + targets.minimum[output];
    }
    return a * targets.deviation[output] + targets.mean[output];
  }

  static IllegalArgumentException missing(String component) {
    return new IllegalArgumentException(
        component
            + " is NaN: a number is missing. Write @Missing at the component, or leave the row out");
  }
}
