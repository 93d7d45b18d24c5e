package io.github.gradsmith.sample.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.gradsmith.sample.benchmarks.contender.Precision;
import io.github.gradsmith.sample.benchmarks.contender.Size;
import io.github.gradsmith.sample.benchmarks.contender.Task;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private static final Path MODULE = Path.of("/project/samples/benchmarks");

  private static Settings settings(String... arguments) {
    return Settings.of(MODULE, arguments);
  }

  @Test
  void wholeRunMeasuresAllAndWritesToDocs() {
    Settings whole = settings("");
    assertThat(whole.sizes()).containsExactly(Size.values());
    assertThat(whole.precisions()).containsExactly(Precision.values());
    assertThat(whole.tasks()).containsExactly(Task.values());
    assertThat(whole.backends()).containsExactly(Backend.PLAIN, Backend.VECTOR);
    assertThat(whole.out()).isEqualTo(Path.of("/project/docs/benchmarks"));
    assertThat(whole.latency()).isTrue();
  }

  @Test
  void quickRunIsOneNetworkAndLeavesDocsAlone() {
    Settings quick = settings("quick");
    assertThat(quick.sizes()).containsExactly(Size.N784_30_10);
    assertThat(quick.precisions()).containsExactly(Precision.FLOAT);
    assertThat(quick.out()).isEqualTo(MODULE.resolve("target/results"));
    assertThat(settings("quick out=docs").out()).isEqualTo(Path.of("/project/docs/benchmarks"));
  }

  @Test
  void listsAndNumbersAreRead() {
    Settings settings =
        settings("sizes=2-2-1,784-30-10", "tasks=train-10 rounds=7", "seconds=0.25 latency=false");
    assertThat(settings.sizes()).containsExactly(Size.N2_2_1, Size.N784_30_10);
    assertThat(settings.tasks()).containsExactly(Task.TRAIN_10);
    assertThat(settings.rounds()).isEqualTo(7);
    assertThat(settings.seconds()).isEqualTo(0.25);
    assertThat(settings.latency()).isFalse();
  }

  @Test
  void secondsAloneDoNotNarrow() {
    assertThat(settings("seconds=1").out()).isEqualTo(Path.of("/project/docs/benchmarks"));
  }

  @Test
  void mistakesAreNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings("size=2-2-1"))
        .withMessageContaining("\"size=2-2-1\"")
        .withMessageContaining("sizes");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings("sizes=2-2-2"))
        .withMessageContaining("\"2-2-2\"")
        .withMessageContaining("16-16-4");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings("rounds=0"))
        .withMessageContaining("above 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings("quick=maybe"))
        .withMessageContaining("true or false");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings("contenders=nobody"))
        .withMessageContaining("nobody");
  }

  @Test
  void comparedContendersFollowEachOther() {
    List<Entry> plan =
        Plan.of(settings("sizes=2-2-1 precisions=float tasks=forward,train-64,train-10"));
    assertThat(plan)
        .extracting(Entry::toString)
        .containsExactly(
            "2-2-1 float forward naive",
            "2-2-1 float forward generated",
            "2-2-1 float forward generated, vector module",
            "2-2-1 float train-10 naive",
            "2-2-1 float train-10 generated",
            "2-2-1 float train-10 generated, vector module");
  }
}
