package io.github.gradsmith.sample.online;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

/** Learns from a sensor while two threads ask; started again, it goes on. */
public final class Online {
  private static final int READINGS = 20_008;

  private Online() {}

  /**
   * Prints how the error falls.
   *
   * @param arguments the file that keeps what was learned, {@code forecast.safetensors} if there is
   *     none
   */
  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments.length > 0 ? arguments[0] : "forecast.safetensors");
    Forecaster forecaster = new Forecaster(file, 1);
    float[] readings = Sensor.readings(READINGS, 7);
    LongAdder answers = new LongAdder();
    for (int reader = 0; reader < 2; reader++) {
      Thread thread = new Thread(() -> ask(forecaster, readings, answers));
      thread.setDaemon(true);
      thread.start();
    }
    double sum = 0;
    for (int i = 0; i < READINGS; i++) {
      float loss = forecaster.learn(readings[i]);
      sum += i < Forecaster.WINDOW ? 0 : 2 * loss;
      if (i >= Forecaster.WINDOW && (i - Forecaster.WINDOW + 1) % 2000 == 0) {
        System.out.printf(
            Locale.ROOT,
            "readings %6d  root of the mean squared error %.4f  answers meanwhile %d%n",
            i - Forecaster.WINDOW + 1,
            Math.sqrt(sum / 2000),
            answers.sumThenReset());
        sum = 0;
      }
    }
  }

  private static void ask(Forecaster forecaster, float[] readings, LongAdder answers) {
    for (int i = 0; ; i = (i + 1) % (READINGS - Forecaster.WINDOW)) {
      forecaster.forecast(Arrays.copyOfRange(readings, i, i + Forecaster.WINDOW));
      answers.increment();
    }
  }
}
