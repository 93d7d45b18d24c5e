package io.github.gradsmith;

import io.github.gradsmith.internal.check.Arguments;
import io.github.gradsmith.internal.parallel.FlatFloatStep;
import io.github.gradsmith.internal.parallel.FloatParallelStep;
import io.github.gradsmith.internal.parallel.FloatSliceSum;
import io.github.gradsmith.internal.parallel.RowParts;
import io.github.gradsmith.internal.parallel.Slices;
import io.github.gradsmith.internal.parallel.ThreadTeam;
import java.util.Arrays;
import java.util.Objects;

/**
 * Trains a {@link FloatNetwork} with several threads. A mini-batch is cut into slices, each with a
 * replica of the network that computes its gradient; the gradients are weighted by the samples of
 * their slices and added up in a fixed order, and one step is made from the sum.
 *
 * <pre>{@code
 * try (FloatParallelTrainer trainer = new FloatParallelTrainer(network, 2)) {
 *   float meanLoss = trainer.train(inputs, targets, 0, 256, 0.5f);
 * }
 * }</pre>
 *
 * <p>The slices depend on the mini-batch alone: the result has the same bits for any number of
 * threads, 1 included. It agrees with {@link FloatNetwork#train(float[][], float[][], int, int,
 * float)} to rounding, and with another number of slices to rounding only. That holds for SIMD
 * kernels, too, on one machine.
 *
 * <p>Every slice costs work on each parameter beside that of its samples: a mini-batch should have
 * twenty samples or more for each slice, or training alone is faster.
 *
 * <p>Steps may have weights, see {@link FloatNetwork#gradient(float[][], float[][], float[], int,
 * int, float[])}, and a limit to the norm of their gradient.
 *
 * <h2>Threads</h2>
 *
 * <p>The thread that calls works too, so that {@code threads − 1} are started, all by the
 * constructor. They are daemon threads, end with {@link #close}, which waits for them, and between
 * the steps look out for work for some 0.1 ms before they wait without using a processor. While a
 * step runs the network and all its replicas belong to the trainer, between steps to the caller.
 * Steps, losses and {@code close} asked for by several threads run one after another. An interrupt
 * ends no step; the thread stays interrupted.
 *
 * <p>If a slice fails, which a generated network does only if a row holds no index where one is
 * looked up, if the virtual machine does (out of memory, stack overflow) or if another thread
 * changes the rows meanwhile, what it threw is thrown to the caller, of several slices that of the
 * first. No step is made then, and the trainer can be used further.
 *
 * <h2>Memory</h2>
 *
 * <p>A replica's working memory for each slice, with {@link FloatNetwork#parameterCount()} values
 * more if the network is too small to share steps, all taken in the constructor: steps allocate
 * nothing once they are compiled.
 */
public final class FloatParallelTrainer implements AutoCloseable {
  /** The slices of a mini-batch, unless the constructor is given another number. */
  public static final int SLICES = 4;

  private final FloatNetwork[] replicas;
  private final FloatParallelStep[] steps;
  private final Slices slices;
  private final FloatSliceSum sum;
  private final RowParts parts;
  private final double[] losses;
  private final ThreadTeam team;
  private final ThreadTeam.Work gradientOfSlice = this::gradientOfSlice;
  private final ThreadTeam.Work lossOfSlice = this::lossOfSlice;
  private final ThreadTeam.Work sumOfPart = this::sumOfPart;
  private final ThreadTeam.Work stepOfPart = this::stepOfPart;

  /** The squares of each row of the gradient. */
  private final double[] squares;

  private float[][] inputs;
  private float[][] targets;

  /** Null where all samples count alike. */
  private float[] weights;

  private double total;
  private float learningRate;

  /** Whether the slices have been added up before the step. */
  private boolean summed;

  /** What the gradient is multiplied with. */
  private float factor;

  private double gradientNorm = Double.NaN;

  /** Whether the gradients of all slices are 0, as they are after a step. */
  private boolean clear = true;

  private boolean closed;

  /**
   * A trainer with {@link #SLICES} slices.
   *
   * @param network the network to train
   * @param threads threads that work on a step, the calling one included; more than slices are of
   *     little use
   * @throws IllegalArgumentException if {@code threads} is less than 1
   */
  public FloatParallelTrainer(FloatNetwork network, int threads) {
    this(network, threads, SLICES);
  }

