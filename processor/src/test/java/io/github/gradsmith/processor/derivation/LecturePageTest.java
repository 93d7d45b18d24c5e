package io.github.gradsmith.processor.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.Activation;
import io.github.gradsmith.Loss;
import io.github.gradsmith.processor.formula.render.LatexRenderer;
import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.LossChoice;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page of the lecture's 2-2-2 sigmoid network has all that the lecture writes on the board. */
@Tag("fast")
class LecturePageTest {
  private static final String PAGE = DerivationDocument.of(Networks.LECTURE);
  private static final String OUTPUT_DELTA =
      "\\left(a_{%1$s}^{(3)} - t_{%1$s}\\right) a_{%1$s}^{(3)} \\left(1 - a_{%1$s}^{(3)}\\right)";

  @Test
  void theTableHasZAndAOfBothLayersAndTheInputAsTheFirstA() {
    assertThat(PAGE)
        .contains(
            "| 1 | 2 |  | $`a^{(1)} = x`$ |\n"
                + "| 2 | 2 | $`z^{(2)} = a^{(1)} W^{(2)} + b^{(2)}`$ | $`a^{(2)} = \\sigma\\left(z^{(2)}\\right)`$ |\n"
                + "| 3 | 2 | $`z^{(3)} = a^{(2)} W^{(3)} + b^{(3)}`$ | $`a^{(3)} = \\sigma\\left(z^{(3)}\\right)`$ |\n");
    assertBlock("\\sigma(z) = \\frac{1}{1 + e^{-z}}");
    assertBlock(
        "z_{1}^{(2)} &= x_{1} w_{11}^{(2)} + x_{2} w_{21}^{(2)} + b_{1}^{(2)}",
        "z_{2}^{(2)} &= x_{1} w_{12}^{(2)} + x_{2} w_{22}^{(2)} + b_{2}^{(2)}",
        "z_{1}^{(3)} &= a_{1}^{(2)} w_{11}^{(3)} + a_{2}^{(2)} w_{21}^{(3)} + b_{1}^{(3)}",
        "z_{2}^{(3)} &= a_{1}^{(2)} w_{12}^{(3)} + a_{2}^{(2)} w_{22}^{(3)} + b_{2}^{(3)}");
  }

  @Test
  void theLossIsTheMeanOfTheSquaresOfBothOutputs() {
    assertThat(PAGE).contains("$`n = 2`$ outputs");
    assertBlock(
        "E = \\frac{1}{n} \\sum_{j=1}^{n} \\left(t_{j} - a_{j}^{(3)}\\right)^{2} = E_{1} + E_{2}");
    assertBlock(
        "E_{1} &= \\frac{1}{2} \\left(t_{1} - a_{1}^{(3)}\\right)^{2}",
        "E_{2} &= \\frac{1}{2} \\left(t_{2} - a_{2}^{(3)}\\right)^{2}");
  }

  @Test
  void theMeanIsSaidOnlyWhereItIsTrue() {
    ActivationChoice sigmoid = new ActivationChoice.Named(Activation.SIGMOID);
    LossChoice half = new LossChoice.Named(Loss.HALF_SQUARED_ERROR);
    LossChoice mean = new LossChoice.Named(Loss.MEAN_SQUARED_ERROR);
    String claim = "E = \\frac{1}{n}";
    assertThat(DerivationDocument.of(Networks.plan(new int[] {2, 3}, sigmoid, sigmoid, half)))
        .doesNotContain(claim);
    assertThat(DerivationDocument.of(Networks.plan(new int[] {2, 2}, sigmoid, sigmoid, mean)))
        .contains(claim);
  }

  @Test
  void weightsAndBiasesStandAsTheLectureWritesThem() {
    for (int layer = 2; layer <= 3; layer++) {
      assertThat(PAGE)
          .contains(
              String.format(
                  "W^{(%1$d)} &= \\begin{pmatrix} w_{11}^{(%1$d)} & w_{12}^{(%1$d)} \\\\ w_{21}^{(%1$d)} & w_{22}^{(%1$d)}"
                      + " \\end{pmatrix}, & b^{(%1$d)} &= \\begin{pmatrix} b_{1}^{(%1$d)} & b_{2}^{(%1$d)} \\end{pmatrix}",
                  layer));
    }
  }

  @Test
  void theChainRuleSplitsIntoThreeLocalDerivatives() {
    assertBlock(
        "\\frac{\\partial E}{\\partial W^{(2)}} ="
            + " \\underbrace{\\frac{\\partial E}{\\partial A^{(3)}}}_{\\text{①}}"
            + " \\cdot \\underbrace{\\frac{\\partial A^{(3)}}{\\partial A^{(2)}}}_{\\text{②}}"
            + " \\cdot \\underbrace{\\frac{\\partial A^{(2)}}{\\partial W^{(2)}}}_{\\text{③}}");
    assertThat(PAGE).contains("\n## ① ", "\n## ② ", "\n## ③ ");
    assertThat(LatexSyntax.blocks(section("## ①"))).singleElement().asString().contains("&= a - t");
    assertThat(section("## ②"))
        .contains("= a_{j}^{(3)} \\left(1 - a_{j}^{(3)}\\right) \\cdot w_{ij}^{(3)}\n");
    assertThat(section("## ③"))
        .contains("= a_{j}^{(2)} \\left(1 - a_{j}^{(2)}\\right) \\cdot x_{i} ");
  }

