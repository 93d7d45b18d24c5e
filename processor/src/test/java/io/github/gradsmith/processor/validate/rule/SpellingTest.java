package io.github.gradsmith.processor.validate.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpellingTest {
  @Test
  void theNearestIsMeant() {
    assertThat(Spelling.nearest("weight", List.of("weighing", "wight", "night"))).contains("wight");
    assertThat(Spelling.nearest("weight", List.of("wight", "weighing"))).contains("wight");
  }

  @Test
  void threeChangesAreNearAndFourAreNot() {
    assertThat(Spelling.nearest("abcd", List.of("axyz"))).contains("axyz");
    assertThat(Spelling.nearest("abcd", List.of("wxyz"))).isEmpty();
    assertThat(Spelling.nearest("abcd", List.of())).isEmpty();
  }
}
