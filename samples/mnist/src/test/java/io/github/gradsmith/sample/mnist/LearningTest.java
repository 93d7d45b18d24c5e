package io.github.gradsmith.sample.mnist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How well {@code mnist train} learns all the bundled digits with its defaults. */
class LearningTest {
  private static final Pattern LAST_LINE = Pattern.compile("test accuracy (\\d+\\.\\d\\d) %\n$");

  @TempDir private Path directory;

  @Test
  void twoEpochsReadNinetyFourOfAHundredDigits() {
    assertThat(accuracy("--epochs", "2")).isGreaterThanOrEqualTo(94.0);
  }

  /** The whole training; the profile "sweeps" runs it, about ten seconds each. */
  @Tag("sweep")
  @ParameterizedTest
  @ValueSource(strings = {"1", "2", "3", "4", "5"})
  void theDefaultEpochsReadNinetyFiveOfAHundredDigits(String seed) {
    assertThat(accuracy("--seed", seed)).isGreaterThanOrEqualTo(95.0);
  }

  private double accuracy(String option, String value) {
    Path weights = directory.resolve("w.safetensors");
    CommandRun run = CommandRun.of("train", option, value, "--output", weights);
    Matcher accuracy = LAST_LINE.matcher(run.out());
    assertThat(accuracy.find()).as(run.out() + run.err()).isTrue();
    return Double.parseDouble(accuracy.group(1));
  }
}
