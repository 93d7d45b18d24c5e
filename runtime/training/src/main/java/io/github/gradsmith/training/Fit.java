package io.github.gradsmith.training;

import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.DoubleRows;
import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.FloatRows;
import io.github.gradsmith.training.internal.loop.DoubleLearner;
import io.github.gradsmith.training.internal.loop.FloatLearner;
import io.github.gradsmith.training.internal.loop.Learner;
import io.github.gradsmith.training.internal.loop.Loop;
import io.github.gradsmith.training.internal.loop.Runs;
import io.github.gradsmith.training.internal.loop.Settings;
import io.github.gradsmith.training.internal.schedule.Schedule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * How a network is trained: a value that holds neither network nor rows, so that one serves any
 * number of runs. Each method returns another one.
 *
 * <pre>{@code
 * Fit fit = Fit.epochs(30).batchSize(16).seed(1)
 *     .learningRate(LearningRate.cosine(0.5, 0.01))
 *     .metrics(Metrics.accuracy())
 *     .earlyStopping(EarlyStopping.on(Monitor.validationLoss()).patience(5))
 *     .listener(Progress.onTerminal());
 * History history = fit.run(network, training, validation);
 * }</pre>
 *
 * <p>An epoch is, in this order: a new random order of the rows; its steps; the evaluation of the
 * validation rows; early stopping; the plateau; a line of the history; the checkpoint; the
 * listeners. The last mini-batch is smaller if the rows do not go up in mini-batches; none is left
 * out. The order depends on the seed and the epoch's number alone, and the caller's arrays are not
 * reordered.
 *
 * <p>Without clipping and weights a step is {@code network.train}, with its bits. With {@link
 * #threads} it is that of a {@link io.github.gradsmith.FloatParallelTrainer}, of which the bits do
 * not depend on the number of threads, 1 included. Clipping and weights take the gradient first and
 * then update, which agrees with {@code train} to rounding. Equal weights count as none.
 *
 * <p>A number that is NaN or infinite ends the run with {@link Stop#NOT_FINITE}, without an
 * exception, and never stays in the network. After a run has taken its arrays, a step and an epoch
 * take no memory; listeners and checkpoints do.
 *
 * <p>The network belongs to the run while that goes on. Files that cannot be written or read are an
 * {@link java.io.UncheckedIOException}.
 */
public final class Fit {
  private final Settings settings;

  private Fit(Settings settings) {
    this.settings = settings;
  }

  /**
   * So many passes over all rows, in mini-batches of 32, with seed 0.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public static Fit epochs(int epochs) {
    Settings.requireAtLeastOne(epochs, "epochs");
    Settings settings = new Settings();
    settings.epochs = epochs;
    return new Fit(settings);
  }

  /**
   * The rows of a mini-batch.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public Fit batchSize(int rows) {
    Settings.requireAtLeastOne(rows, "batchSize");
    return with(s -> s.batchSize = rows);
  }

  /** What decides the order of rows. */
  public Fit seed(long seed) {
    return with(s -> s.seed = seed);
  }

  /** A schedule of learning rates. A run needs one. */
  public Fit learningRate(LearningRate schedule) {
    Objects.requireNonNull(schedule, "schedule is null");
    return with(s -> s.rate = schedule);
  }

  /**
   * The same learning rate at each step.
   *
   * @throws IllegalArgumentException unless it is positive and finite
   */
  public Fit learningRate(double rate) {
    return learningRate(LearningRate.constant(rate));
  }

  /**
   * Steps with several threads; see {@link io.github.gradsmith.FloatParallelTrainer} for when that
   * pays. One thread has the bits of two.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public Fit threads(int threads) {
    Settings.requireAtLeastOne(threads, "threads");
    return with(s -> s.threads = threads);
  }

  /**
   * Scales a gradient down to a norm: g · min(1, c / (N + 10⁻⁶)), where N is the root of the sum of
   * its squares, as PyTorch's {@code clip_grad_norm_}. The optimizer's weight decay comes after it.
   *
   * @param norm c
   * @throws IllegalArgumentException unless it is positive and finite
   */
  public Fit clipNorm(double norm) {
    Schedule.requirePositive(norm, "clipNorm");
    return with(s -> s.clipNorm = norm);
  }

  /**
   * Keeps each entry of a gradient from −c to c, as PyTorch's {@code clip_grad_value_}; after
   * {@link #clipNorm} if there is that, too.
   *
   * @param value c
   * @throws IllegalArgumentException unless it is positive and finite
   */
  public Fit clipValue(double value) {
    Schedule.requirePositive(value, "clipValue");
    return with(s -> s.clipValue = value);
  }

  /**
   * Metrics of the validation rows after each epoch, instead of those given before.
   *
   * @throws IllegalArgumentException if two have one name
   */
  public Fit metrics(Metric... metrics) {
    List<Metric> all = List.of(metrics);
    Settings.requireDistinct(all);
    return with(s -> s.metrics = all);
  }

  /** The metrics of a run. */
  public List<Metric> metrics() {
    return settings.metrics;
  }

  /**
   * Records what steps do to each layer: at the last step of each epoch, how large it is relative
   * to the layer's parameters, and the norm of the layer's gradient. {@link History#layers} has the
   * numbers. It costs one gradient an epoch, and memory for two copies of the parameters; the bits
   * of the run stay the same.
   */
  public Fit recordLayers() {
    return with(s -> s.layers = true);
  }

  /** An end before the last epoch, and the best epoch's parameters. */
  public Fit earlyStopping(EarlyStopping stopping) {
    return with(s -> s.stopping = stopping);
  }

  /** A lower learning rate when a number gets no better; it multiplies any schedule. */
  public Fit reduceOnPlateau(Plateau plateau) {
    return with(s -> s.plateau = plateau);
  }

  /**
   * A file from which {@link #resume} goes on to the bit, replaced in one step after every few
   * epochs, after the last one, and when the run is cancelled. The network's {@code load} takes it
   * as weights.
   *
   * @throws IllegalArgumentException if {@code epochs} is less than 1
   */
  public Fit checkpoint(Path file, int epochs) {
    Settings.requireAtLeastOne(epochs, "epochs of a checkpoint");
    Objects.requireNonNull(file, "file is null");
    return with(s -> s.checkpointTo(file, epochs));
  }

  /**
   * What is asked after every step; {@code true} ends the run as {@link Stop#CANCELLED}. An
   * interrupt of the thread, which stays interrupted, does the same. The unfinished epoch is not
   * evaluated; its checkpoint resumes within it.
   */
  public Fit stopWhen(BooleanSupplier cancelled) {
    return with(s -> s.stopWhen = cancelled);
  }

  /**
   * Ends the run after the epoch in which the time is over. Such a run depends on the machine.
   *
   * @throws IllegalArgumentException unless it is positive
   */
  public Fit atMost(Duration time) {
    return with(s -> s.longest = Settings.requirePositive(time));
  }

  /** One more listener; they are called in the order in which they are given. */
  public Fit listener(FitListener listener) {
    Objects.requireNonNull(listener, "listener is null");
    return with(s -> s.add(listener));
  }

  private Fit with(Consumer<Settings> change) {
    Settings copy = settings.copy();
    change.accept(copy);
    return new Fit(copy);
  }

  /**
   * Trains a network without validation rows.
   *
   * @throws IllegalArgumentException if rows, network and this do not go together; nothing is
   *     changed
   */
  public History run(FloatNetwork network, FloatRows training) {
    return run(new FloatLearner(network, training, null, settings));
  }

  /**
   * Trains a network.
   *
   * @param validation rows that the network never learns from
   * @throws IllegalArgumentException if rows, network and this do not go together; nothing is
   *     changed
   */
  public History run(FloatNetwork network, FloatRows training, FloatRows validation) {
    return run(
        new FloatLearner(network, training, Runs.validation(training, validation), settings));
  }

  /** As {@link #run(FloatNetwork, FloatRows)}. */
  public History run(DoubleNetwork network, DoubleRows training) {
    return run(new DoubleLearner(network, training, null, settings));
  }

  /** As {@link #run(FloatNetwork, FloatRows, FloatRows)}. */
  public History run(DoubleNetwork network, DoubleRows training, DoubleRows validation) {
    return run(
        new DoubleLearner(network, training, Runs.validation(training, validation), settings));
  }

  /**
   * Goes on where a checkpoint stands, to the bit: parameters, optimizer, best epoch, history,
   * schedule and order of rows. This may have more epochs than the run that wrote it, unless its
   * schedule depends on them.
   *
   * @param checkpoint a file that {@link #checkpoint} wrote
   * @throws IllegalArgumentException if rows, seed, batch size, schedule, clipping, early stopping,
   *     plateau, metrics, or whether there are threads, are others than those of the checkpoint,
   *     each of which is named; nothing is changed
   */
  public History resume(Path checkpoint, FloatNetwork network, FloatRows training) {
    return resume(checkpoint, new FloatLearner(network, training, null, settings));
  }

  /** As {@link #resume(Path, FloatNetwork, FloatRows)}, with validation rows. */
  public History resume(
      Path checkpoint, FloatNetwork network, FloatRows training, FloatRows validation) {
    return resume(
        checkpoint,
        new FloatLearner(network, training, Runs.validation(training, validation), settings));
  }

  /** As {@link #resume(Path, FloatNetwork, FloatRows)}. */
  public History resume(Path checkpoint, DoubleNetwork network, DoubleRows training) {
    return resume(checkpoint, new DoubleLearner(network, training, null, settings));
  }

  /** As {@link #resume(Path, FloatNetwork, FloatRows, FloatRows)}. */
  public History resume(
      Path checkpoint, DoubleNetwork network, DoubleRows training, DoubleRows validation) {
    return resume(
        checkpoint,
        new DoubleLearner(network, training, Runs.validation(training, validation), settings));
  }

  private History run(Learner learner) {
    return new Loop(settings, learner).run();
  }

  private History resume(Path checkpoint, Learner learner) {
    return new Loop(settings, learner).resume(checkpoint);
  }

  /** What this holds, for what runs or shows it. */
  Settings settings() {
    return settings;
  }
}
