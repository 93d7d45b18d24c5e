package io.github.gradsmith.sample.mnist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TrainingLogTest {
  private final StringWriter text = new StringWriter();
  private final PrintWriter out = new PrintWriter(text);
  private long milliseconds = 5;

  @Test
  void anEpochIsOneLine() {
    TrainingLog log = log(false, 30);

    milliseconds += 1500;
    log.epoch(1, 0.0123456, 95.3);
    milliseconds += 500;
    log.epoch(2, 0.01, 96);

    // After one epoch of 1.5 s 29 are left, after two of 1 s on average 28.
    assertThat(text.toString())
        .isEqualTo(
            """
            epoch  1/30   loss 0.01235   test 95.30 %   1.50 s   ETA 44 s
            epoch  2/30   loss 0.01000   test 96.00 %   0.50 s   ETA 28 s
            """);
  }

  @Test
  void aLongTimeIsGivenInMinutes() {
    TrainingLog log = log(false, 300);

    milliseconds += 2000;
    log.epoch(1, 0.1, 90);

    assertThat(text.toString()).endsWith("   ETA 10 min\n");
  }

  @Test
  void nothingMovesInAPipe() {
    TrainingLog log = log(false, 30);

    milliseconds += 150;
    log.progress(1, 10, 60_000);
    log.clear();

    assertThat(text.toString()).isEmpty();
  }

  @Test
  void theMovingLineIsTakenAwayBeforeTheNext() {
    TrainingLog log = log(true, 30);

    milliseconds += 50;
    log.progress(1, 10, 60_000); // too soon to be seen
    milliseconds += 100;
    log.progress(1, 30_000, 60_000);
    log.epoch(1, 0.1, 90);

    String line = "epoch  1/30   50 %";
    assertThat(text.toString())
        .startsWith("\r" + line + "\r" + " ".repeat(line.length() + 2) + "\repoch  1/30   loss");
  }

  private TrainingLog log(boolean live, int epochs) {
    return new TrainingLog(out, live, epochs, () -> milliseconds * 1_000_000);
  }
}
