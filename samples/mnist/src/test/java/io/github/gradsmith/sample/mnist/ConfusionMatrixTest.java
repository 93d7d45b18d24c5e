package io.github.gradsmith.sample.mnist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {
  private final ConfusionMatrix matrix = new ConfusionMatrix();

  @Test
  void accuracyIsTheShareOfTheDiagonal() {
    matrix.add(3, 3);
    matrix.add(3, 5);
    matrix.add(0, 0);
    matrix.add(9, 9);

    assertThat(matrix.accuracy()).isEqualTo(75);
  }

  @Test
  void rowsAreLabelsAndColumnsAnswers() {
    for (int i = 0; i < 1000; i++) {
      matrix.add(3, 3);
    }
    matrix.add(3, 5);
    matrix.add(9, 0);

    assertThat(matrix.toString().lines())
        .containsExactly(
            "label  answer",
            "          0     1     2     3     4     5     6     7     8     9     right",
            "    0     0     0     0     0     0     0     0     0     0     0    0.00 %",
            "    1     0     0     0     0     0     0     0     0     0     0    0.00 %",
            "    2     0     0     0     0     0     0     0     0     0     0    0.00 %",
            "    3     0     0     0  1000     0     1     0     0     0     0   99.90 %",
            "    4     0     0     0     0     0     0     0     0     0     0    0.00 %",
            "    5     0     0     0     0     0     0     0     0     0     0    0.00 %",
            "    6     0     0     0     0     0     0     0     0     0     0    0.00 %",
            "    7     0     0     0     0     0     0     0     0     0     0    0.00 %",
            "    8     0     0     0     0     0     0     0     0     0     0    0.00 %",
            "    9     1     0     0     0     0     0     0     0     0     0    0.00 %");
  }
}
