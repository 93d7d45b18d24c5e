package io.github.gradsmith.training.internal.loop;

import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.DoubleRows;
import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.FloatRows;
import io.github.gradsmith.TrainingRows;
import java.util.Objects;

/** Checks what a run is given. */
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

  /** Trains a network whose precision is known when it runs; it uses validation rows if it must. */
  public static void run(
      Settings settings, Object network, TrainingRows<?> training, TrainingRows<?> validation) {
    TrainingRows<?> used = settings.needsValidation() ? validation : null;
    Learner learner =
        network instanceof FloatNetwork floats
            ? new FloatLearner(floats, (FloatRows) training, (FloatRows) used, settings)
            : new DoubleLearner(
                (DoubleNetwork) network, (DoubleRows) training, (DoubleRows) used, settings);
    new Loop(settings, learner).run();
  }
}
