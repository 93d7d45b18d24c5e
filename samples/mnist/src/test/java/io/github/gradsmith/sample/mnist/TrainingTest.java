package io.github.gradsmith.sample.mnist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingTest {
  private final StringWriter text = new StringWriter();
  private final StopSignal stop = new StopSignal();

  @Test
  void theLastBatchMayBeShorter(@TempDir Path directory) throws IOException {
    RecordingNet recorder = new RecordingNet();

    int epochs = training(recorder.net(), paneles(directory, 10), 2, 4).run(log(2), stop);

    assertThat(epochs).isEqualTo(2);
    assertThat(recorder.steps)
        .containsExactly(
            "0-4 by 3.0", "4-8 by 3.0", "8-10 by 3.0", "0-4 by 3.0", "4-8 by 3.0", "8-10 by 3.0");
    // Batches of loss 0, 4 and 8 weigh 4, 4 and 2; one image in ten shows a 0.
    assertThat(text.toString()).startsWith("epoch 1/2   loss 3.20000   test 10.00 %");
  }

  @Test
  void aBatchMayBeLargerThanTheSet(@TempDir Path directory) throws IOException {
    RecordingNet recorder = new RecordingNet();

    training(recorder.net(), paneles(directory, 10), 1, Integer.MAX_VALUE).run(log(1), stop);

    assertThat(recorder.steps).containsExactly("0-10 by 3.0");
  }

  @Test
  void aStopTakesEffectAtTheNextBatch(@TempDir Path directory) throws IOException {
    RecordingNet recorder = new RecordingNet();
    recorder.afterStep =
        () -> {
          if (recorder.steps.size() == 5) {
            stop.request();
          }
        };

    int epochs = training(recorder.net(), paneles(directory, 10), 3, 4).run(log(3), stop);

    assertThat(epochs).isEqualTo(1);
    assertThat(recorder.steps).hasSize(5);
    assertThat(text.toString().lines()).hasSize(1);
  }

  @Test
  void imagesKeepTheirTargetsAndTheDigitsTheirOrder(@TempDir Path directory) throws IOException {
    Digits digits = paneles(directory, 50);
    float[][] before = digits.images().clone();
    DigitNet net = DigitNet.create(1);

    Training training = training(net, digits, 300, 5);
    training.run(log(300), stop);

    assertThat(digits.images()).isEqualTo(before);
    assertThat(training.accuracy()).isEqualTo(100);
  }

  @Test
  void threeThousandDigitsAreEnoughToReadMostOthers() throws IOException {
    Digits train = first(Digits.training(DataSource.bundled()), 3000);
    Digits test = first(Digits.test(DataSource.bundled()), 1000);
    Hyperparameters settings = new Hyperparameters(5, 10, 3, 1);
    DigitNet net = DigitNet.create(1);
    Training training = new Training(net, settings, train, test);

    training.run(log(5), stop);

    assertThat(training.accuracy()).isGreaterThan(80);
    assertThat(ConfusionMatrix.of(net, test).accuracy()).isEqualTo(training.accuracy());
  }

  @Test
  void theSeedDecidesEverything(@TempDir Path directory) throws IOException {
    float[] weights = weights(directory, 7);
    assertThat(weights).isEqualTo(weights(directory, 7));
    assertThat(weights).doesNotContain(Float.NaN);
    float[] others = weights(directory, 8);
    assertThat(IntStream.range(0, weights.length))
        .anyMatch(i -> Math.abs(weights[i] - others[i]) > 1e-3f);
  }

  private float[] weights(Path directory, long seed) throws IOException {
    Digits digits = paneles(directory, 20);
    DigitNet net = DigitNet.create(1);
    new Training(net, new Hyperparameters(2, 3, 3, seed), digits, digits).run(log(2), stop);
    float[] weights = new float[net.parameterCount()];
    net.getParameters(weights);
    return weights;
  }

  private static Training training(DigitNet net, Digits digits, int epochs, int batch) {
    return new Training(net, new Hyperparameters(epochs, batch, 3, 1), digits, digits);
  }

  private TrainingLog log(int epochs) {
    return new TrainingLog(new PrintWriter(text), false, epochs, System::nanoTime);
  }

  private static Digits paneles(Path directory, int size) throws IOException {
    IdxBytes.writePaneles(directory, size);
    return Digits.training(DataSource.directory(directory));
  }

  private static Digits first(Digits digits, int size) {
    return new Digits(Arrays.copyOf(digits.images(), size), Arrays.copyOf(digits.labels(), size));
  }
}