  @Test
  void theSigmoidTakesSevenSteps() {
    assertBlock(
        "\\frac{da}{dz} &= \\frac{d}{dz} \\frac{1}{1 + e^{-z}}",
        "&= \\frac{d}{dz} \\left(1 + e^{-z}\\right)^{-1} && \\text{power form}",
        "&= -\\left(1 + e^{-z}\\right)^{-2} \\cdot \\left(-e^{-z}\\right) && \\text{chain rule}",
        "&= \\frac{e^{-z}}{\\left(1 + e^{-z}\\right)^{2}} && \\text{minus times minus is plus}",
        "&= \\frac{1}{1 + e^{-z}} \\cdot \\frac{e^{-z}}{1 + e^{-z}} && \\text{split the denominator}",
        "&= \\frac{1}{1 + e^{-z}} \\cdot \\frac{\\left(1 + e^{-z}\\right) - 1}{1 + e^{-z}} &&"
            + " \\text{add and subtract one}",
        "&= \\frac{1}{1 + e^{-z}} \\cdot \\left(1 - \\frac{1}{1 + e^{-z}}\\right) && \\text{cancel}",
        "&= a \\left(1 - a\\right) && \\text{put a in}");
  }

  @Test
  void oneWeightIsPutTogether() {
    assertBlock(
        "\\frac{\\partial E_{1}}{\\partial w_{11}^{(3)}} &="
            + " \\frac{\\partial E_{1}}{\\partial a_{1}^{(3)}}"
            + " \\cdot \\frac{\\partial a_{1}^{(3)}}{\\partial z_{1}^{(3)}}"
            + " \\cdot \\frac{\\partial z_{1}^{(3)}}{\\partial w_{11}^{(3)}}",
        "&= \\left(a_{1}^{(3)} - t_{1}\\right)"
            + " \\cdot a_{1}^{(3)} \\left(1 - a_{1}^{(3)}\\right) \\cdot a_{1}^{(2)}");
  }

  @Test
  void allTwelvePartialDerivativesAreWrittenOut() {
    List<String> third = new ArrayList<>();
    List<String> second = new ArrayList<>();
    for (int i = 1; i <= 2; i++) {
      for (int j = 1; j <= 2; j++) {
        third.add(partial("w_{" + i + j + "}^{(3)}", outputDelta(j) + " a_{" + i + "}^{(2)}"));
        second.add(partial("w_{" + i + j + "}^{(2)}", hiddenDelta(j) + " x_{" + i + "}"));
      }
    }
    for (int j = 1; j <= 2; j++) {
      third.add(partial("b_{" + j + "}^{(3)}", outputDelta(j)));
      second.add(partial("b_{" + j + "}^{(2)}", hiddenDelta(j)));
    }
    assertThat(PAGE).contains("\n## All 12 partial derivatives\n");
    assertBlock(third.toArray(String[]::new));
    assertBlock(second.toArray(String[]::new));
  }

  private static String partial(String parameter, String value) {
    return "\\frac{\\partial E}{\\partial " + parameter + "} &= " + value;
  }

  private static String outputDelta(int j) {
    return String.format(OUTPUT_DELTA, j);
  }

  private static String hiddenDelta(int j) {
    return String.format(
        "\\left(%2$s w_{%1$d1}^{(3)} + %3$s w_{%1$d2}^{(3)}\\right)"
            + " a_{%1$d}^{(2)} \\left(1 - a_{%1$d}^{(2)}\\right)",
        j, outputDelta(1), outputDelta(2));
  }

  @Test
  void deltasAndGradientsAreMatrices() {
    String second =
        "\\left(\\delta_{1}^{(3)} w_{%1$d1}^{(3)} + \\delta_{2}^{(3)} w_{%1$d2}^{(3)}\\right)"
            + " a_{%1$d}^{(2)} \\left(1 - a_{%1$d}^{(2)}\\right)";
    assertBlock(
        "\\delta^{(3)} &= \\left(a^{(3)} - t\\right) \\odot a^{(3)} \\odot \\left(1 - a^{(3)}\\right)",
        "&= \\begin{pmatrix} " + outputDelta(1) + " & " + outputDelta(2) + " \\end{pmatrix}",
        "\\delta^{(2)} &= \\left(\\delta^{(3)} \\left(W^{(3)}\\right)^{\\mathsf{T}}\\right)"
            + " \\odot a^{(2)} \\odot \\left(1 - a^{(2)}\\right)",
        "&= \\begin{pmatrix} "
            + String.format(second, 1)
            + " & "
            + String.format(second, 2)
            + " \\end{pmatrix}");
    assertBlock(
        gradient(3, "a^{(2)}", "a_{1}^{(2)}", "a_{2}^{(2)}"),
        gradient(2, "a^{(1)}", "x_{1}", "x_{2}"));
  }

