package io.github.gradsmith.training.internal.loop;

import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.DoubleRows;
import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.FloatRows;
import io.github.gradsmith.TrainingRows;
import io.github.gradsmith.training.Metric;
import java.util.Objects;

/** What a run is given, and runs of networks whose precision is known when they run. */
public final class Runs {
  private Runs() {}

  /** Validation rows that are there, and are not those of training. */
  public static <R> R validation(R training, R validation) {
    Objects.requireNonNull(validation, "validation is null");
    if (training == validation) {
      throw new IllegalArgumentException("validation rows are the training rows; use split");
    }
    return validation;
  }

  /** Demands that runs which take place together write no file. */
  public static void requireNoCheckpoint(Settings settings) {
    if (settings.checkpoint != null) {
      throw new IllegalArgumentException(
          "the fit writes a checkpoint, but all folds would write that one file: leave it out");
    }
  }

  /**
   * Trains a network whose precision is known when it runs, and judges it by rows that it uses
   * while it trains only if it must.
   */
  public static double score(
      Settings settings,
      Object network,
      TrainingRows<?> training,
      TrainingRows<?> validation,
      Metric metric) {
    TrainingRows<?> used = settings.needsValidation() ? validation : null;
    if (network instanceof FloatNetwork floats) {
      new Loop(settings, new FloatLearner(floats, (FloatRows) training, (FloatRows) used, settings))
          .run();
      return metric.of(floats, (FloatRows) validation);
    }
    DoubleNetwork doubles = (DoubleNetwork) network;
    new Loop(
            settings,
            new DoubleLearner(doubles, (DoubleRows) training, (DoubleRows) used, settings))
        .run();
    return metric.of(doubles, (DoubleRows) validation);
  }
}
