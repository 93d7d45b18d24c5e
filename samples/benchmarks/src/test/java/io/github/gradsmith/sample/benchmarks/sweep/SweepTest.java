package io.github.gradsmith.sample.benchmarks.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.gradsmith.sample.benchmarks.Backend;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepTest {
  @TempDir private Path folder;

  /** Generated against naive nanoseconds, forward alone; train is twice as fast. */
  private static TrialResult trial(double generated, double naive) {
    return new TrialResult("plain", generated, naive, 50, 100);
  }

  @Test
  void thereAre484Shapes() {
    List<Shape> all = Shape.all(Shape.WIDTHS, Shape.WIDTHS);
    assertThat(all).hasSize(484).doesNotHaveDuplicates();
    assertThat(all).contains(new Shape(1, 1), new Shape(16, 4096), new Shape(4096, 1000));
  }

  @Test
  void shardsAreDisjointAndComplete() {
    List<Integer> all = List.of(1, 2, 3, 4, 5, 6, 7);
    assertThat(Shard.of("1/3").of(all)).containsExactly(1, 4, 7);
    assertThat(Shard.of("2/3").of(all)).containsExactly(2, 5);
    assertThat(Shard.of("3/3").of(all)).containsExactly(3, 6);
    for (String wrong : List.of("0/3", "4/3", "1", "a/b", "1/0")) {
      assertThatIllegalArgumentException().isThrownBy(() -> Shard.of(wrong));
    }
  }

  @Test
  void moreThanTenPerCentIsSlower() {
    assertThat(new Row(new Shape(1, 1), List.of(trial(109, 100))).slower()).isFalse();
    assertThat(new Row(new Shape(1, 1), List.of(trial(111, 100))).slower()).isTrue();
    TrialResult slowTraining = new TrialResult("plain", 50, 100, 120, 100);
    assertThat(new Row(new Shape(1, 1), List.of(slowTraining)).slower()).isTrue();
  }

  @Test
  void medianOfAllTrialsDecides() {
    List<TrialResult> trials =
        List.of(trial(200, 100), trial(100, 100), trial(90, 100), trial(95, 100));
    Row row = new Row(new Shape(1, 1), trials);
    assertThat(row.slower()).isFalse();
    assertThat(row.forwardSpeedUp()).isBetween(1.0, 1.06);
  }

  @Test
  void rowsAreReadAsWritten() {
    Row row = new Row(new Shape(784, 10), List.of(trial(12.5, 40), trial(13, 41)));
    assertThat(row.csv()).isEqualTo("784-10;plain,12.5,40.0,50.0,100.0;plain,13.0,41.0,50.0,100.0");
    assertThat(Row.parse(row.csv())).isEqualTo(row);
    assertThatIllegalArgumentException().isThrownBy(() -> TrialResult.parse("plain,1,2"));
  }

  @Test
  void partsOfASweepAddUp() throws Exception {
    Path file = folder.resolve("never-slower-jdk17-plain.csv");
    new SweepFile(file).put(new Row(new Shape(2, 1), List.of(trial(10, 30))));
    new SweepFile(file).put(new Row(new Shape(1, 2), List.of(trial(20, 15))));
    new SweepFile(file).put(new Row(new Shape(2, 1), List.of(trial(10, 20))));
    SweepFile whole = new SweepFile(file);
    assertThat(whole.title()).isEqualTo("JDK 17, JVM started for plain");
    assertThat(SweepPage.of(List.of(whole)))
        .contains("2 shapes, 1 slower by more than 10 % (1-2); kernels: plain in 2 trials.")
        .contains("| | 1 | 2 |\n|---:|---:|---:|\n| **1** |  | **0.75** |\n| **2** | 2.0 |  |\n");
  }

  @Test
  void shapesAreCompiledAsUsersCompileThem() throws Exception {
    new ShapeCompiler(folder).compile(List.of(new Shape(3, 2), new Shape(1, 1)), Backend.PLAIN);
    assertThat(folder.resolve("shapes/Net3x2Impl.class")).isRegularFile();
    assertThat(folder.resolve("shapes/Net1x1Impl.class")).isRegularFile();
  }
}
