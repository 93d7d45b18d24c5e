package io.github.gradsmith.training.internal.loop;

import io.github.gradsmith.internal.math.SeededRandom;
import io.github.gradsmith.training.FitListener;
import io.github.gradsmith.training.History;
import io.github.gradsmith.training.LearningRate;
import io.github.gradsmith.training.Metric;
import io.github.gradsmith.training.Monitor;
import io.github.gradsmith.training.Run;
import io.github.gradsmith.training.Stop;
import io.github.gradsmith.training.internal.schedule.Schedule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;

/** One run, from its first step to its end. Everything that takes memory is taken before. */
public final class Loop implements Run {
  private final Settings settings;
  private final Learner learner;
  private final LearningRate.Plan plan;
  private final int[] order;
  private final SeededRandom random = new SeededRandom(0);
  private final Metric.Evaluator[] evaluators;
  private final FitListener[] listeners;
  private final Table table;
  private final CheckpointFile file;
  private State state = new State();
  private long deadline;

  /** What the schedule says of the last step, and the rate that this became. */
  private double scheduled = Double.NaN;

  private double rate = Double.NaN;

  /** Whether an epoch has ended and no step of the next one is made. */
  private boolean between = true;

  /** Checks what the learner has not. */
  public Loop(Settings settings, Learner learner) {
    this.settings = settings;
    this.learner = learner;
    int rows = learner.rows();
    long steps = (rows + (long) settings.batchSize - 1) / settings.batchSize;
    plan = new LearningRate.Plan(settings.epochs, steps);
    order = new int[rows];
    listeners = settings.listeners.toArray(FitListener[]::new);
    boolean isValidated = learner.validationRows() > 0;
    table = new Table(settings.epochs, settings.metrics, isValidated, learner.watchedLayers());
    file = new CheckpointFile(settings, learner, plan, table);
    try {
      Schedule.requireFit(settings.rate, plan);
      evaluators =
          settings.metrics.stream()
              .map(metric -> metric.evaluator(learner.outputs(), learner.validationRows()))
              .toArray(Metric.Evaluator[]::new);
    } catch (RuntimeException e) {
      learner.close();
      throw e;
    }
  }

  /** A run from the beginning. */
  public History run() {
    try (learner) {
      learner.keep(Learner.Kept.EPOCH);
      return runOn();
    }
  }

  /** A run from a checkpoint. */
  public History resume(Path checkpoint) {
    try (learner) {
      state = file.read(checkpoint);
      between = state.step == 0;
      if (step() > 0) {
        scheduled = settings.rate.at(step() - 1, plan);
        rate = scheduled * state.factor;
      }
      table.steps = step();
      table.skipped = state.skipped;
      table.keptEpoch = state.bestEpoch;
      return runOn();
    }
  }

  private History runOn() {
    deadline = settings.longest == null ? 0 : System.nanoTime() + settings.longest.toNanos();
    for (FitListener listener : listeners) {
      listener.started(this);
    }
    Stop stop = decided();
    while (stop == null) {
      stop = epoch(state.epoch);
    }
    table.stop = end(stop);
    for (FitListener listener : listeners) {
      listener.ended(this);
    }
    return table;
  }

  /** Why the run is at its end after the epochs so far; null if it is not. */
  private Stop decided() {
    if (settings.stopping != null && state.waited >= settings.stopping.patience()) {
      return Stop.PATIENCE;
    }
    return state.epoch >= settings.epochs ? Stop.EPOCHS : null;
  }

  private Stop epoch(int epoch) {
    random.restart(SeededRandom.derived(settings.seed, epoch));
    random.shuffle(order);
    while (state.step < plan.stepsPerEpoch()) {
      if (!makeStep()) {
        return Stop.NOT_FINITE;
      }
      if (isCancelled()) {
        return learner.hasFiniteParameters() ? Stop.CANCELLED : Stop.NOT_FINITE;
      }
    }
    if (!learner.hasFiniteParameters()) {
      return Stop.NOT_FINITE;
    }
    evaluate(epoch);
    state.epoch++;
    decide(epoch);
    state.endEpoch();
    table.epochs = state.epoch;
    learner.keep(Learner.Kept.EPOCH);
    between = true;
    Stop stop = decided();
    if (stop == null && settings.longest != null && System.nanoTime() - deadline >= 0) {
      stop = Stop.DURATION;
    }
    if (settings.checkpoint != null && (stop != null || state.epoch % settings.every == 0)) {
      if (!learner.hasFiniteState()) {
        return Stop.NOT_FINITE;
      }
      checkpoint();
    }
    for (FitListener listener : listeners) {
      listener.epochEnded(this);
    }
    return stop;
  }

