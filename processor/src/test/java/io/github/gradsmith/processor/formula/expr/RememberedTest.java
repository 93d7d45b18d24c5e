package io.github.gradsmith.processor.formula.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RememberedTest {
  private final List<String> asked = new ArrayList<>();

  private final Remembered<String, Integer> lengths =
      new Remembered<>(
          text -> {
            asked.add(text);
            return text.length();
          });

  @Test
  void asksOnceForEqualArguments() {
    assertThat(lengths.of("abc")).isEqualTo(3);
    assertThat(lengths.of(new String("abc"))).isEqualTo(3);
    assertThat(lengths.of("abcd")).isEqualTo(4);
    assertThat(asked).containsExactly("abc", "abcd");
  }

  /** However many formulas a daemon sees, the memory stays bounded; those in use stay known. */
  @Test
  void forgetsWhatWasNotAskedForLongest() {
    lengths.of("used");
    lengths.of("unused");
    for (int i = 0; i < 10_000; i++) {
      lengths.of("other " + i);
      lengths.of("used");
    }
    lengths.of("unused");
    assertThat(asked).containsOnlyOnce("used");
    assertThat(asked).filteredOn("unused"::equals).hasSize(2);
  }

  @Test
  void asksAgainAfterAnException() {
    Remembered<String, Integer> failing =
        new Remembered<>(
            text -> {
              asked.add(text);
              throw new IllegalStateException(text);
            });
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> failing.of("x")).hasMessage("x");
    }
    assertThat(asked).hasSize(2);
  }
}
