package io.github.gradsmith;

import io.github.gradsmith.internal.check.Arguments;
import io.github.gradsmith.internal.check.RowNumbers;
import java.util.Arrays;

/**
 * Rows for a {@link FloatNetwork}: inputs, targets and weights. It is immutable, but the arrays of
 * inputs and targets are the caller's and are not copied: nobody may change them while they are in
 * use here. They are never written to or reordered.
 *
 * <pre>{@code
 * FloatRows rows = FloatRows.ofClasses(inputs, labels, 10).balanced();
 * FloatRows.Parts parts = rows.split(0.2, 7);
 * float loss = network.loss(parts.training().inputs(), parts.training().targets(), 0, 16);
 * }</pre>
 */
public final class FloatRows implements TrainingRows<FloatNetwork> {
  private static final float[] NONE = {};

  private final float[][] inputs;
  private final float[][] targets;
  private final float[] weights;

  private FloatRows(float[][] inputs, float[][] targets, float[] weights) {
    this.inputs = inputs;
    this.targets = targets;
    this.weights = weights;
  }

  /**
   * Rows of inputs and their targets.
   *
   * @param inputs rows of as many values each
   * @param targets as many rows, of as many values each
   * @throws IllegalArgumentException if there is no row, one array has more rows than the other, or
   *     a row has more values than the first one
   */
  public static FloatRows of(float[][] inputs, float[][] targets) {
    RowNumbers.notEmpty(inputs.length);
    Arguments.rowCount(targets, inputs.length, "targets");
    Arguments.batch(inputs, 0, inputs.length, inputs[0].length, "inputs");
    Arguments.batch(targets, 0, targets.length, targets[0].length, "targets");
    return new FloatRows(inputs, targets, NONE);
  }

  /**
   * Rows of inputs and their classes. The target of a row is 1 at its label and 0 elsewhere; rows
   * of a class share one array of targets.
   *
   * @param inputs rows of as many values each
   * @param labels as many class numbers, from 0 to {@code classes − 1}
   * @throws IllegalArgumentException if there is no row, another number of labels, a label that is
   *     no class, or a row has more values than the first one
   */
  public static FloatRows ofClasses(float[][] inputs, int[] labels, int classes) {
    RowNumbers.count(labels.length, inputs.length, "labels");
    RowNumbers.labels(labels, classes);
    float[][] shared = new float[classes][classes];
    for (int c = 0; c < classes; c++) {
      shared[c][c] = 1;
    }
    float[][] targets = new float[labels.length][];
    for (int i = 0; i < labels.length; i++) {
      targets[i] = shared[labels[i]];
    }
    return of(inputs, targets);
  }

