package io.github.gradsmith.processor.formula.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.palantir.javapoet.CodeBlock;
import io.github.gradsmith.processor.formula.expr.Evaluator;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.Function;
import io.github.gradsmith.processor.formula.expr.UserFormulas;
import io.github.gradsmith.processor.formula.form.StableForm;
import io.github.gradsmith.processor.formula.render.JavaFormula;
import io.github.gradsmith.processor.formula.render.LatexRenderer;
import io.github.gradsmith.processor.formula.render.MathRenderer;
import io.github.gradsmith.processor.formula.text.FormulaException;
import io.github.gradsmith.processor.formula.text.FormulaParser;
import io.github.gradsmith.processor.formula.text.FormulaPrinter;
import io.github.gradsmith.processor.model.Precision;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is given to the parser, it answers; and whatever it lets through, the engine bears. */
class FormulaLimitsTest {
  private static final long SEED = 20_240_607L;
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private static final List<String> PIECES =
      Stream.concat(
              Stream.of(Function.values()).map(Function::text),
              Stream.of(
                  "where",
                  "max",
                  "min",
                  "pi",
                  "z",
                  "a",
                  "(",
                  ")",
                  "(",
                  ")",
                  ",",
                  "+",
                  "-",
                  "*",
                  "/",
                  "^",
                  ">",
                  ">=",
                  "<",
                  "<=",
                  "=",
                  ".",
                  "0",
                  "1",
                  "2.5",
                  "1e-3",
                  "1e",
                  "e",
                  " ",
                  "\t",
                  "\n",
                  "\0",
                  "_",
                  "#",
                  "é",
                  "²",
                  "π",
                  "\ud835\udf0b",
                  "%",
                  "\"",
                  "\\"))
          .toList();

  @Test
  void anyTextIsReadOrRefusedAtAPlaceInIt() {
    Random random = new Random(SEED);
    for (int i = 0; i < 10_000; i++) {
      String text =
          IntStream.range(0, random.nextInt(1, 20))
              .mapToObj(n -> PIECES.get(random.nextInt(PIECES.size())))
              .collect(Collectors.joining());
      readOrRefuse(text);
    }
  }

  @Test
  void anyTruncatedOrGarbledFormulaIsReadOrRefusedAtAPlaceInIt() {
    Random random = new Random(SEED);
    for (String formula : UserFormulas.ALL) {
      for (int i = 0; i <= formula.length(); i++) {
        String piece = PIECES.get(random.nextInt(PIECES.size()));
        readOrRefuse(formula.substring(0, i));
        readOrRefuse(formula.substring(i));
        readOrRefuse(formula.substring(0, i) + piece + formula.substring(i));
        readOrRefuse(
            formula.substring(0, i) + formula.substring(Math.min(i + 1, formula.length())));
      }
    }
  }

  private static void readOrRefuse(String text) {
    try {
      Expr parsed = FormulaParser.parse(text);
      assertThat(FormulaParser.parse(FormulaPrinter.print(parsed))).isEqualTo(parsed);
    } catch (FormulaException e) {
      assertThat(e.position()).as("place in %s", text).isBetween(0, text.length());
      assertThat(e.getMessage()).isNotBlank();
    }
  }

  @Test
  void nothingOfATextIsOverlooked() {
    for (int code = 1; code < 0x3000; code++) {
      String text = "z" + Character.toString(code) + "=";
      assertThat(catchThrowableOfType(FormulaException.class, () -> FormulaParser.parse(text)))
          .as("z, character %s and =", code)
          .isNotNull();
    }
  }

  /** What nests: what stands before each level, in the middle, and after each level. */
  static Stream<List<String>> nestings() {
    return Stream.of(
        List.of("(", "z", ")"),
        List.of("-", "z", ""),
        List.of("1 / (1 + ", "z", ")"),
        List.of("where(z > 1, ", "z", ", 0)"),
        List.of("where(", "z", " > 0, z, 1)"),
        List.of("where(", "z", " > 0, 1, z)"),
        List.of("exp(", "-z", ")"),
        List.of("tanh(", "z", ")"),
        List.of("log1p(", "z", ")"),
        List.of("max(1, ", "z", ")"),
        List.of("2 ^ (", "z", ")"),
        List.of("sqrt(1 + ", "z", "^2)"),
        List.of("(1 + z * ", "z", ")"),
        List.of("z ^ ", "z", ""));
  }

  @ParameterizedTest
  @MethodSource("nestings")
  void theDeepestFormulaIsBorneAndTheNextIsRefused(List<String> parts) {
    int levels = 0;
    while (isRead(nested(parts, levels + 1))) {
      levels++;
    }
    assertThat(levels).isBetween(FormulaParser.DEEPEST / 2 - 1, FormulaParser.DEEPEST);
    String tooDeep = nested(parts, levels + 1);
    FormulaException fault =
        catchThrowableOfType(FormulaException.class, () -> FormulaParser.parse(tooDeep));
    assertThat(fault).hasMessage("nested deeper than %s levels", FormulaParser.DEEPEST);
    assertThat(fault.position()).isBetween(0, tooDeep.length());
    isBorne(nested(parts, levels));
  }

  private static boolean isRead(String formula) {
    try {
      FormulaParser.parse(formula);
      return true;
    } catch (FormulaException e) {
      return false;
    }
  }

  private static String nested(List<String> parts, int levels) {
    return parts.get(0).repeat(levels) + parts.get(1) + parts.get(2).repeat(levels);
  }

  /** What is written many times over, with its number, joined by what. */
  static Stream<List<String>> chains() {
    return Stream.of(
        List.of("z", "+"),
        List.of("exp(z)", "+"),
        List.of("z", "*"),
        List.of("sin(z*%d)", "*"),
        List.of("where(z>%d,z,1)", "+"));
  }

  @ParameterizedTest
  @MethodSource("chains")
  void theLargestFormulaIsBorneAndTheNextIsRefused(List<String> parts) {
    StringBuilder text = new StringBuilder(parts.get(0).formatted(1));
    int n = 1;
    while (isRead(text + parts.get(1) + parts.get(0).formatted(n + 1))) {
      text.append(parts.get(1)).append(parts.get(0).formatted(++n));
    }
    assertThat(n).isGreaterThan(FormulaParser.MOST_OPERANDS / 6);
    isBorne(text.toString());
  }

  private static void isBorne(String formula) {
    assertTimeoutPreemptively(
        LONGEST,
        () -> {
          Expr value = FormulaParser.parse(formula);
          Expr derivative = Derivative.of(value, "z");
          OutputForm.find(value, "z", "a");
          for (Expr expr : List.of(value, derivative)) {
            Evaluator.evaluate(expr, Map.of("z", 0.3));
            MathRenderer.render(expr);
            LatexRenderer.FRACTIONS.render(expr);
            Expr stable = StableForm.ofValue(expr);
            JavaFormula.of(stable, Precision.FLOAT, Map.of("z", CodeBlock.of("z")), Set.of());
          }
        });
  }
}
