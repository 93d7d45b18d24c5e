package io.github.gradsmith.internal.parallel;

import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.internal.check.Arguments;

/** What the slices of a mini-batch compute, each on a replica of its own. */
public final class DoubleSliceWork {
  private final Slices slices;
  private final DoubleNetwork[] replicas;
  private final DoubleParallelStep[] steps;
  private final double[][][] gradients;
  private final double[] losses;
  private double[][] inputs;
  private double[][] targets;

  /** Null where all samples count alike. */
  private double[] weights;

  private double total;
  private boolean weighted;

  /** Of so many slices, and fewer where a mini-batch has fewer samples. */
  public DoubleSliceWork(DoubleNetwork network, int slices) {
    this.slices = new Slices(slices);
    losses = new double[slices];
    replicas = new DoubleNetwork[slices];
    steps = new DoubleParallelStep[slices];
    gradients = new double[slices][][];
    for (int i = 0; i < slices; i++) {
      replicas[i] = network.replica(); // its own, as gradients stay 0 from step to step
      steps[i] = FlatDoubleStep.of(replicas[i]);
      gradients[i] = steps[i].gradient();
    }
  }

  /** The gradient of each slice. */
  public double[][][] gradients() {
    return gradients;
  }

  /** The step on the gradient of the first slice. */
  public DoubleParallelStep step() {
    return steps[0];
  }

  /** Numbers of a gradient. */
  public int parameterCount() {
    return replicas[0].parameterCount();
  }

  /**
   * Cuts a mini-batch into slices, once its arguments are checked.
   *
   * @param weights of the rows, or null; equal ones are none, to the bit
   */
  public void begin(double[][] inputs, double[][] targets, double[] weights, int from, int to) {
    Arguments.batch(inputs, from, to, replicas[0].inputSize(), "inputs");
    Arguments.batch(targets, from, to, replicas[0].outputSize(), "targets");
    Arguments.notEmpty(from, to);
    total = weights == null ? 0 : Arguments.weights(weights, from, to);
    weighted = weights != null && !Arguments.areEqual(weights, from, to);
    this.weights = weighted ? weights : null;
    this.inputs = inputs;
    this.targets = targets;
    slices.cut(from, to);
  }

  /** Slices of the mini-batch. */
  public int count() {
    return slices.count();
  }

  /** Adds the gradient of a slice. */
  public void gradientOf(int slice) {
    int from = slices.start(slice);
    int to = slices.start(slice + 1);
    int row = from - slices.start(0);
    losses[slice] =
        weighted
            ? steps[slice].addGradient(inputs, targets, weights, total, from, to, row)
            : steps[slice].addGradient(inputs, targets, from, to, row);
  }

  /** Computes the loss of a slice. */
  public void lossOf(int slice) {
    int from = slices.start(slice);
    int to = slices.start(slice + 1);
    if (!weighted) {
      double meanLoss = replicas[slice].loss(inputs, targets, from, to);
      losses[slice] = meanLoss * slices.size(slice);
      return;
    }
    double part = 0;
    for (int i = from; i < to; i++) {
      part += weights[i];
    }
    double share = part / total;
    losses[slice] =
        part == 0 ? 0 : share * replicas[slice].loss(inputs, targets, weights, from, to);
  }

  /** Lets go of the caller's arrays. */
  public void end() {
    inputs = null;
    targets = null;
    weights = null;
  }

  /** The mean loss of all slices. */
  public double loss() {
    double loss = 0;
    for (int slice = 0; slice < slices.count(); slice++) {
      loss += losses[slice];
    }
    double mean = weighted ? loss : loss / slices.total();
    return mean;
  }

  /** What the gradient of a slice counts in the sum. */
  public double share(int slice) {
    return weighted ? 1 : (double) slices.size(slice) / slices.total();
  }
}
