package io.github.gradsmith.processor.kernel.size;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each word counted by hand; SizeReportTest holds the sums against javac's bytecode. */
@Tag("fast")
class MethodLengthTest {
  private static final MethodLength LENGTH = new MethodLength(Set.of("w2", "state"));

  /** The 1 is that of the return at the end. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1                     | ''",
        "1 + 2                 | x",
        "1 + 4                 | w2",
        "1 + 4 + 3             | state.w",
        "1 + 2 + 3 + 3         | a.b.c",
        "1 + 2                 | 0x1.8p",
        "1 + 2 + 1 + 2         | 0x1.8p-3f",
        "1 + 2 + 1 + 2         | α2 + 1",
        "1 + 4                 | f()",
        "1 + 4 + 2 + 2         | java.lang.Math.max(x, y)",
        "1 + 4 + 2             | f().g(x)",
        "1 + 2 + 1 + 2 + 2 + 1 + 2 | x[i].y(z) - 1",
        "1 + 8 + 2 + 2 + 2 + 1 + 2 + 2 + 1 + 1 | for (int i = 0; i < n; i++)",
        "1 + 3 + 2 + 3 + 1 + 2 | if (c) {} else return x;",
        "1 + 4 + 0 + 1 + 2     | new float[7]",
        "1 + 2                 | null",
        "1 + 4 + 2             | f(\"if (x) y(z) // new\")",
        "1 + 2                 | x // new float[7]",
        "1 + 2                 | $x_1",
      })
  void words(String sum, String code) {
    int expected = 0;
    for (String term : sum.split("\\+")) {
      expected += Integer.parseInt(term.strip());
    }
    assertThat(LENGTH.of(code)).as(code).isEqualTo(expected);
  }
}
