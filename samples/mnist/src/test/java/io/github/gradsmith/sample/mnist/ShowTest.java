package io.github.gradsmith.sample.mnist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShowTest {
  @Test
  void everyPixelIsTwoCharactersOfItsShade() {
    float[] image = new float[784];
    image[0] = 1;
    image[27] = 0.5f;
    image[28] = 0.01f;
    image[783] = 0.75f;

    List<String> lines = Drawing.of(image).lines().toList();

    assertThat(lines).hasSize(30).allMatch(line -> line.length() == 58);
    assertThat(lines.get(1)).isEqualTo("│██" + " ".repeat(52) + "▒▒│");
    assertThat(lines.get(2)).isEqualTo("│░░" + " ".repeat(54) + "│");
    assertThat(lines.get(28)).isEqualTo("│" + " ".repeat(54) + "▓▓│");
  }

  @Test
  void theBarsMarkLabelAndAnswer() {
    float[] output = {0, 0.01f, 1, 0.5f, 0, 0, 0, 0, 0, 0};

    List<String> lines = OutputBars.of(output, 3, 2).lines().toList();

    assertThat(lines).hasSize(11);
    assertThat(lines.get(0)).isEqualTo("0  0.0000");
    assertThat(lines.get(2)).isEqualTo("2  1.0000  " + "█".repeat(40) + "  ◀ answer");
    assertThat(lines.get(3))
        .isEqualTo("3  0.5000  " + "█".repeat(20) + " ".repeat(20) + "  ◀ label");
    assertThat(lines.get(10)).isEqualTo("label 3, answer 2: wrong");
  }

  @Test
  void aRightAnswerHasOneMark() {
    List<String> lines = OutputBars.of(new float[] {0.025f, 0}, 0, 0).lines().toList();

    assertThat(lines)
        .containsExactly(
            "0  0.0250  █" + " ".repeat(39) + "  ◀ label, answer",
            "1  0.0000",
            "label 0, answer 0: right");
  }
}
