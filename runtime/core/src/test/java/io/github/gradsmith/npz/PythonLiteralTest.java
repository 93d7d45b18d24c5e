package io.github.gradsmith.npz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradsmith.WeightsException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The little Python of array headers. */
class PythonLiteralTest {
  private static final int DEEPEST = 32;

  @Test
  void valuesAreThoseOfPython() throws WeightsException {
    assertThat(parse("True")).isEqualTo(true);
    assertThat(parse(" False ")).isEqualTo(false);
    assertThat(parse("-12")).isEqualTo(-12L);
    assertThat(parse("+09")).isEqualTo(9L);
    assertThat(parse("7L")).isEqualTo(7L);
    assertThat(parse("'<f4'")).isEqualTo("<f4");
    assertThat(parse("u\"a'b\"")).isEqualTo("a'b");
    assertThat(parse("'a\\'b'")).isEqualTo("a\\'b");
  }

  @Test
  void parenthesesAreNoTupleWithoutAComma() throws WeightsException {
    assertThat(parse("(3)")).isEqualTo(3L);
    assertThat(parse("(3,)")).isEqualTo(List.of(3L));
    assertThat(parse("[3]")).isEqualTo(List.of(3L));
    assertThat(parse("( 3 , 4 )")).isEqualTo(List.of(3L, 4L));
    assertThat(parse("()")).isEqualTo(Collections.emptyList());
    assertThat(parse("{ 'a' : 1 , 'b':[] , }")).isEqualTo(Map.of("a", 1L, "b", List.of()));
    assertThat(parse("{}")).isEqualTo(Map.of());
  }

  /** The bar stands before the character that is named: of numbers and keys the first one. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`|`",
        "`|None`",
        "`12|a`",
        "`[1 |2]`",
        "`(1|`",
        "`(1,|`",
        "`{|'a'`",
        "`|u`",
        "`'a|`",
        "`'a|\n'`",
        "`1 |1`",
        "`|-`",
        "`|99999999999999999999`",
        "`{'a': 1|`"
      })
  void theCharacterIsNamed(String marked) {
    int position = marked.indexOf('|') + 1;
    assertThatThrownBy(() -> parse(marked.replace("|", "")))
        .isInstanceOf(WeightsException.class)
        .hasMessage("has a header that cannot be read from its character " + position + " on");
  }

  /** A key that is none is named, not the space before it. */
  @Test
  void keysAreStringsAndUnique() {
    assertThatThrownBy(() -> parse("{ 1: 2}")).hasMessageContaining("character 3 on");
    assertThatThrownBy(() -> parse("{'a': 1,  [2]: 2}")).hasMessageContaining("character 11 on");
    assertThatThrownBy(() -> parse("{'a': 1, 'a': 1}")).hasMessageContaining("names a twice");
  }

  @Test
  void nestingIsLimitedAndRowsAreNot() throws WeightsException {
    String deepest = "[".repeat(DEEPEST) + "]".repeat(DEEPEST);
    assertThat(parse(deepest)).isNotNull();
    assertThatThrownBy(() -> parse("[" + deepest + "]"))
        .hasMessageContaining("character " + (DEEPEST + 1) + " on");
    assertThat(parse("[" + "[],".repeat(50) + "{},".repeat(50) + "]")).isInstanceOf(List.class);
    assertThatThrownBy(() -> parse("{'a':".repeat(DEEPEST + 1)))
        .hasMessageContaining("character " + (5 * DEEPEST + 1) + " on");
  }

  private static Object parse(String text) throws WeightsException {
    return PythonLiteral.parse(text);
  }
}