  /**
   * A trainer with a number of slices of your own.
   *
   * @param network the network to train
   * @param threads threads that work on a step, the calling one included; more than slices are of
   *     little use
   * @param slices slices of a mini-batch; one with fewer samples has a slice for each of them
   * @throws IllegalArgumentException if {@code threads} or {@code slices} is less than 1
   */
  public FloatParallelTrainer(FloatNetwork network, int threads, int slices) {
    ThreadTeam.requirePositive(threads, "threads");
    ThreadTeam.requirePositive(slices, "slices");
    Objects.requireNonNull(network, "network is null");
    this.slices = new Slices(slices);
    losses = new double[slices];
    replicas = new FloatNetwork[slices];
    steps = new FloatParallelStep[slices];
    float[][][] gradients = new float[slices][][];
    for (int i = 0; i < slices; i++) {
      replicas[i] = network.replica(); // its own, as gradients stay 0 from step to step
      steps[i] = FlatFloatStep.of(replicas[i]);
      gradients[i] = steps[i].gradient();
    }
    sum = new FloatSliceSum(gradients);
    squares = new double[gradients[0].length];
    parts = new RowParts(Arrays.stream(gradients[0]).mapToInt(row -> row.length).toArray());
    team = new ThreadTeam(threads);
  }

  /**
   * One optimizer step on the mean gradient of a mini-batch.
   *
   * @param inputs rows of {@link FloatNetwork#inputSize()} values
   * @param targets rows of {@link FloatNetwork#outputSize()} values
   * @param from the first row
   * @param to the row after the last one
   * @param learningRate the α of W = W − α ∂E/∂W, or what takes its place in the optimizer's rule
   * @return the mean loss before the step
   * @throws IllegalArgumentException if the range is empty, a row has another length or the
   *     learning rate is negative or not finite; nothing is changed
   * @throws IllegalStateException if this trainer is closed
   */
  public synchronized float train(
      float[][] inputs, float[][] targets, int from, int to, float learningRate) {
    check(inputs, targets, from, to);
    return step(inputs, targets, from, to, learningRate, 0);
  }

  /**
   * One optimizer step on the mean gradient g of a mini-batch, clipped: g · min(1, c / (N + 10⁻⁶))
   * with the norm N = √Σ g² over all parameters and the limit c, as PyTorch's {@code
   * clip_grad_norm_} does it. N is added up in double, row by row of the network's arrays: its bits
   * do not depend on the number of threads.
   *
   * @param inputs rows of {@link FloatNetwork#inputSize()} values
   * @param targets rows of {@link FloatNetwork#outputSize()} values
   * @param from the first row
   * @param to the row after the last one
   * @param learningRate the α of W = W − α ∂E/∂W, or what takes its place in the optimizer's rule
   * @param clipNorm the limit c, above 0; ∞ clips nothing, so that {@link #gradientNorm} is known
   * @return the mean loss before the step
   * @throws IllegalArgumentException if the range is empty, a row has another length, the learning
   *     rate is negative or not finite or the limit is not above 0; nothing is changed
   * @throws IllegalStateException if this trainer is closed
   */
  public synchronized float train(
      float[][] inputs, float[][] targets, int from, int to, float learningRate, double clipNorm) {
    check(inputs, targets, from, to);
    return step(inputs, targets, from, to, learningRate, requireLimit(clipNorm));
  }

  /**
   * One optimizer step on the weighted mean gradient of a mini-batch.
   *
   * @param inputs rows of {@link FloatNetwork#inputSize()} values
   * @param targets rows of {@link FloatNetwork#outputSize()} values
   * @param weights weight i is that of row i: finite, at least 0, and not all 0 within the range
   * @param from the first row
   * @param to the row after the last one
   * @param learningRate the α of W = W − α ∂E/∂W, or what takes its place in the optimizer's rule
   * @return the weighted mean loss before the step
   * @throws IllegalArgumentException if an argument does not fit; nothing is changed
   * @throws IllegalStateException if this trainer is closed
   */
  public synchronized float train(
      float[][] inputs, float[][] targets, float[] weights, int from, int to, float learningRate) {
    check(inputs, targets, weights, from, to);
    return step(inputs, targets, from, to, learningRate, 0);
  }

