package io.github.gradsmith;

import io.github.gradsmith.internal.check.Arguments;
import io.github.gradsmith.internal.parallel.DoubleParallelStep;
import io.github.gradsmith.internal.parallel.DoubleSliceSum;
import io.github.gradsmith.internal.parallel.FlatDoubleStep;
import io.github.gradsmith.internal.parallel.RowParts;
import io.github.gradsmith.internal.parallel.Slices;
import io.github.gradsmith.internal.parallel.ThreadTeam;
import java.util.Arrays;
import java.util.Objects;

/**
 * Trains a {@link DoubleNetwork} with several threads. A mini-batch is cut into slices, each with a
 * replica of the network that computes its gradient; the gradients are weighted by the samples of
 * their slices and added up in a fixed order, and one step is made from the sum.
 *
 * <pre>{@code
 * try (DoubleParallelTrainer trainer = new DoubleParallelTrainer(network, 2)) {
 *   double meanLoss = trainer.train(inputs, targets, 0, 256, 0.5);
 * }
 * }</pre>
 *
 * <p>The slices depend on the mini-batch alone: the result has the same bits for any number of
 * threads, 1 included. It agrees with {@link DoubleNetwork#train(double[][], double[][], int, int,
 * double)} to rounding, and with another number of slices to rounding only. That holds for SIMD
 * kernels, too, on one machine.
 *
 * <p>Every slice costs work on each parameter beside that of its samples: a mini-batch should have
 * twenty samples or more for each slice, or training alone is faster.
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
 * <p>A replica's working memory for each slice, with {@link DoubleNetwork#parameterCount()} values
 * more if the network is too small to share steps, all taken in the constructor: steps allocate
 * nothing once they are compiled.
 */
public final class DoubleParallelTrainer implements AutoCloseable {
  /** The slices of a mini-batch, unless the constructor is given another number. */
  public static final int SLICES = 4;

  private final DoubleNetwork[] replicas;
  private final DoubleParallelStep[] steps;
  private final Slices slices;
  private final DoubleSliceSum sum;
  private final RowParts parts;
  private final double[] losses;
  private final ThreadTeam team;
  private final ThreadTeam.Work gradientOfSlice = this::gradientOfSlice;
  private final ThreadTeam.Work lossOfSlice = this::lossOfSlice;
  private final ThreadTeam.Work stepOfPart = this::stepOfPart;
  private double[][] inputs;
  private double[][] targets;
  private double learningRate;

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
  public DoubleParallelTrainer(DoubleNetwork network, int threads) {
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
  public DoubleParallelTrainer(DoubleNetwork network, int threads, int slices) {
    ThreadTeam.requirePositive(threads, "threads");
    ThreadTeam.requirePositive(slices, "slices");
    Objects.requireNonNull(network, "network is null");
    this.slices = new Slices(slices);
    losses = new double[slices];
    replicas = new DoubleNetwork[slices];
    steps = new DoubleParallelStep[slices];
    double[][][] gradients = new double[slices][][];
    for (int i = 0; i < slices; i++) {
      replicas[i] = network.replica(); // its own, as gradients stay 0 from step to step
      steps[i] = FlatDoubleStep.of(replicas[i]);
      gradients[i] = steps[i].gradient();
    }
    sum = new DoubleSliceSum(gradients);
    parts = new RowParts(Arrays.stream(gradients[0]).mapToInt(row -> row.length).toArray());
    team = new ThreadTeam(threads);
  }

  /**
   * One optimizer step on the mean gradient of a mini-batch.
   *
   * @param inputs rows of {@link DoubleNetwork#inputSize()} values
   * @param targets rows of {@link DoubleNetwork#outputSize()} values
   * @param from the first row
   * @param to the row after the last one
   * @param learningRate the α of W = W − α ∂E/∂W, or what takes its place in the optimizer's rule
   * @return the mean loss before the step
   * @throws IllegalArgumentException if the range is empty, a row has another length or the
   *     learning rate is negative or not finite; nothing is changed
   * @throws IllegalStateException if this trainer is closed
   */
  public synchronized double train(
      double[][] inputs, double[][] targets, int from, int to, double learningRate) {
    check(inputs, targets, from, to);
    Arguments.learningRate(learningRate);
    if (!clear) {
      sum.clear();
    }
    clear = false;
    double loss = eachSlice(gradientOfSlice, inputs, targets, from, to);
    this.learningRate = learningRate;
    steps[0].begin();
    team.run(stepOfPart, parts.count());
    steps[0].end();
    clear = true;
    return loss;
  }

  /**
   * The mean loss of several samples.
   *
   * @param inputs rows of {@link DoubleNetwork#inputSize()} values
   * @param targets rows of {@link DoubleNetwork#outputSize()} values
   * @param from the first row
   * @param to the row after the last one
   * @throws IllegalArgumentException if the range is empty or a row has another length
   * @throws IllegalStateException if this trainer is closed
   */
  public synchronized double loss(double[][] inputs, double[][] targets, int from, int to) {
    check(inputs, targets, from, to);
    return eachSlice(lossOfSlice, inputs, targets, from, to);
  }

  /** Ends the threads and waits until they are gone. Closing again does nothing. */
  @Override
  public synchronized void close() {
    closed = true;
    team.close();
  }

  private void check(double[][] inputs, double[][] targets, int from, int to) {
    if (closed) {
      throw new IllegalStateException("the trainer is closed");
    }
    Arguments.batch(inputs, from, to, replicas[0].inputSize(), "inputs");
    Arguments.batch(targets, from, to, replicas[0].outputSize(), "targets");
    Arguments.notEmpty(from, to);
  }

  private double eachSlice(
      ThreadTeam.Work work, double[][] inputs, double[][] targets, int from, int to) {
    this.inputs = inputs;
    this.targets = targets;
    slices.cut(from, to);
    try {
      team.run(work, slices.count());
    } finally {
      this.inputs = null; // the caller's data is not kept from being collected
      this.targets = null;
    }
    double loss = 0;
    for (int slice = 0; slice < slices.count(); slice++) {
      loss += losses[slice];
      sum.setWeight(slice, (double) slices.size(slice) / slices.total());
    }
    return loss / slices.total();
  }

  private void gradientOfSlice(int member, int slice) {
    int from = slices.start(slice);
    int row = from - slices.start(0);
    losses[slice] = steps[slice].addGradient(inputs, targets, from, slices.start(slice + 1), row);
  }

  private void lossOfSlice(int member, int slice) {
    double meanLoss =
        replicas[slice].loss(inputs, targets, slices.start(slice), slices.start(slice + 1));
    losses[slice] = meanLoss * slices.size(slice);
  }

  /** Adds up rows of the gradients, and steps on the sums while they are in the cache. */
  private void stepOfPart(int member, int part) {
    int from = parts.start(part);
    int to = parts.start(part + 1);
    for (int row = from; row < to && slices.count() > 1; row++) {
      sum.add(row, slices.count());
    }
    steps[0].stepRows(from, to, learningRate);
    for (int row = from; row < to; row++) {
      sum.clear(row);
    }
  }
}