  /**
   * These rows, each of which counts as its weight says: the loss is Σ w l / Σ w. Weights that the
   * rows have already are multiplied.
   *
   * @param weights one for each row, at least 0 and finite, not all 0
   * @throws IllegalArgumentException if there are more or fewer, or one is not such a number
   */
  public FloatRows weighted(float... weights) {
    RowNumbers.count(weights.length, size(), "weights");
    float[] product = new float[weights.length];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      RowNumbers.weight(weights[i], i);
      product[i] = weights[i] * (float) weight(i);
      RowNumbers.weight(product[i], i);
      sum += product[i];
    }
    RowNumbers.someWeight(sum);
    return new FloatRows(inputs, targets, product);
  }

  /**
   * These rows, each weighted as its class says. Weights that the rows have already are multiplied.
   *
   * @param weights one for each class, at least 0 and finite; with one target there are two, those
   *     of 0 and of 1
   * @throws IllegalArgumentException if there are more or fewer, one is not such a number, or a
   *     row's targets are not 1 at its class and 0 elsewhere
   */
  public FloatRows classWeights(float... weights) {
    RowNumbers.count(weights.length, RowNumbers.classes(outputSize()), "weights");
    float[] ofRows = new float[size()];
    for (int i = 0; i < ofRows.length; i++) {
      ofRows[i] = weights[classOf(i)];
    }
    return weighted(ofRows);
  }

  /**
   * These rows, weighted so that all classes count alike: those of class c by n / (K · n<sub>c
   * </sub>) for n rows of K classes that occur, as scikit-learn's {@code class_weight="balanced"}.
   * Weights that the rows have already are multiplied.
   *
   * @throws IllegalArgumentException if a row's targets are not 1 at its class and 0 elsewhere
   */
  public FloatRows balanced() {
    int[] counts = new int[RowNumbers.classes(outputSize())];
    for (int i = 0; i < size(); i++) {
      counts[classOf(i)]++;
    }
    int present = (int) Arrays.stream(counts).filter(count -> count > 0).count();
    double share = (double) size() / present;
    float[] ofClasses = new float[counts.length];
    for (int c = 0; c < counts.length; c++) {
      ofClasses[c] = (float) share / Math.max(1, counts[c]);
    }
    return classWeights(ofClasses);
  }

  /**
   * Two parts drawn at random; in each the rows keep their order.
   *
   * @param fraction the share of validation, above 0 and below 1; rounded to rows, of which either
   *     part gets at least one
   * @param seed the same seed gives the same parts on every JVM
   * @throws IllegalArgumentException if the fraction is another one, or there is one row only
   */
  public Parts split(double fraction, long seed) {
    int[][] parts = RowNumbers.split(size(), fraction, seed);
    return new Parts(select(parts[0]), select(parts[1]));
  }

  /**
   * Two parts in the order of the rows, as rows of a time series want it: the rows before a place
   * for training, those from there on for validation.
   *
   * @param row the first row of validation, from 1 to {@code size() − 1}
   * @throws IllegalArgumentException if either part would be empty
   */
  public Parts cut(int row) {
    int[][] parts = RowNumbers.cut(size(), row);
    return new Parts(select(parts[0]), select(parts[1]));
  }

  @Override
  public FloatRows select(int... rows) {
    RowNumbers.notEmpty(rows.length);
    float[][] x = new float[rows.length][];
    float[][] t = new float[rows.length][];
    float[] w = weights.length == 0 ? NONE : new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      x[i] = inputs[rows[i]];
      t[i] = targets[rows[i]];
      if (w.length > 0) {
        w[i] = weights[rows[i]];
      }
    }
    return new FloatRows(x, t, w);
  }

  @Override
  public int size() {
    return inputs.length;
  }

  @Override
  public int inputSize() {
    return inputs[0].length;
  }

  @Override
  public int outputSize() {
    return targets[0].length;
  }

  /** The inputs, as they were given. */
  public float[][] inputs() {
    return inputs;
  }

  /** The targets, as they were given. */
  public float[][] targets() {
    return targets;
  }

  /** A copy of the weights; empty if none were given, and each row counts 1. */
  public float[] weights() {
    return weights.clone();
  }

  @Override
  public double weight(int row) {
    return weights.length == 0 ? 1 : weights[row];
  }

  @Override
  public int label(int row) {
    float[] target = targets[row];
    if (target.length == 1) {
      return target[0] >= 0.5f ? 1 : 0;
    }
    int largest = 0;
    for (int k = 1; k < target.length; k++) {
      if (target[k] > target[largest]) {
        largest = k;
      }
    }
    return largest;
  }

  /** The label of a row whose targets are those of a class and nothing else. */
  private int classOf(int row) {
    float[] target = targets[row];
    int label = label(row);
    for (int k = 0; k < target.length; k++) {
      float expected = target.length == 1 ? label : k == label ? 1 : 0;
      if (target[k] != expected) {
        throw RowNumbers.noClass(row, k, target[k]);
      }
    }
    return label;
  }

  /** Rows to train on, and others to judge the network by. */
  public static final class Parts {
    private final FloatRows training;
    private final FloatRows validation;

    private Parts(FloatRows training, FloatRows validation) {
      this.training = training;
      this.validation = validation;
    }

    /** The rows to train on. */
    public FloatRows training() {
      return training;
    }

    /** The rows that training never sees. */
    public FloatRows validation() {
      return validation;
    }
  }
}
