package io.github.gradsmith.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.FloatRows;
import io.github.gradsmith.WeightsException;
import io.github.gradsmith.safetensors.Safetensors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Line 11: a checkpoint and what is refused of it. */
class ResumeTest {
  private static final FloatRows TRAINING = Nets.rows(50, 1);
  private static final FloatRows VALIDATION = Nets.rows(30, 2);

  private static final Fit FIT =
      Fit.epochs(5)
          .batchSize(8)
          .seed(5)
          .learningRate(0.1)
          .metrics(Metrics.accuracy())
          .earlyStopping(EarlyStopping.on(Monitor.validationLoss()));

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("run.safetensors");
  }

  @Test
  void threeEpochsAndTwoAreFive() {
    FloatNetwork whole = Nets.adam(1);
    History five = FIT.run(whole, TRAINING, VALIDATION);
    epochs(3).checkpoint(file, 3).run(Nets.adam(1), TRAINING, VALIDATION);
    FloatNetwork resumed = Nets.adam(77);
    History two = FIT.resume(file, resumed, TRAINING, VALIDATION);
    assertThat(Nets.parameters(resumed)).isEqualTo(Nets.parameters(whole));
    assertThat(two.epochs()).isEqualTo(5);
    for (Monitor monitor : new Monitor[] {Monitor.trainingLoss(), Monitor.validationLoss()}) {
      assertThat(two.values(monitor)).isEqualTo(five.values(monitor));
    }
    assertThat(two.keptEpoch()).isEqualTo(five.keptEpoch());
  }

  private static Fit epochs(int epochs) {
    return Fit.epochs(epochs)
        .batchSize(8)
        .seed(5)
        .learningRate(0.1)
        .metrics(Metrics.accuracy())
        .earlyStopping(EarlyStopping.on(Monitor.validationLoss()));
  }

  /** A step within an epoch, its first and its last. */
  @Test
  void aCancelledRunResumesWithinItsEpoch() {
    for (int at : new int[] {1, 7, 8, 10, 14, 34, 35}) {
      FloatNetwork whole = Nets.adam(1);
      History all = FIT.run(whole, TRAINING, VALIDATION);
      AtomicInteger asked = new AtomicInteger();
      Fit cancelled = FIT.checkpoint(file, 9).stopWhen(() -> asked.incrementAndGet() == at);
      cancelled.run(Nets.adam(1), TRAINING, VALIDATION);
      FloatNetwork resumed = Nets.adam(77);
      History rest = FIT.resume(file, resumed, TRAINING, VALIDATION);
      assertThat(Nets.parameters(resumed)).as("step %d", at).isEqualTo(Nets.parameters(whole));
      assertThat(rest.values(Monitor.trainingLoss())).isEqualTo(all.values(Monitor.trainingLoss()));
      assertThat(rest.steps()).isEqualTo(all.steps());
    }
  }

  /** The network's own load takes it as the state of the last step, not as the best epoch. */
  @Test
  void aCheckpointIsAFileOfWeights() throws IOException {
    float[][] last = new float[1][];
    FloatNetwork network = Nets.adam(1);
    FitListener listener =
        new FitListener() {
          @Override
          public void epochEnded(Run run) {
            last[0] = Nets.parameters(network);
          }
        };
    History history = FIT.checkpoint(file, 1).listener(listener).run(network, TRAINING, VALIDATION);
    FloatNetwork loaded = Nets.adam(77);
    loaded.load(file);
    assertThat(Nets.parameters(loaded)).isEqualTo(last[0]);
    Safetensors content = Safetensors.read(file);
    assertThat(content.tensor("training.history").shape()).containsExactly(5, 5);
    assertThat(content.tensor("training.best.layer2.weight").shape()).containsExactly(6, 4);
    assertThat(content.metadata().get("training"))
        .contains("epoch=5\n", "seed=5\n", "batch size=8\n", "schedule=constant(0.1)\n");
    assertThat(history.keptEpoch()).isPositive();
  }

  @Test
  void theSameRunGivesTheSameBytes() throws IOException {
    FIT.checkpoint(file, 1).run(Nets.adam(1), TRAINING, VALIDATION);
    byte[] first = Files.readAllBytes(file);
    FIT.checkpoint(file, 1).run(Nets.adam(1), TRAINING, VALIDATION);
    assertThat(Files.readAllBytes(file)).isEqualTo(first);
  }

  /** What came after patience ended it, is that it stays so. */
  @Test
  void aRunThatHasEndedEndsAgainAtOnce() {
    Fit impatient =
        epochs(50)
            .learningRate(1e-9)
            .earlyStopping(EarlyStopping.on(Monitor.validationLoss()).patience(2).delta(10));
    FloatNetwork network = Nets.adam(1);
    History history = impatient.checkpoint(file, 1).run(network, TRAINING, VALIDATION);
    assertThat(history.stop()).isEqualTo(Stop.PATIENCE);
    FloatNetwork resumed = Nets.adam(77);
    History again = impatient.resume(file, resumed, TRAINING, VALIDATION);
    assertThat(again.stop()).isEqualTo(Stop.PATIENCE);
    assertThat(again.epochs()).isEqualTo(history.epochs()).isEqualTo(3);
    assertThat(Nets.parameters(resumed)).isEqualTo(Nets.parameters(network));
  }

  @Test
  void everyDifferenceIsNamedAndNothingIsChanged() {
    FIT.checkpoint(file, 1).run(Nets.adam(1), TRAINING, VALIDATION);
    FloatNetwork network = Nets.adam(77);
    float[] before = Nets.parameters(network);
    Fit other = Fit.epochs(5).batchSize(9).seed(6).learningRate(LearningRate.cosine(1, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> other.resume(file, network, Nets.rows(50, 9), Nets.rows(30, 10)))
        .withMessageContaining("seed is 6, that of the checkpoint 5")
        .withMessageContaining("batch size is 9, that of the checkpoint 8")
        .withMessageContaining("schedule is cosine(1.0, 0.0), that of the checkpoint constant(0.1)")
        .withMessageContaining("early stopping is none, that of the checkpoint val loss")
        .withMessageContaining("the training rows are others")
        .withMessageContaining("the validation rows are others");
    assertThat(Nets.parameters(network)).isEqualTo(before);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> epochs(4).resume(file, network, TRAINING, VALIDATION))
        .withMessageContaining("has 5 epochs, but this run has 4");
  }

  @Test
  void whatElseChangesTheRunIsNamedToo() {
    Monitor loss = Monitor.validationLoss();
    Fit fit =
        FIT.clipNorm(1)
            .earlyStopping(EarlyStopping.on(loss).patience(7))
            .reduceOnPlateau(Plateau.on(loss).patience(3));
    fit.checkpoint(file, 1).run(Nets.adam(1), TRAINING, VALIDATION);
    requireDifference(
        fit.threads(2), "is of another run: threads is one or more, that of the checkpoint none");
    requireDifference(
        fit.clipNorm(2), "is of another run: clipNorm is 2.0, that of the checkpoint 1.0");
    requireDifference(
        fit.clipValue(2), "is of another run: clipValue is 2.0, that of the checkpoint none");
    requireDifference(
        fit.earlyStopping(EarlyStopping.on(loss).patience(8)),
        "early stopping is val loss (patience 8, delta 0.0, from epoch 1), that of the checkpoint"
            + " val loss (patience 7, delta 0.0, from epoch 1)");
    requireDifference(
        fit.earlyStopping(EarlyStopping.on(loss).patience(7).delta(0.5)), "delta 0.5");
    requireDifference(
        fit.earlyStopping(EarlyStopping.on(loss).patience(7).startFrom(2)), "from epoch 2");
    requireDifference(
        fit.reduceOnPlateau(Plateau.on(loss).patience(4)),
        "plateau is val loss (factor 0.1, patience 4, cooldown 0, least 0.0), that of the"
            + " checkpoint val loss (factor 0.1, patience 3, cooldown 0, least 0.0)");
    requireDifference(fit.reduceOnPlateau(Plateau.on(loss).patience(3).factor(0.5)), "factor 0.5");
    requireDifference(fit.reduceOnPlateau(Plateau.on(loss).patience(3).cooldown(1)), "cooldown 1");
    requireDifference(fit.reduceOnPlateau(Plateau.on(loss).patience(3).least(0.01)), "least 0.01");
    requireDifference(
        fit.metrics(new Metric[0]), "columns is loss, rate, gradient norm, val loss, that of");
  }

  private void requireDifference(Fit fit, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> fit.resume(file, Nets.adam(77), TRAINING, VALIDATION))
        .withMessageContaining(message);
  }

  /** The bits do not depend on the number of threads, so that another one may go on. */
  @Test
  void anotherNumberOfThreadsGoesOn() {
    FloatNetwork whole = Nets.adam(1);
    FIT.threads(1).run(whole, TRAINING, VALIDATION);
    epochs(3).threads(1).checkpoint(file, 3).run(Nets.adam(1), TRAINING, VALIDATION);
    FloatNetwork resumed = Nets.adam(77);
    FIT.threads(2).resume(file, resumed, TRAINING, VALIDATION);
    assertThat(Nets.parameters(resumed)).isEqualTo(Nets.parameters(whole));
  }

  @Test
  void oneBitOfOneRowOrItsWeightMakesOtherRows() {
    FIT.checkpoint(file, 1).run(Nets.adam(1), TRAINING, VALIDATION);
    FloatRows changed = TRAINING.select(java.util.stream.IntStream.range(0, 50).toArray());
    changed.inputs()[49] = changed.inputs()[49].clone();
    changed.inputs()[49][3] = Math.nextUp(changed.inputs()[49][3]);
    float[] weights = new float[30];
    Arrays.fill(weights, 2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FIT.resume(file, Nets.adam(1), changed, VALIDATION))
        .withMessageEndingWith("is of another run: the training rows are others");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FIT.resume(file, Nets.adam(1), TRAINING, VALIDATION.weighted(weights)))
        .withMessageEndingWith("is of another run: the validation rows are others");
  }

  @Test
  void anotherNumberOfEpochsIsRefusedIfTheScheduleDependsOnIt() {
    LearningRate cosine = LearningRate.cosine(0.1, 0).warmUp(3);
    epochs(3).learningRate(cosine).checkpoint(file, 1).run(Nets.adam(1), TRAINING, VALIDATION);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FIT.learningRate(cosine).resume(file, Nets.adam(1), TRAINING, VALIDATION))
        .withMessageEndingWith(
            "epochs is 5, that of the checkpoint 3, and the schedule depends on it");
  }

  @Test
  void aScheduleOfOnesOwnNeedsAName() {
    LearningRate own = (step, plan) -> 0.1 / (1 + step);
    FIT.learningRate(own).checkpoint(file, 1).run(Nets.adam(1), TRAINING, VALIDATION);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FIT.learningRate(own).resume(file, Nets.adam(1), TRAINING, VALIDATION))
        .withMessageEndingWith(
            "the schedule is one of your own without a name: call named(…) on it");
    LearningRate named = own.named("harmonic");
    FIT.learningRate(named).checkpoint(file, 1).run(Nets.adam(1), TRAINING, VALIDATION);
    assertThat(FIT.learningRate(named).resume(file, Nets.adam(1), TRAINING, VALIDATION).epochs())
        .isEqualTo(5);
  }

  @Test
  void aFileOfWeightsIsNoCheckpoint() throws IOException {
    Nets.adam(1).saveTraining(file);
    assertThatThrownBy(() -> FIT.resume(file, Nets.adam(1), TRAINING, VALIDATION))
        .isInstanceOf(UncheckedIOException.class)
        .hasCauseInstanceOf(WeightsException.class)
        .hasMessageContaining("is no checkpoint of a run");
  }

  @Test
  void aDamagedCheckpointIsRefusedAndNothingIsChanged() throws IOException {
    FIT.checkpoint(file, 1).run(Nets.adam(1), TRAINING, VALIDATION);
    byte[] bytes = Files.readAllBytes(file);
    FloatNetwork network = Nets.adam(77);
    float[] before = Nets.parameters(network);
    for (int length : new int[] {0, 7, 100, bytes.length / 2, bytes.length - 1}) {
      Files.write(file, Arrays.copyOf(bytes, length));
      assertThatThrownBy(() -> FIT.resume(file, network, TRAINING, VALIDATION))
          .isInstanceOf(UncheckedIOException.class);
      assertThat(Nets.parameters(network)).isEqualTo(before);
    }
  }
}
