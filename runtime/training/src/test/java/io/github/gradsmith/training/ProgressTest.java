package io.github.gradsmith.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.FloatRows;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Line 16: what is written of a run. */
class ProgressTest {
  private static final FloatRows TRAINING = Nets.rows(50, 1);
  private static final FloatRows VALIDATION = Nets.rows(30, 2);

  private static final Fit FIT =
      Fit.epochs(12).learningRate(0.1).metrics(Metrics.accuracy()).batchSize(10);

  @TempDir Path folder;

  private static List<String> lines(Fit fit, long nanosOfAnEpoch) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    AtomicLong clock = new AtomicLong();
    fit.listener(
            Progress.to(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                () -> clock.getAndAdd(nanosOfAnEpoch)))
        .run(Nets.plain(1), TRAINING, VALIDATION);
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void aLineSaysTheEpochItsNumbersAndTheTimeLeft() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      List<String> lines = lines(FIT, 80_000_000);
      assertThat(lines).hasSize(13);
      assertThat(lines.get(6))
          .matches(
              "epoch  7/12  loss \\d\\.\\d+ running  val loss \\d\\.\\d+  accuracy \\d+\\.\\d %"
                  + "  0\\.08 s  ETA 1 s");
      assertThat(lines.get(11)).startsWith("epoch 12/12").endsWith("%  0.08 s");
      assertThat(lines.get(12)).isEqualTo("all epochs done");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void numbersAreThoseOfTheHistory() {
    History history = FIT.run(Nets.plain(1), TRAINING, VALIDATION);
    List<String> lines = lines(FIT, 1);
    for (int epoch = 1; epoch <= 12; epoch++) {
      double loss = history.value(Monitor.trainingLoss(), epoch);
      double accuracy = history.value(Monitor.validation(Metrics.accuracy()), epoch);
      assertThat(lines.get(epoch - 1))
          .contains(String.format(Locale.ROOT, "loss %.3g running", loss))
          .contains(String.format(Locale.ROOT, "accuracy %.1f %%", 100 * accuracy));
    }
  }

  @Test
  void theBestEpochIsMarkedAndTheTimeLeftIsABound() {
    Fit fit =
        FIT.learningRate(1e-9)
            .earlyStopping(EarlyStopping.on(Monitor.validationLoss()).delta(1).patience(3));
    List<String> lines = lines(fit, 7_000_000_000_000L);
    assertThat(lines.get(0)).endsWith("  7000 s  ETA ≤ 21 h 24 min *");
    assertThat(lines.get(1)).endsWith("  7000 s  ETA ≤ 19 h 27 min");
    assertThat(lines.get(4))
        .isEqualTo("stopped: no better for as long as early stopping waits, parameters of epoch 1");
    assertThat(lines).hasSize(5);
  }

  @Test
  void theLastLineSaysTheStepOfANumberThatIsNotFinite() {
    List<String> lines = lines(FIT.learningRate(LearningRate.constant(1e38)), 1);
    assertThat(lines.get(lines.size() - 1)).matches("stopped at step \\d+: a number is not finite");
    AtomicInteger asked = new AtomicInteger();
    lines = lines(FIT.stopWhen(() -> asked.incrementAndGet() == 8), 1);
    assertThat(lines.get(1)).isEqualTo("cancelled at step 8");
  }

  @Test
  void aTableHasALineForEachEpochWithAllDigits() throws IOException {
    Path file = folder.resolve("log.csv");
    History history =
        FIT.clipNorm(1).listener(CsvLog.to(file)).run(Nets.plain(1), TRAINING, VALIDATION);
    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(13);
    assertThat(lines.get(0)).isEqualTo("epoch,loss,val loss,accuracy,rate,gradient norm");
    String[] last = lines.get(12).split(",");
    assertThat(last[0]).isEqualTo("12");
    assertThat(Double.parseDouble(last[1])).isEqualTo(history.value(Monitor.trainingLoss(), 12));
    assertThat(Double.parseDouble(last[2])).isEqualTo(history.value(Monitor.validationLoss(), 12));
    assertThat(Double.parseDouble(last[5])).isEqualTo(history.gradientNorms()[11]);
  }

  @Test
  void anObjectALineHasNullForWhatIsNotFinite() throws IOException {
    Path file = folder.resolve("log.jsonl");
    Fit.epochs(2)
        .learningRate(0.5)
        .metrics(Metrics.rocAuc())
        .listener(JsonLines.to(file))
        .run(Nets.plain(1), TRAINING, VALIDATION.select(0));
    assertThat(Files.readAllLines(file))
        .hasSize(2)
        .allMatch(
            line ->
                line.matches(
                    "\\{\"epoch\":[12],\"loss\":\\d\\.\\d+,\"val loss\":\\d\\.\\d+,"
                        + "\"ROC AUC\":null,\"rate\":0\\.5\\}"));
  }

  /** A run that was killed and resumed has a whole table. */
  @Test
  void theTableOfAResumedRunIsWhole() throws IOException {
    Path checkpoint = folder.resolve("run");
    Path whole = folder.resolve("whole.csv");
    Path resumed = folder.resolve("resumed.csv");
    FIT.listener(CsvLog.to(whole)).run(Nets.plain(1), TRAINING, VALIDATION);
    AtomicInteger asked = new AtomicInteger();
    FIT.checkpoint(checkpoint, 1)
        .stopWhen(() -> asked.incrementAndGet() == 23)
        .run(Nets.plain(1), TRAINING, VALIDATION);
    Files.writeString(resumed, "torn line");
    FIT.listener(CsvLog.to(resumed)).resume(checkpoint, Nets.plain(9), TRAINING, VALIDATION);
    assertThat(resumed).hasSameTextualContentAs(whole);
  }
}
