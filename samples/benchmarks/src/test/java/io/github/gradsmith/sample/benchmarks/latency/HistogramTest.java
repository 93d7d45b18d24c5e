package io.github.gradsmith.sample.benchmarks.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class HistogramTest {
  /** 1 to 1,000 nanoseconds, once each. */
  private static Histogram thousand() {
    Histogram histogram = new Histogram();
    for (int nanoseconds = 1; nanoseconds <= 1000; nanoseconds++) {
      histogram.add(nanoseconds);
    }
    return histogram;
  }

  @Test
  void percentileIsTheSmallestTimeThatSoManyDoNotExceed() {
    assertThat(thousand().percentile(0.5)).isEqualTo(500);
    assertThat(thousand().percentile(0.99)).isEqualTo(990);
    assertThat(thousand().percentile(0.999)).isEqualTo(999);
    assertThat(thousand().percentile(1)).isEqualTo(1000);
  }

  @Test
  void rareLongCallsShowInTheTailOnly() {
    Histogram histogram = thousand();
    histogram.add(5_000_000);
    assertThat(histogram.percentile(0.99)).isEqualTo(991);
    assertThat(histogram.percentile(1)).isEqualTo(1_000_000);
    assertThat(histogram.total()).isEqualTo(1001);
  }

  @Test
  void histogramsAddUp() {
    Histogram sum = thousand();
    sum.add(thousand());
    assertThat(sum.total()).isEqualTo(2000);
    assertThat(sum.percentile(0.5)).isEqualTo(500);
  }

  @Test
  void nothingTimedHasNoPercentile() {
    assertThatIllegalStateException().isThrownBy(() -> new Histogram().percentile(0.5));
  }

  @Test
  void linesKeepThreeDigits() {
    Histogram histogram = new Histogram();
    histogram.add(999);
    histogram.add(2341);
    histogram.add(2349);
    histogram.add(2350);
    assertThat(histogram.csv("net")).isEqualTo("net,999,1\nnet,2340,2\nnet,2350,1\n");
  }

  @Test
  void plainLoopFollows() {
    PlainLoop loop = new PlainLoop();
    assertThat(loop.steps()).isEqualTo(1000);
    loop.adjust(2000, 3000);
    assertThat(loop.steps()).isEqualTo(1500);
    loop.adjust(1_000_000, 1);
    assertThat(loop.steps()).isEqualTo(1);
  }
}
