package io.github.gradsmith.sample.lecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {
  @ParameterizedTest
  @CsvSource({
    "0.0000042, 4.2 µs",
    "0.25, 250 ms",
    "90, 90.0 s",
    "600, 10.0 min",
    "86400, 24.0 h",
  })
  void timesReadAsOneWouldSayThem(double seconds, String text) {
    assertThat(Durations.text(seconds)).isEqualTo(text);
  }
}