  /**
   * The same with the gradient clipped, as {@link #train(float[][], float[][], int, int, float,
   * double)} does it.
   *
   * @param inputs rows of {@link FloatNetwork#inputSize()} values
   * @param targets rows of {@link FloatNetwork#outputSize()} values
   * @param weights weight i is that of row i: finite, at least 0, and not all 0 within the range
   * @param from the first row
   * @param to the row after the last one
   * @param learningRate the α of W = W − α ∂E/∂W, or what takes its place in the optimizer's rule
   * @param clipNorm the limit of the gradient's norm, above 0; ∞ clips nothing
   * @return the weighted mean loss before the step
   * @throws IllegalArgumentException if an argument does not fit; nothing is changed
   * @throws IllegalStateException if this trainer is closed
   */
  public synchronized float train(
      float[][] inputs,
      float[][] targets,
      float[] weights,
      int from,
      int to,
      float learningRate,
      double clipNorm) {
    check(inputs, targets, weights, from, to);
    return step(inputs, targets, from, to, learningRate, requireLimit(clipNorm));
  }

  /**
   * The norm of the last step's gradient before it was clipped; NaN if that step had no limit, or
   * there was none.
   */
  public synchronized double gradientNorm() {
    return gradientNorm;
  }

  /**
   * The mean gradient of a mini-batch, without a step.
   *
   * @param inputs rows of {@link FloatNetwork#inputSize()} values
   * @param targets rows of {@link FloatNetwork#outputSize()} values
   * @param from the first row
   * @param to the row after the last one
   * @param gradient receives {@link FloatNetwork#parameterCount()} values in the order of {@link
   *     FloatNetwork#getParameters}
   * @return the mean loss
   * @throws IllegalArgumentException if an argument does not fit
   * @throws IllegalStateException if this trainer is closed
   */
  public synchronized float gradient(
      float[][] inputs, float[][] targets, int from, int to, float[] gradient) {
    check(inputs, targets, from, to);
    return copiedGradient(inputs, targets, from, to, gradient);
  }

  /**
   * The weighted mean gradient of a mini-batch, without a step.
   *
   * @param inputs rows of {@link FloatNetwork#inputSize()} values
   * @param targets rows of {@link FloatNetwork#outputSize()} values
   * @param weights weight i is that of row i: finite, at least 0, and not all 0 within the range
   * @param from the first row
   * @param to the row after the last one
   * @param gradient receives {@link FloatNetwork#parameterCount()} values in the order of {@link
   *     FloatNetwork#getParameters}
   * @return the weighted mean loss
   * @throws IllegalArgumentException if an argument does not fit
   * @throws IllegalStateException if this trainer is closed
   */
  public synchronized float gradient(
      float[][] inputs, float[][] targets, float[] weights, int from, int to, float[] gradient) {
    check(inputs, targets, weights, from, to);
    return copiedGradient(inputs, targets, from, to, gradient);
  }

  /**
   * The mean loss of several samples.
   *
   * @param inputs rows of {@link FloatNetwork#inputSize()} values
   * @param targets rows of {@link FloatNetwork#outputSize()} values
   * @param from the first row
   * @param to the row after the last one
   * @throws IllegalArgumentException if the range is empty or a row has another length
   * @throws IllegalStateException if this trainer is closed
   */
  public synchronized float loss(float[][] inputs, float[][] targets, int from, int to) {
    check(inputs, targets, from, to);
    return eachSlice(lossOfSlice, inputs, targets, from, to);
  }

  /**
   * The weighted mean loss of several samples.
   *
   * @param inputs rows of {@link FloatNetwork#inputSize()} values
   * @param targets rows of {@link FloatNetwork#outputSize()} values
   * @param weights weight i is that of row i: finite, at least 0, and not all 0 within the range
   * @param from the first row
   * @param to the row after the last one
   * @throws IllegalArgumentException if an argument does not fit
   * @throws IllegalStateException if this trainer is closed
   */
  public synchronized float loss(
      float[][] inputs, float[][] targets, float[] weights, int from, int to) {
    check(inputs, targets, weights, from, to);
    return eachSlice(lossOfSlice, inputs, targets, from, to);
  }

  /** Ends the threads and waits until they are gone. Closing again does nothing. */
  @Override
  public synchronized void close() {
    closed = true;
    team.close();
  }

  private void check(float[][] inputs, float[][] targets, int from, int to) {
    if (closed) {
      throw new IllegalStateException("the trainer is closed");
    }
    Arguments.batch(inputs, from, to, replicas[0].inputSize(), "inputs");
    Arguments.batch(targets, from, to, replicas[0].outputSize(), "targets");
    Arguments.notEmpty(from, to);
    weights = null;
  }

