package io.github.gradsmith.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.FloatRows;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is refused, before anything is changed, and the cure that the message names. */
class FitErrorsTest {
  private static final FloatRows TRAINING = Nets.rows(500, 1);
  private static final FloatRows VALIDATION = Nets.rows(30, 2);
  private static final Fit FIT = Fit.epochs(3).learningRate(0.1);

  @Test
  void numbersOutOfRange() {
    refused(() -> Fit.epochs(0), "epochs is 0, expected at least 1");
    refused(() -> FIT.batchSize(0), "batchSize is 0, expected at least 1");
    refused(() -> FIT.threads(0), "threads is 0, expected at least 1");
    refused(() -> FIT.learningRate(0), "rate is 0.0, expected a positive finite number");
    refused(() -> FIT.learningRate(Double.NaN), "rate is NaN, expected a positive finite number");
    refused(() -> FIT.clipNorm(-1), "clipNorm is -1.0, expected a positive finite number");
    refused(
        () -> FIT.clipNorm(Double.POSITIVE_INFINITY),
        "clipNorm is Infinity, expected a positive finite number");
    refused(() -> FIT.clipValue(0), "clipValue is 0.0, expected a positive finite number");
    refused(() -> FIT.checkpoint(Path.of("x"), 0), "epochs of a checkpoint is 0, expected");
    refused(() -> FIT.atMost(Duration.ZERO), "time is PT0S, expected more than 0");
    refused(
        () -> EarlyStopping.on(Monitor.trainingLoss()).patience(0),
        "patience is 0, expected at least 1");
    refused(() -> EarlyStopping.on(Monitor.trainingLoss()).delta(-1), "delta is -1.0, expected");
    refused(() -> EarlyStopping.on(Monitor.trainingLoss()).startFrom(0), "startFrom is 0");
    refused(() -> Plateau.on(Monitor.trainingLoss()).factor(1), "factor is 1.0, expected");
    refused(() -> Plateau.on(Monitor.trainingLoss()).patience(-1), "patience is -1, expected");
    refused(() -> Plateau.on(Monitor.trainingLoss()).cooldown(-1), "cooldown is -1, expected");
    refused(() -> Plateau.on(Monitor.trainingLoss()).least(-1), "least is -1.0, expected");
    refused(
        () -> FIT.metrics(Metrics.accuracy(), Metrics.accuracy()),
        "two metrics have one name: accuracy, accuracy");
  }

  @Test
  void aScheduleThatDoesNotFitTheRun() {
    Fit run = Fit.epochs(30).batchSize(32);
    refusedAtRun(
        run.learningRate(LearningRate.constant(1).warmUp(500)),
        "warmUp is 500, but this run has 480 steps (30 epochs of 16)");
    refusedAtRun(
        run.learningRate(LearningRate.constant(1).warmUp(480)),
        "warmUp is 480, but this run has 480 steps (30 epochs of 16)");
    refusedAtRun(
        Fit.epochs(1).batchSize(500).learningRate(LearningRate.oneCycle(1)),
        "oneCycle needs at least 2 steps, but this run leaves it 1");
    refusedAtRun(
        run.learningRate(LearningRate.oneCycle(1).warmUp(479)),
        "oneCycle needs at least 2 steps, but this run leaves it 1");
    refusedAtRun(Fit.epochs(3), "there is no learning rate: call learningRate, with a number");
  }

  @Test
  void aScheduleOfOnesOwnThatGivesNoRate() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> FIT.learningRate((t, plan) -> t == 3 ? -1 : 0.1).run(Nets.plain(1), TRAINING))
        .withMessage(
            "the schedule gives -1.0 at step 3, expected a finite number that is at least 0");
  }

  @Test
  void aMonitorOfWhatIsNotComputed() {
    Metric accuracy = Metrics.accuracy();
    Fit watching = FIT.earlyStopping(EarlyStopping.on(Monitor.validationLoss()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> watching.run(Nets.plain(1), TRAINING))
        .withMessage(
            "early stopping watches val loss, but there are no validation rows: pass these to run"
                + " as well, or watch Monitor.trainingLoss()");
    refusedAtRun(
        FIT.earlyStopping(EarlyStopping.on(Monitor.validation(accuracy))),
        "early stopping watches accuracy, which this run does not compute: add it to metrics(…)");
    refusedAtRun(
        FIT.reduceOnPlateau(Plateau.on(Monitor.validation(accuracy))),
        "the plateau watches accuracy, which this run does not compute: add it to metrics(…)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FIT.metrics(accuracy).run(Nets.plain(1), TRAINING))
        .withMessage(
            "there are metrics (accuracy), but no validation rows: pass these to run as well");
    refusedAtRun(
        FIT.metrics(Metrics.precision(3)),
        "precision of 3 needs a class below 3, as many as there are");
  }

  @Test
  void rowsThatDoNotFitTheNetwork() {
    FloatRows narrow = FloatRows.of(new float[5][3], new float[5][3]);
    FloatRows wide = FloatRows.of(new float[5][4], new float[5][2]);
    refused(
        () -> FIT.run(Nets.plain(1), narrow),
        "training rows have 3 values in each input, but the network has 4 inputs");
    refused(
        () -> FIT.run(Nets.plain(1), TRAINING, wide),
        "validation rows have 2 values in each target, but the network has 3 outputs");
    refused(
        () -> FIT.run(Nets.plain(1), TRAINING, TRAINING),
        "validation rows are the training rows; use split");
    float[] weights = new float[30];
    weights[0] = 1;
    refused(
        () -> FIT.run(Nets.plain(1), TRAINING, VALIDATION.weighted(weights).select(1, 2)),
        "the weights of all validation rows are 0, expected at least one above 0");
    refused(
        () -> FIT.run(Nets.plain(1), VALIDATION.weighted(weights).select(1, 2), TRAINING),
        "the weights of all training rows are 0, expected at least one above 0");
  }

  @Test
  void aNumberThatTheHistoryDoesNotHave() {
    History history = FIT.run(Nets.plain(1), TRAINING);
    refused(
        () -> history.value(Monitor.validationLoss(), 1),
        "this run had no validation rows, and so has no val loss");
    History validated = FIT.run(Nets.plain(1), TRAINING, VALIDATION);
    refused(
        () -> validated.best(Monitor.validation(Metrics.accuracy())),
        "this run did not compute accuracy: add it to metrics(…)");
  }

  private static void refused(Runnable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call::run).withMessageStartingWith(message);
  }

  private static void refusedAtRun(Fit fit, String message) {
    FloatNetwork network = Nets.plain(1);
    float[] before = Nets.parameters(network);
    refused(() -> fit.run(network, TRAINING, VALIDATION), message);
    assertThat(Nets.parameters(network)).isEqualTo(before);
  }
}
