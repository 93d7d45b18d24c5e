package io.github.gradsmith.training.internal.loop;

import io.github.gradsmith.training.EarlyStopping;
import io.github.gradsmith.training.FitListener;
import io.github.gradsmith.training.LearningRate;
import io.github.gradsmith.training.Metric;
import io.github.gradsmith.training.Monitor;
import io.github.gradsmith.training.Plateau;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** What a Fit holds. It is changed while it is made, and never again. */
public final class Settings implements Cloneable {
  public int epochs;
  public int batchSize = 32;
  public long seed;
  public LearningRate rate;

  /** 0 for steps of the network itself. */
  public int threads;

  /** 0 for none. */
  public double clipNorm;

  /** 0 for none. */
  public double clipValue;

  /** Whether it is recorded what steps do to each layer. */
  public boolean layers;

  public List<Metric> metrics = List.of();
  public EarlyStopping stopping;
  public Plateau plateau;
  public Path checkpoint;
  public int every;
  public BooleanSupplier stopWhen = () -> false;
  public Duration longest;
  public List<FitListener> listeners = List.of();

  /** Another one that holds the same. */
  public Settings copy() {
    try {
      return (Settings) clone();
    } catch (CloneNotSupportedException e) {
      throw new AssertionError(e);
    }
  }

  /** Takes a file for checkpoints, and after how many epochs there is one. */
  public void checkpointTo(Path file, int epochs) {
    checkpoint = file;
    every = epochs;
  }

  /** Takes one more listener. */
  public void add(FitListener listener) {
    List<FitListener> all = new ArrayList<>(listeners);
    all.add(listener);
    listeners = List.copyOf(all);
  }

  /** Whether steps take the gradient first. */
  boolean clips() {
    return clipNorm > 0 || clipValue > 0;
  }

  /** Whether a run cannot do without validation rows. */
  public boolean needsValidation() {
    return !metrics.isEmpty()
        || stopping != null && stopping.monitor().isOfValidation()
        || plateau != null && plateau.monitor().isOfValidation();
  }

  /** Demands what a run needs. */
  void requireComplete(boolean hasValidation) {
    if (rate == null) {
      throw new IllegalArgumentException(
          "there is no learning rate: call learningRate, with a number such as 0.01");
    }
    if (stopping != null) {
      requireComputed(stopping.monitor(), "early stopping", hasValidation);
    }
    if (plateau != null) {
      requireComputed(plateau.monitor(), "the plateau", hasValidation);
    }
    if (!metrics.isEmpty() && !hasValidation) {
      throw new IllegalArgumentException(
          "there are metrics ("
              + names(metrics)
              + "), but no validation rows: pass these to run as well");
    }
  }

  private void requireComputed(Monitor monitor, String who, boolean hasValidation) {
    if (monitor.isOfValidation() && !hasValidation) {
      throw new IllegalArgumentException(
          who
              + " watches "
              + monitor
              + ", but there are no validation rows: pass these to run as well, or watch"
              + " Monitor.trainingLoss()");
    }
    if (monitor.metric().isPresent() && !metrics.contains(monitor.metric().get())) {
      throw new IllegalArgumentException(
          who + " watches " + monitor + ", which this run does not compute: add it to metrics(…)");
    }
  }

  /** The names of metrics, as in a sentence. */
  public static String names(List<Metric> metrics) {
    return metrics.stream().map(Metric::name).collect(Collectors.joining(", "));
  }

  /** Demands some time. */
  public static Duration requirePositive(Duration time) {
    if (time.isNegative() || time.isZero()) {
      throw new IllegalArgumentException("time is " + time + ", expected more than 0");
    }
    return time;
  }

  /** Demands at least one of something. */
  public static void requireAtLeastOne(int number, String name) {
    requireAtLeast(1, number, name);
  }

  /** Demands at least so many of something. */
  public static void requireAtLeast(int least, int number, String name) {
    if (number < least) {
      throw new IllegalArgumentException(name + " is " + number + ", expected at least " + least);
    }
  }

  /** Demands a number that is 0 or more. */
  public static void requireFiniteAndNotNegative(double number, String name) {
    if (!(number >= 0 && number < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          name + " is " + number + ", expected a finite number that is at least 0");
    }
  }

  /** Demands that each metric has a name of its own. */
  public static void requireDistinct(List<Metric> metrics) {
    if (metrics.stream().map(Metric::name).distinct().count() < metrics.size()) {
      throw new IllegalArgumentException("two metrics have one name: " + names(metrics));
    }
  }
}