  /** One step; false if a number is not finite. */
  private boolean makeStep() {
    between = false;
    int from = (int) (state.step * settings.batchSize);
    learner.gather(order, from, (int) Math.min(order.length, from + (long) settings.batchSize));
    scheduled = settings.rate.at(step(), plan);
    rate = scheduled * state.factor;
    if (!(rate >= 0 && rate < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "the schedule gives "
              + rate
              + " at step "
              + step()
              + ", expected a finite number that is at least 0");
    }
    double weight = learner.weight();
    if (weight > 0) {
      state.loss = learner.step(rate, state.step + 1 == plan.stepsPerEpoch());
      state.norm = learner.gradientNorm();
      if (!Double.isFinite(state.loss) || isInfiniteOrFailed(state.norm)) {
        return false;
      }
      state.lossSum += state.loss * weight;
      state.weightSum += weight;
    } else {
      state.skipped++;
      Arrays.fill(learner.watched(), Double.NaN);
    }
    state.step++;
    table.steps = step();
    table.skipped = state.skipped;
    for (FitListener listener : listeners) {
      listener.stepEnded(this);
    }
    return true;
  }

  /** NaN stands for a norm that is not computed where there is neither clipping nor weight. */
  private boolean isInfiniteOrFailed(double norm) {
    return learner.takesGradient() && !Double.isFinite(norm);
  }

  private boolean isCancelled() {
    return settings.stopWhen.getAsBoolean() || Thread.currentThread().isInterrupted();
  }

  private void evaluate(int epoch) {
    boolean validates = learner.validationRows() > 0;
    double validationLoss = validates ? learner.validationLoss() : Double.NaN;
    table.set(epoch, state.runningLoss(), rate, state.norm, validationLoss);
    table.setLayers(epoch, learner.watched());
    if (evaluators.length > 0) {
      learner.feed(evaluators);
      for (int m = 0; m < evaluators.length; m++) {
        table.setMetric(epoch, m, evaluators[m].value());
      }
    }
  }

  private void decide(int epoch) {
    if (settings.stopping != null) {
      double value = table.pending(settings.stopping.monitor(), epoch);
      if (state.isBest(settings.stopping, value)) {
        learner.keep(Learner.Kept.BEST);
        table.keptEpoch = state.bestEpoch;
      }
    }
    if (settings.plateau != null) {
      Monitor monitor = settings.plateau.monitor();
      state.plateau(settings.plateau, table.pending(monitor, epoch), scheduled);
    }
  }

  private void checkpoint() {
    try {
      file.write(settings.checkpoint, state);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Leaves the network with the parameters that it keeps. */
  private Stop end(Stop stop) {
    Stop found = stop == Stop.NOT_FINITE || learner.hasFiniteState() ? stop : Stop.NOT_FINITE;
    if (found == Stop.CANCELLED && settings.checkpoint != null) {
      checkpoint(); // before the best parameters come back
    }
    if (state.bestEpoch > 0) {
      learner.restore(Learner.Kept.BEST);
    } else if (found == Stop.NOT_FINITE) {
      learner.restore(Learner.Kept.EPOCH);
    }
    if (found == Stop.NOT_FINITE) {
      learner.resetOptimizer();
    }
    return found;
  }

  @Override
  public int epoch() {
    return between ? state.epoch : state.epoch + 1;
  }

  @Override
  public int epochs() {
    return settings.epochs;
  }

  @Override
  public long step() {
    return state.epoch * plan.stepsPerEpoch() + state.step;
  }

  @Override
  public long stepsPerEpoch() {
    return plan.stepsPerEpoch();
  }

  @Override
  public double loss() {
    return state.loss;
  }

  @Override
  public double runningLoss() {
    return between
        ? (state.epoch == 0 ? Double.NaN : table.value(Monitor.trainingLoss(), state.epoch))
        : state.runningLoss();
  }

  @Override
  public double learningRate() {
    return rate;
  }

  @Override
  public double gradientNorm() {
    return state.norm;
  }

  @Override
  public boolean mayEndEarly() {
    return settings.stopping != null || settings.longest != null;
  }

  @Override
  public History history() {
    return table;
  }
}
