package io.github.gradsmith.sample.mnist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TrainingLogTest {
  private final StringWriter text = new StringWriter();
  private final PrintWriter out = new PrintWriter(text);

  @Test
  void anEpochIsOneLine() {
    TrainingLog log = new TrainingLog(out, false, 30);

    log.epoch(7, 0.0123456, 95.3);

    assertThat(text.toString())
        .matches("epoch  7/30   loss 0\\.01235   test 95\\.30 %   \\d\\.\\d\\d s   ETA \\d+ s\n");
  }

  @Test
  void nothingMovesInAPipe() throws InterruptedException {
    TrainingLog log = new TrainingLog(out, false, 30);

    Thread.sleep(150);
    log.progress(1, 10, 60_000);

    assertThat(text.toString()).isEmpty();
  }

  @Test
  void theMovingLineIsTakenAwayBeforeTheNext() throws InterruptedException {
    TrainingLog log = new TrainingLog(out, true, 30);

    log.progress(1, 10, 60_000);
    Thread.sleep(150);
    log.progress(1, 30_000, 60_000);
    log.epoch(1, 0.1, 90);

    String line = "epoch  1/30   50 %";
    assertThat(text.toString())
        .startsWith("\r" + line + "\r" + " ".repeat(line.length() + 2) + "\repoch  1/30   loss");
  }
}
