package io.github.gradsmith.sample.mnist;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.FloatRows;
import io.github.gradsmith.training.Fit;
import io.github.gradsmith.training.History;
import io.github.gradsmith.training.Stop;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingTest {
  private static final Fit FIT = Fit.epochs(5).batchSize(10).learningRate(3).seed(1);

  @Test
  void imagesKeepTheirTargetsAndTheDigitsTheirOrder(@TempDir Path directory) throws IOException {
    Digits digits = paneles(directory, 50);
    float[][] before = digits.images().clone();
    Training training =
        new Training(
            DigitNet.create(1),
            Fit.epochs(300).batchSize(5).learningRate(3),
            digits.rows(),
            digits.rows());

    History history = training.run();

    assertThat(digits.images()).isEqualTo(before);
    assertThat(Training.accuracy(history)).isEqualTo(100);
  }

  @Test
  void threeThousandDigitsAreEnoughToReadMostOthers() throws IOException {
    Training training = small(DigitNet.create(1), FIT);

    History history = training.run();

    assertThat(Training.accuracy(history)).isGreaterThan(80);
    Digits test = Digits.test(DataSource.bundled());
    int right = 0;
    for (int i = 0; i < 1000; i++) {
      right += training.net().classify(test.images()[i]) == test.labels()[i] ? 1 : 0;
    }
    assertThat(Training.accuracy(history)).isEqualTo(100.0 * right / 1000);
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

  @Test
  void aStopTakesEffectAfterTheStep(@TempDir Path directory) throws IOException {
    Digits digits = paneles(directory, 20);
    StopSignal stop = new StopSignal();
    stop.request();
    Training training =
        new Training(
            DigitNet.create(1), FIT.stopWhen(stop::requested), digits.rows(), digits.rows());

    History history = training.run();

    assertThat(history.stop()).isEqualTo(Stop.CANCELLED);
    assertThat(history.steps()).isEqualTo(1);
  }

  private static float[] weights(Path directory, long seed) throws IOException {
    Digits digits = paneles(directory, 20);
    DigitNet net = DigitNet.create(1);
    new Training(net, FIT.seed(seed).batchSize(3), digits.rows(), digits.rows()).run();
    float[] weights = new float[net.parameterCount()];
    net.getParameters(weights);
    return weights;
  }

  /** On 3,000 digits, judged by 1,000. */
  static Training small(DigitNet net, Fit fit) throws IOException {
    FloatRows images = Digits.training(DataSource.bundled()).rows();
    FloatRows tests = Digits.test(DataSource.bundled()).rows();
    return new Training(net, fit, first(images, 3000), first(tests, 1000));
  }

  private static FloatRows first(FloatRows rows, int count) {
    return rows.select(IntStream.range(0, count).toArray());
  }

  private static Digits paneles(Path directory, int size) throws IOException {
    IdxBytes.writePaneles(directory, size);
    return Digits.training(DataSource.directory(directory));
  }
}
