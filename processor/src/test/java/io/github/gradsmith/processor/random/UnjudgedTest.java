package io.github.gradsmith.processor.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Networks that nobody can judge are no deviations, but they are counted. */
class UnjudgedTest {
  /** After a step every input of this graph is so near a kink that rounding decides. */
  @Test
  void aGraphThatNoInputJudgesIsNamed() {
    String check = "train on a mini-batch";
    Trials trials = new Trials(check::equals);

    assertThat(trials.run(List.of(RandomGraphs.of(30173)))).isEmpty();
    assertThat(trials.unjudged()).containsExactly("G30173 (" + check + ")");
  }

  @Test
  void oneIsAllowedAndOneOfTwoHundredMore() {
    assertThatCode(() -> Trials.assertJudged(Set.of("A"), 1)).doesNotThrowAnyException();
    assertThatCode(() -> Trials.assertJudged(Set.of("A", "B"), 200)).doesNotThrowAnyException();
    assertThatThrownBy(() -> Trials.assertJudged(Set.of("A", "B"), 199))
        .hasMessageContaining("2 of 199")
        .hasMessageContaining("A")
        .hasMessageContaining("B");
    assertThatThrownBy(() -> Trials.assertJudged(Set.of("A", "B", "C"), 399))
        .hasMessageContaining("3 of 399");
  }
}
