package io.github.gradsmith.sample.online;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForecasterTest {
  private static final int W = Forecaster.WINDOW;

  /** The error of NumPy's lstsq on 9,000 windows, over the next 1,000, of other noise. */
  private static final double LEAST_SQUARES = 0.0982;

  @TempDir private Path folder;

  /**
   * As good as the best straight line through nine thousand readings, and better by far than to
   * expect the last reading again.
   */
  @Test
  void forecastsBecomeGood() throws IOException {
    float[] readings = Sensor.readings(10_000 + W, 3);
    Forecaster forecaster = new Forecaster(folder.resolve("net"), 1);
    double sum = 0;
    double sumOfLast = 0;
    for (int i = 0; i < readings.length; i++) {
      float loss = forecaster.learn(readings[i]);
      if (i >= 9000 + W) {
        sum += 2 * loss;
        sumOfLast += Math.pow(readings[i] - readings[i - 1], 2);
      }
    }
    double error = Math.sqrt(sum / 1000);
    assertThat(error).isBetween(Sensor.NOISE, 1.1 * LEAST_SQUARES);
    assertThat(error).isLessThan(Math.sqrt(sumOfLast / 1000) * 2 / 3);
    float[] last = Arrays.copyOfRange(readings, readings.length - 1 - W, readings.length - 1);
    assertThat(forecaster.forecast(last) - readings[readings.length - 1]).isBetween(-0.3f, 0.3f);
  }

  /** Stopped after a publication, and started in another object: the same bits as without. */
  @Test
  void aRestartGoesOnToTheBit() throws IOException {
    float[] readings = Sensor.readings(1000 + W, 5);
    Path whole = folder.resolve("whole");
    Path stopped = folder.resolve("stopped");
    Forecaster uninterrupted = new Forecaster(whole, 1);
    for (float reading : readings) {
      uninterrupted.learn(reading);
    }
    int stop = 6 * Forecaster.EVERY + W;
    Forecaster first = new Forecaster(stopped, 1);
    for (int i = 0; i < stop; i++) {
      first.learn(readings[i]);
    }
    Forecaster second = new Forecaster(stopped, 99);
    for (int i = stop - W; i < readings.length; i++) {
      second.learn(readings[i]);
    }
    assertThat(Files.readAllBytes(stopped)).isEqualTo(Files.readAllBytes(whole));
    float[] last = Arrays.copyOf(readings, W);
    assertThat(second.forecast(last)).isEqualTo(uninterrupted.forecast(last));
  }

  /** A window once asked about gets finite answers, and another one after a publication. */
  @Test
  void othersAskMeanwhile() throws Exception {
    float[] readings = Sensor.readings(3000 + W, 9);
    Forecaster forecaster = new Forecaster(folder.resolve("asked"), 1);
    float[] last = Arrays.copyOf(readings, W);
    float before = forecaster.forecast(last);
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService pool = Executors.newFixedThreadPool(2);
    Future<Boolean> finite =
        pool.submit(
            () -> {
              boolean all = true;
              do {
                all &= Float.isFinite(forecaster.forecast(last));
              } while (!done.get());
              return all;
            });
    for (float reading : readings) {
      forecaster.learn(reading);
    }
    done.set(true);
    assertThat(finite.get()).isTrue();
    pool.shutdown();
    assertThat(forecaster.forecast(last)).isNotEqualTo(before);
  }
}
