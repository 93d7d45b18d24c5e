package io.github.gradsmith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BatchesTest {
  @Test
  void oneHotIsOneAtTheLabel() {
    int[] labels = {2, 0};
    assertThat(Batches.oneHot(labels, 3)).isDeepEqualTo(new float[][] {{0, 0, 1}, {1, 0, 0}});
    assertThat(Batches.oneHotDouble(labels, 3))
        .isDeepEqualTo(new double[][] {{0, 0, 1}, {1, 0, 0}});
    assertThat(Batches.oneHot(new int[0], 3)).isEmpty();
  }

  @Test
  void labelsBeyondTheClassesAreRefused() {
    assertThatThrownBy(() -> Batches.oneHot(new int[] {0, 3}, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("labels[1] is 3, expected 0 to 2");
    assertThatThrownBy(() -> Batches.oneHotDouble(new int[] {-1}, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("labels[0] is -1, expected 0 to 2");
    assertThatThrownBy(() -> Batches.oneHot(new int[0], 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("classes is 0, expected at least 1");
  }

  @Test
  void shuffleKeepsPairsTogether() {
    float[][] a = floats(100);
    float[][] b = floats(100);
    Batches.shuffle(a, b, 1);
    assertThat(a).isDeepEqualTo(b);
    assertThat(a[0] == b[0]).isFalse();
    assertThat(Arrays.stream(a).map(row -> row[0]).toList()).isNotEqualTo(rowNumbers(100));
    assertThat(Arrays.stream(a).map(row -> row[0]).sorted().toList()).isEqualTo(rowNumbers(100));
  }

  @Test
  void doublesAreShuffledAlike() {
    float[][] floats = floats(20);
    double[][] a = new double[20][1];
    double[][] b = new double[20][1];
    for (int i = 0; i < 20; i++) {
      a[i][0] = i;
      b[i][0] = i;
    }
    Batches.shuffle(floats, floats(20), 5);
    Batches.shuffle(a, b, 5);
    for (int i = 0; i < 20; i++) {
      assertThat(a[i][0]).isEqualTo(floats[i][0]);
      assertThat(b[i][0]).isEqualTo(floats[i][0]);
    }
  }

  @Test
  void theSeedDecidesTheOrder() {
    float[][] first = floats(50);
    float[][] same = floats(50);
    float[][] other = floats(50);
    Batches.shuffle(first, floats(50), 1);
    Batches.shuffle(same, floats(50), 1);
    Batches.shuffle(other, floats(50), 2);
    assertThat(first).isDeepEqualTo(same);
    assertThat(Arrays.deepEquals(first, other)).isFalse();
  }

  @Test
  void allOrdersAreEquallyLikely() {
    Map<String, Integer> counts = new HashMap<>();
    for (int seed = 0; seed < 6000; seed++) {
      float[][] rows = floats(3);
      Batches.shuffle(rows, floats(3), seed);
      counts.merge(Arrays.deepToString(rows), 1, Integer::sum);
    }
    // The standard deviation of each of the six counts is 29.
    assertThat(counts).hasSize(6);
    assertThat(counts.values()).allMatch(count -> Math.abs(count - 1000) < 5 * 29);
  }

  @Test
  void anArrayIsShuffledOnceWithItself() {
    float[][] rows = floats(50);
    Batches.shuffle(rows, rows, 1);
    float[][] expected = floats(50);
    Batches.shuffle(expected, floats(50), 1);
    assertThat(rows).isDeepEqualTo(expected);
  }

  @Test
  void differentNumbersOfRowsAreRefused() {
    assertThatThrownBy(() -> Batches.shuffle(new float[3][], new float[2][], 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a has 3 rows and b has 2, expected as many");
    assertThatThrownBy(() -> Batches.shuffle(new double[3][], new double[2][], 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static float[][] floats(int rows) {
    float[][] result = new float[rows][1];
    for (int i = 0; i < rows; i++) {
      result[i][0] = i;
    }
    return result;
  }

  private static List<Float> rowNumbers(int rows) {
    return Arrays.stream(floats(rows)).map(row -> row[0]).toList();
  }
}
