package io.github.gradsmith.sample.online;

import io.github.gradsmith.Published;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Forecasts readings and learns from each. One thread at a time learns; any thread asks, virtual
 * ones, too, and never waits for the learner.
 */
public final class Forecaster {
  /** The readings that a forecast is made from. */
  public static final int WINDOW = 8;

  /** Readings after which what was learned is published and kept. */
  public static final int EVERY = 100;

  private static final float RATE = 0.003f;

  private final ForecastNet learner;
  private final Published<ForecastNet> served;
  private final Path file;
  private final float[] window = new float[WINDOW];
  private final float[] next = new float[1];
  private long readings;

  /** Goes on where {@code file} was left, or begins anew where there is none. */
  public Forecaster(Path file, long seed) throws IOException {
    this.file = file;
    learner = ForecastNet.create(seed);
    if (Files.exists(file)) {
      learner.load(file);
    }
    served = Published.of(learner);
  }

  /**
   * Learns from the next reading. The first {@link #WINDOW} ones after a start only fill the
   * window: give it those before the restart once more.
   *
   * @return half the squared error of the forecast, NaN while there is none
   */
  public synchronized float learn(float reading) throws IOException {
    float loss = Float.NaN;
    if (readings >= WINDOW) {
      next[0] = reading;
      loss = learner.train(window, next, RATE);
      if ((readings - WINDOW + 1) % EVERY == 0) {
        served.publish(learner);
        learner.saveTraining(file);
      }
    }
    System.arraycopy(window, 1, window, 0, WINDOW - 1);
    window[WINDOW - 1] = reading;
    readings++;
    return loss;
  }

  /** What follows the last {@link #WINDOW} readings, by what was published last. */
  public float forecast(float[] last) {
    return served.with(network -> network.forward(last))[0];
  }
}