  private static String gradient(int layer, String input, String first, String second) {
    String d1 = "\\delta_{1}^{(" + layer + ")}";
    String d2 = "\\delta_{2}^{(" + layer + ")}";
    return "\\frac{\\partial E}{\\partial W^{("
        + layer
        + ")}} &= "
        + "\\left("
        + input
        + "\\right)^{\\mathsf{T}} \\delta^{("
        + layer
        + ")} = \\begin{pmatrix} "
        + first
        + " "
        + d1
        + " & "
        + first
        + " "
        + d2
        + " \\\\ "
        + second
        + " "
        + d1
        + " & "
        + second
        + " "
        + d2
        + " \\end{pmatrix}, & \\frac{\\partial E}{\\partial b^{("
        + layer
        + ")}} &= \\delta^{("
        + layer
        + ")}";
  }

  @Test
  void theCodesMatricesAreTransposed() {
    assertThat(section("## The same in the generated code"))
        .contains(
            "$`\\mathtt{w2} = \\left(W^{(2)}\\right)^{\\mathsf{T}}`$",
            "\\mathtt{z3} &= \\mathtt{w3} \\, \\mathtt{a2} + \\mathtt{b3}, & \\mathtt{a3} &= \\sigma\\left(\\mathtt{z3}\\right)",
            "\\mathtt{d3} &= \\left(\\mathtt{a3} - \\mathtt{t}\\right) \\odot \\mathtt{a3} \\odot \\left(1 - \\mathtt{a3}\\right)",
            "\\mathtt{d2} &= \\left(\\mathtt{w3}^{\\mathsf{T}} \\, \\mathtt{d3}\\right) \\odot \\mathtt{a2} \\odot \\left(1 - \\mathtt{a2}\\right)",
            "\\mathtt{gw2} &= \\mathtt{d2} \\, \\mathtt{x}^{\\mathsf{T}}, & \\mathtt{gb2} &= \\mathtt{d2}");
  }

  @Test
  void thereAreFourUpdates() {
    List<String> updates = new ArrayList<>();
    for (String parameter : List.of("W^{(2)}", "b^{(2)}", "W^{(3)}", "b^{(3)}")) {
      updates.add(
          parameter
              + " &= "
              + parameter
              + " - \\alpha \\frac{\\partial E}{\\partial "
              + parameter
              + "}");
    }
    assertBlock(updates.toArray(String[]::new));
  }

  @Test
  void theDeltaOfAnOutputCancelsWhatItCan() {
    ActivationChoice sigmoid = new ActivationChoice.Named(Activation.SIGMOID);
    ActivationChoice softmax = new ActivationChoice.Named(Activation.SOFTMAX);
    int[] widths = {2, 2, 2};
    LossChoice binary = new LossChoice.Named(Loss.BINARY_CROSS_ENTROPY);
    assertThat(deltas(DerivationDocument.of(Networks.plan(widths, sigmoid, sigmoid, binary))))
        .endsWith("\n&= a_{j}^{(3)} - t_{j}\n\\end{aligned}");
    LossChoice crossEntropy = new LossChoice.Named(Loss.CROSS_ENTROPY);
    assertThat(deltas(DerivationDocument.of(Networks.plan(widths, sigmoid, softmax, crossEntropy))))
        .endsWith("\n&= a_{i}^{(3)} \\sum_{j} t_{j} - t_{i}\n\\end{aligned}");
  }

  private static String deltas(String page) {
    return LatexSyntax.blocks(section(page, "## The delta of an output")).get(0);
  }

  @Test
  void whatIsWrittenIsWhatIsDerived() {
    Neurons neurons = new Neurons(Networks.LECTURE);
    assertThat(neurons.partials(Networks.LECTURE.last()))
        .allSatisfy(
            partial ->
                assertThat(PAGE)
                    .contains(
                        partial(
                            partial.parameter(),
                            LatexRenderer.FRACTIONS.render(partial.formula()))));
  }

  private static String section(String heading) {
    return section(PAGE, heading);
  }

  private static String section(String page, String heading) {
    int from = page.indexOf("\n" + heading);
    int to = page.indexOf("\n## ", from + 1);
    assertThat(from).as(heading).isPositive();
    return page.substring(from, to < 0 ? page.length() : to);
  }

  /** A block of exactly these lines. */
  private static void assertBlock(String... lines) {
    String content = String.join(" \\\\\n", lines);
    String block =
        lines.length == 1 ? content : "\\begin{aligned}\n" + content + "\n\\end{aligned}";
    assertThat(LatexSyntax.blocks(PAGE)).contains(block);
  }
}
