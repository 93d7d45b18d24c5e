package io.github.gradsmith;

import io.github.gradsmith.support.Arguments;
import java.util.Objects;

/**
 * Trains a {@link FloatNetwork} with several threads. A mini-batch is cut into slices; each slice's
 * gradient is computed by a replica of the network, the gradients are weighted by the samples of
 * their slices and added up in a fixed order, and the network makes one step from the sum.
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
 * ten samples or more for each slice, or training alone is faster.
 *
 * <h2>Threads</h2>
 *
 * <p>The thread that calls works too, so that {@code threads − 1} are started, all by the
 * constructor. They are daemon threads, end with {@link #close}, which waits for them, and wait
 * between the steps without using a processor. While a step runs the network and all its replicas
 * belong to the trainer, between steps to the caller. Steps, losses and {@code close} asked for by
 * several threads run one after another. An interrupt ends no step; the thread stays interrupted.
 *
 * <p>If a slice fails, which a generated network does only if the virtual machine does (out of
 * memory, stack overflow) or another thread changes the rows meanwhile, what it threw is thrown to
 * the caller, of several slices that of the first. No step is made then, and the trainer can be
 * used further.
 *
 * <h2>Memory</h2>
 *
 * <p>A replica's working memory for each thread but the first, and {@link
 * FloatNetwork#parameterCount()} values for each slice, all taken in the constructor: steps
 * allocate nothing once they are compiled.
 */
public final class FloatParallelTrainer implements AutoCloseable {
  /** Parameters that are added up at a time: eight slices of them stay in a first-level cache. */
  private static final int BLOCK = 1024;

  /** The slices of a mini-batch, unless the constructor is given another number. */
  public static final int SLICES = 4;

  private final FloatNetwork network;
  private final FloatNetwork[] replicas;
  private final Slices slices;
  private final float[][] gradients;
  private final float[] weights;
  private final float[] losses;
  private final ThreadTeam team;
  private final ThreadTeam.Work gradientOfSlice = this::gradientOfSlice;
  private final ThreadTeam.Work lossOfSlice = this::lossOfSlice;
  private final ThreadTeam.Work sumOfBlock = this::sumOfBlock;
  private float[][] inputs;
  private float[][] targets;
  private boolean closed;

  /**
   * A trainer with {@link #SLICES} slices.
   *
   * @param network the network to train, which computes slices itself
   * @param threads threads that work on a step, the calling one included; more than slices are idle
   * @throws IllegalArgumentException if {@code threads} is less than 1
   */
  public FloatParallelTrainer(FloatNetwork network, int threads) {
    this(network, threads, SLICES);
  }

  /**
   * A trainer with a number of slices of your own.
   *
   * @param network the network to train, which computes slices itself
   * @param threads threads that work on a step, the calling one included; more than slices are idle
   * @param slices slices of a mini-batch; one with fewer samples has a slice for each of them
   * @throws IllegalArgumentException if {@code threads} or {@code slices} is less than 1
   */
  public FloatParallelTrainer(FloatNetwork network, int threads, int slices) {
    ThreadTeam.requirePositive(threads, "threads");
    ThreadTeam.requirePositive(slices, "slices");
    this.network = Objects.requireNonNull(network, "network is null");
    this.slices = new Slices(slices);
    gradients = new float[slices][network.parameterCount()];
    weights = new float[slices];
    losses = new float[slices];
    replicas = new FloatNetwork[threads];
    replicas[0] = network;
    for (int i = 1; i < threads; i++) {
      replicas[i] = network.replica();
    }
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
   *     learning rate is not finite; nothing is changed
   * @throws IllegalStateException if this trainer is closed
   */
  public synchronized float train(
      float[][] inputs, float[][] targets, int from, int to, float learningRate) {
    check(inputs, targets, from, to);
    Arguments.learningRate(learningRate);
    float loss = eachSlice(gradientOfSlice, inputs, targets, from, to);
    if (slices.count() > 1) {
      team.run(sumOfBlock, (network.parameterCount() - 1) / BLOCK + 1);
    }
    network.update(gradients[0], learningRate);
    return loss;
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
    Arguments.batch(inputs, from, to, network.inputSize(), "inputs");
    Arguments.batch(targets, from, to, network.outputSize(), "targets");
    Arguments.notEmpty(from, to);
  }

  private float eachSlice(
      ThreadTeam.Work work, float[][] inputs, float[][] targets, int from, int to) {
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
      loss += (double) slices.size(slice) * losses[slice];
      weights[slice] = (float) slices.size(slice) / slices.total();
    }
    return (float) (loss / slices.total());
  }

  private void gradientOfSlice(int member, int slice) {
    losses[slice] =
        replicas[member].gradient(
            inputs, targets, slices.start(slice), slices.start(slice + 1), gradients[slice]);
  }

  private void lossOfSlice(int member, int slice) {
    losses[slice] =
        replicas[member].loss(inputs, targets, slices.start(slice), slices.start(slice + 1));
  }

  /**
   * Weighs and adds neighbours in pairs, then adds pairs of pairs and so on, into the first slice.
   */
  private void sumOfBlock(int member, int block) {
    int from = block * BLOCK;
    int to = Math.min(from + BLOCK, network.parameterCount());
    int count = slices.count();
    for (int slice = 0; slice < count; slice += 2) {
      if (slice + 1 < count) {
        addWeighed(slice, from, to);
      } else {
        scale(gradients[slice], weights[slice], from, to);
      }
    }
    for (int step = 2; step < count; step *= 2) {
      for (int slice = 0; slice + step < count; slice += 2 * step) {
        add(gradients[slice], gradients[slice + step], from, to);
      }
    }
  }

  private void addWeighed(int slice, int from, int to) {
    float[] sum = gradients[slice];
    float[] gradient = gradients[slice + 1];
    float weight = weights[slice];
    float weightOfNext = weights[slice + 1];
    for (int i = from; i < to; i++) {
      sum[i] = weight * sum[i] + weightOfNext * gradient[i];
    }
  }

  private static void scale(float[] gradient, float weight, int from, int to) {
    for (int i = from; i < to; i++) {
      gradient[i] *= weight;
    }
  }

  private static void add(float[] sum, float[] gradient, int from, int to) {
    for (int i = from; i < to; i++) {
      sum[i] += gradient[i];
    }
  }
}
