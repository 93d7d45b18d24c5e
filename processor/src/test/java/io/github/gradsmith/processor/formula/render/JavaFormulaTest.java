package io.github.gradsmith.processor.formula.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.CodeBlock;
import io.github.gradsmith.processor.formula.text.FormulaParser;
import io.github.gradsmith.processor.model.Precision;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("fast")
class JavaFormulaTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "exp(z) + z | DoubleMath.exp(z[j]) + z[j]",
        "exp(z) * z + exp(z) | exp = DoubleMath.exp(z[j]); exp * z[j] + exp",
        "sigmoid(z) * (1 - sigmoid(z)) | sigmoid = DoubleMath.sigmoid(z[j]); sigmoid * (1.0 - sigmoid)",
        "tanh(z)^3 | tanh = DoubleMath.tanh(z[j]); tanh * tanh * tanh",
        "log(1 + exp(z)) * exp(z) + log(1 + exp(z)) | exp = DoubleMath.exp(z[j]);"
            + " log = DoubleMath.log(1.0 + exp); log * exp + log",
        "exp(z) * exp(2 * z) + exp(z) + exp(2 * z) | exp = DoubleMath.exp(z[j]);"
            + " exp2 = DoubleMath.exp(2.0 * z[j]); exp * exp2 + exp + exp2",
        "(z + 1) * (z + 1) | (z[j] + 1.0) * (z[j] + 1.0)",
      })
  void computesOnceWhatIsDear(String formula, String java) {
    assertThat(text(formula, Set.of())).isEqualTo(java);
  }

  @Test
  void avoidsTakenNames() {
    assertThat(text("exp(z) + exp(z) * z", Set.of("exp", "exp2")))
        .isEqualTo("exp3 = DoubleMath.exp(z[j]); exp3 + exp3 * z[j]");
  }

  /** The literals are those of 1/√(2π), 2/√π, √2 ln 2 and σ(1), correctly rounded. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "z / sqrt(2 * pi) | 0.3989422804014327 * z[j]",
        "2 * z / sqrt(pi) * z | 1.1283791670955126 * z[j] * z[j]",
        "sqrt(2) * z * log(2) | 0.9802581434685472 * z[j]",
        "z * sigmoid(1) | 0.7310585786300049 * z[j]",
        "z + pi - 3 | z[j] + 0.14159265358979323",
        "exp(1) * z | 2.718281828459045 * z[j]",
      })
  void foldsNumbersIntoOneLiteral(String formula, String java) {
    assertThat(text(formula, Set.of())).isEqualTo(java);
  }

  private static String text(String formula, Set<String> taken) {
    JavaFormula java =
        JavaFormula.of(
            FormulaParser.parse(formula),
            Precision.DOUBLE,
            Map.of("z", CodeBlock.of("z[j]")),
            taken);
    List<String> parts =
        Stream.concat(
                java.locals().stream()
                    .map(local -> local.name() + " = " + line(local.value()) + "; "),
                Stream.of(line(java.value())))
            .toList();
    return String.join("", parts).replace("io.github.gradsmith.internal.math.", "");
  }

  /** JavaPoet breaks lines, and keeps what follows a possible break until the line ends. */
  private static String line(CodeBlock code) {
    return CodeBlock.of("$L\n", code).toString().strip().replaceAll("\\s+", " ");
  }
}
