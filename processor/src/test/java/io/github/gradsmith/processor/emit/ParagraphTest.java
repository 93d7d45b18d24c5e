package io.github.gradsmith.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ParagraphTest {
  private static final List<String> PIECES =
      List.of("word ", "a ", "{@link Net#replica()} ", "∂E/∂z, ", "784-30-10-5-", "7 ", "weights");

  /** Of random texts no character is lost, and no line ends within a tag or a word. */
  @Test
  void breaksLinesBetweenWordsOnly() {
    Random random = new Random(3);
    for (int n = 0; n < 1_000; n++) {
      StringBuilder text = new StringBuilder();
      while (text.length() < 300) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      String wrapped = Paragraph.wrap(text.toString());
      assertThat(wrapped.replaceAll("\\s", "")).isEqualTo(text.toString().replaceAll("\\s", ""));
      String[] lines = wrapped.split("\n");
      int at = 0;
      for (int i = 0; i < lines.length - 1; i++) {
        assertThat(count(lines[i], '{')).isEqualTo(count(lines[i], '}'));
        at = text.indexOf(lines[i], at) + lines[i].length();
        assertThat(text.charAt(at) == ' ' || lines[i].endsWith("-")).isTrue();
      }
    }
  }

  @Test
  void fillsLinesUpToTheirWidth() {
    String word = "x".repeat(47) + " ";
    assertThat(Paragraph.wrap(word + "y".repeat(49))).isEqualTo(word + "y".repeat(49));
    assertThat(Paragraph.wrap(word + "y".repeat(50)))
        .isEqualTo("x".repeat(47) + "\n" + "y".repeat(50));
  }

  @Test
  void breaksSizesAfterAHyphen() {
    assertThat(Paragraph.wrap("x".repeat(90) + " 784-30-10"))
        .isEqualTo("x".repeat(90) + " 784-\n30-10");
    assertThat(Paragraph.wrap("x".repeat(90) + " happens-before"))
        .isEqualTo("x".repeat(90) + "\nhappens-before");
  }

  private static long count(String line, char c) {
    return line.chars().filter(other -> other == c).count();
  }
}
