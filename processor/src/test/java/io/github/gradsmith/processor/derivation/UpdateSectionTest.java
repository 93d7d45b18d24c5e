package io.github.gradsmith.processor.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.processor.model.OptimizerChoice;
import io.github.gradsmith.processor.page.Page;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UpdateSectionTest {
  private static String section(OptimizerChoice optimizer) {
    Page page = new Page();
    UpdateSection.write(Networks.lecture(optimizer), page);
    return page.toString();
  }

  @Test
  void momentumIsKeptForEachParameter() {
    String section = section(new OptimizerChoice.Sgd(0.9, false, 0));
    assertThat(section)
        .contains("`SGD`", "$`\\mu = 0.9`$", "keeps $`m`$ for each of them, 0 at first.");
    assertThat(LatexSyntax.blocks(section))
        .containsExactly(aligned("m &= \\mu m + g", "w &= w - \\alpha m"));
  }

  @Test
  void whatAllParametersShareComesFirst() {
    String section = section(new OptimizerChoice.Adam(0.9, 0.999, 1e-8));
    assertThat(section).contains("$`\\varepsilon = 0.00000001`$", "keeps $`m`$ and $`v`$ for");
    List<String> blocks = LatexSyntax.blocks(section);
    assertThat(blocks).hasSize(2);
    assertThat(blocks.get(0))
        .startsWith("\\begin{aligned}\nu &= \\sqrt{1 - \\beta_{2}^{k}} \\\\\n");
    assertThat(blocks.get(1))
        .contains(
            "m &= \\beta_{1} m + \\left(1 - \\beta_{1}\\right) g \\\\\n",
            "v &= \\beta_{2} v + \\left(1 - \\beta_{2}\\right) g^{2} \\\\\n",
            "w &= w - \\frac{c m}{\\sqrt{v} + e}\n");
  }

  @Test
  void theLearningRateGivesWayToAnAlphaOfTheRule() {
    String section = section(new OptimizerChoice.RmsProp(0.99, 1e-8));
    assertThat(section).contains("the learning rate $`r`$, $`\\alpha = 0.99`$");
    assertThat(LatexSyntax.blocks(section))
        .containsExactly(
            aligned(
                "v &= \\alpha v + \\left(1 - \\alpha\\right) g^{2}",
                "w &= w - \\frac{r g}{\\sqrt{v} + \\varepsilon}"));
  }

  @ParameterizedTest
  @MethodSource
  void everyRuleIsWrittenInLatex(OptimizerChoice optimizer) {
    String page = DerivationDocument.of(Networks.lecture(optimizer));
    LatexSyntax.check(page);
    assertThat(page.substring(page.indexOf("## The update"))).matches("\\A\\p{ASCII}+\\z");
  }

  static Stream<OptimizerChoice> everyRuleIsWrittenInLatex() {
    return Stream.of(
        new OptimizerChoice.Sgd(0, false, 0),
        new OptimizerChoice.Sgd(0, false, 0.01),
        new OptimizerChoice.Sgd(0.9, true, 0.01),
        new OptimizerChoice.RmsProp(0.99, 1e-8),
        new OptimizerChoice.Adam(0.9, 0.999, 1e-8),
        new OptimizerChoice.AdamW(0.9, 0.999, 1e-8, 0.01),
        new OptimizerChoice.Adagrad(1e-10));
  }

  private static String aligned(String... lines) {
    return "\\begin{aligned}\n" + String.join(" \\\\\n", lines) + "\n\\end{aligned}";
  }
}