  /** Equal weights are none, to the bit. */
  private void check(float[][] inputs, float[][] targets, float[] weights, int from, int to) {
    check(inputs, targets, from, to);
    total = Arguments.weights(weights, from, to);
    this.weights = Arguments.areEqual(weights, from, to) ? null : weights;
  }

  private static double requireLimit(double clipNorm) {
    if (!(clipNorm > 0)) {
      throw new IllegalArgumentException("clipNorm is " + clipNorm + ", expected more than 0");
    }
    return clipNorm;
  }

  /** One step; with a limit of 0 the norm is not computed. */
  private float step(
      float[][] inputs, float[][] targets, int from, int to, float learningRate, double clipNorm) {
    Arguments.learningRate(learningRate);
    float loss = gradientOfSlices(inputs, targets, from, to);
    this.learningRate = learningRate;
    summed = clipNorm > 0;
    factor = 1;
    gradientNorm = Double.NaN;
    if (summed) {
      team.run(sumOfPart, parts.count());
      double sum = 0;
      for (double square : squares) {
        sum += square;
      }
      gradientNorm = StrictMath.sqrt(sum);
      double share = clipNorm / (gradientNorm + 1e-6);
      factor = clipNorm == Double.POSITIVE_INFINITY ? 1 : (float) Math.min(1, share);
    }
    steps[0].begin();
    team.run(stepOfPart, parts.count());
    steps[0].end();
    clear = true;
    return loss;
  }

  private float copiedGradient(
      float[][] inputs, float[][] targets, int from, int to, float[] gradient) {
    Arguments.length(gradient, replicas[0].parameterCount(), "gradient");
    float loss = gradientOfSlices(inputs, targets, from, to);
    team.run(sumOfPart, parts.count());
    steps[0].getGradient(gradient);
    return loss;
  }

  private float gradientOfSlices(float[][] inputs, float[][] targets, int from, int to) {
    if (!clear) {
      sum.clear();
    }
    clear = false;
    return eachSlice(gradientOfSlice, inputs, targets, from, to);
  }

  private float eachSlice(
      ThreadTeam.Work work, float[][] inputs, float[][] targets, int from, int to) {
    this.inputs = inputs;
    this.targets = targets;
    slices.cut(from, to);
    boolean weighted = weights != null;
    try {
      team.run(work, slices.count());
    } finally {
      this.inputs = null; // the caller's data is not kept from being collected
      this.targets = null;
      weights = null;
    }
    double loss = 0;
    for (int slice = 0; slice < slices.count(); slice++) {
      loss += losses[slice];
      sum.setWeight(slice, weighted ? 1 : (float) slices.size(slice) / slices.total());
    }
    double result = weighted ? loss : loss / slices.total();
    return (float) result;
  }

  private void gradientOfSlice(int member, int slice) {
    int from = slices.start(slice);
    int to = slices.start(slice + 1);
    int row = from - slices.start(0);
    losses[slice] =
        weights == null
            ? steps[slice].addGradient(inputs, targets, from, to, row)
            : steps[slice].addGradient(inputs, targets, weights, total, from, to, row);
  }

  private void lossOfSlice(int member, int slice) {
    int from = slices.start(slice);
    int to = slices.start(slice + 1);
    if (weights == null) {
      double meanLoss = replicas[slice].loss(inputs, targets, from, to);
      losses[slice] = meanLoss * slices.size(slice);
      return;
    }
    double part = 0;
    for (int i = from; i < to; i++) {
      part += weights[i];
    }
    losses[slice] =
        part == 0 ? 0 : replicas[slice].loss(inputs, targets, weights, from, to) * (part / total);
  }

  /** Adds up rows of the gradients. */
  private void sumOfPart(int member, int part) {
    for (int row = parts.start(part); row < parts.start(part + 1); row++) {
      if (slices.count() > 1) {
        sum.add(row, slices.count());
      }
      squares[row] = sum.squares(row);
    }
  }

  /** Adds up rows of the gradients, and steps on the sums while they are in the cache. */
  private void stepOfPart(int member, int part) {
    int from = parts.start(part);
    int to = parts.start(part + 1);
    for (int row = from; row < to; row++) {
      if (!summed && slices.count() > 1) {
        sum.add(row, slices.count());
      } else if (factor != 1) {
        sum.scale(row, factor);
      }
    }
    steps[0].stepRows(from, to, learningRate);
    for (int row = from; row < to; row++) {
      sum.clear(row);
    }
  }
}
