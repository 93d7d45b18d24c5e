package io.github.gradsmith.sample.lecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LectureTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void theWorkedExampleHasAllItsParts() {
    assertThat(run()).isZero();

    assertThat(lines())
        .contains(
            "  W(2)   0.1000000  -0.2000000",
            "         0.4000000   0.3000000",
            "  b(3)  -0.2000000   0.1000000",
            "    1                            0.5000000   0.8000000   a(1) = x",
            "  ∂E/∂w₁₁(3) = (a₁(3) − t₁) a₁(3) (1 − a₁(3)) a₁(2)",
            "             = -0.0681356027")
        .anyMatch(line -> line.contains("transpose of the code's [out][in]"))
        .anyMatch(line -> line.startsWith("    2    0.4700000   0.0400000"))
        .anyMatch(line -> line.contains("E  = E₁ + E₂ = 0.254327"));
    assertThat(lines().stream().filter(line -> line.startsWith("  ∂E/∂"))).hasSize(2 * 12);
  }

  @Test
  void theStepSubtractsAlphaTimesTheDerivative() {
    run();

    Pattern row = Pattern.compile("  (?:[Wb]\\([23]\\))? +" + "(-?\\d\\.\\d{7}) *".repeat(6));
    List<Matcher> rows = lines().stream().map(row::matcher).filter(Matcher::matches).toList();
    assertThat(rows).hasSize(6);
    for (Matcher values : rows) {
      for (int column = 1; column <= 2; column++) {
        double expected = value(values, column) - Example.ALPHA * value(values, column + 2);
        assertThat(value(values, column + 4)).isCloseTo(expected, within(2e-7));
      }
    }
    assertThat(value(rows.get(3), 5)).isCloseTo(0.5 + 0.5 * 0.0681356, within(2e-7));
  }

  @Test
  void compareFindsTheSameGradientMuchFasterByBackpropagation() {
    assertThat(run("compare")).isZero();

    assertThat(text()).contains("23,860 partial derivatives", "epoch of 60,000 (extrapolated)");
    assertThat(number("largest difference (\\S+) of")).isLessThan(1e-6);
    assertThat(number("backpropagation is (\\S+) times")).isGreaterThan(100);
  }

  @Test
  void theDerivationIsTheProcessorsPage() {
    assertThat(run("derivation")).isZero();

    assertThat(lines())
        .startsWith("# How LectureNet learns")
        .contains("&= a \\left(1 - a\\right) && \\text{put a in}");
    for (PartialDerivative derivative : twelve()) {
      String name = derivative.name().replaceAll("∂E/∂([wb])(.+)\\((.)\\)", "$1_{$2}^{($3)}");
      String ascii = name.replace('₁', '1').replace('₂', '2');
      assertThat(lines())
          .anyMatch(line -> line.startsWith("\\frac{\\partial E}{\\partial " + ascii));
    }
  }

  private static List<PartialDerivative> twelve() {
    LectureNet network = Example.network();
    double[] flat = new double[network.parameterCount()];
    network.getParameters(flat);
    Trace trace = Trace.of(network, Example.input());
    List<PartialDerivative> all =
        new ChainRule(new LectureOrder(flat), trace, Example.target()).derivatives();
    assertThat(all).hasSize(12);
    return all;
  }

  @Test
  void anythingElseIsRefusedInOneLine() {
    assertThat(run("compar")).isEqualTo(2);

    assertThat(out.size()).isZero();
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo("lecture: expected no argument, 'compare' or 'derivation', but got 'compar'\n");
  }

  private int run(String... arguments) {
    return Lecture.run(List.of(arguments), stream(out), stream(err));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private String text() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private List<String> lines() {
    return text().lines().toList();
  }

  private double number(String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text());
    assertThat(matcher.find()).as(pattern).isTrue();
    return Double.parseDouble(matcher.group(1).replace(",", ""));
  }

  private static double value(Matcher row, int group) {
    return Double.parseDouble(row.group(group));
  }
}
