package io.github.gradsmith.processor.derivation;

import static io.github.gradsmith.processor.derivation.Page.inline;

import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The same matrices in the letters of the generated code. */
final class CodeSection {
  private final NetworkPlan plan;
  private final ActivationSymbols names;

  private CodeSection(NetworkPlan plan) {
    this.plan = plan;
    this.names = new ActivationSymbols(plan);
  }

  static void write(NetworkPlan plan, Page page) {
    page.section("The same in the generated code");
    page.paragraph(
        "`"
            + plan.model().generatedName()
            + "` "
            + rows(plan)
            + " and takes vectors as columns, so that "
            + inline("\\mathtt{w2} = \\left(W^{(2)}\\right)^{\\mathsf{T}}")
            + ". Its methods compute, from the first line to the last:");
    CodeSection section = new CodeSection(plan);
    List<String> lines = new ArrayList<>();
    plan.layers().forEach(layer -> lines.add(section.forward(layer)));
    for (int l = plan.last().number(); l >= 2; l--) {
      lines.add(section.delta(plan.layers().get(l - 2)));
    }
    plan.layers().forEach(layer -> lines.add(gradient(layer)));
    page.formulas(lines);
  }

  /** Which rows its arrays have: the letter w means the same matrix either way. */
  private static String rows(NetworkPlan plan) {
    String columns =
        plan.layers().stream()
            .filter(LayerPlan::isInputMajor)
            .map(layer -> of("w", layer.number()))
            .map(Page::inline)
            .collect(Collectors.joining(", "));
    return columns.isEmpty()
        ? "keeps a row of weights for each neuron"
        : "keeps a row of weights for each neuron (in "
            + columns
            + " a row for each input, in memory alone)";
  }

  private String forward(LayerPlan layer) {
    int l = layer.number();
    String sums = of("w", l) + " \\, " + input(l) + " + " + of("b", l);
    return of("z", l)
        + " &= "
        + sums
        + ", & "
        + of("a", l)
        + " &= "
        + names.applied(layer, of("z", l));
  }

  private String delta(LayerPlan layer) {
    int l = layer.number();
    Entrywise letters = new Entrywise(of("a", l), of("z", l), "\\mathtt{t}");
    String value =
        l == plan.last().number()
            ? letters.output(plan.output().delta())
            : letters.hidden(
                Entrywise.transposed(of("w", l + 1)) + " \\, " + of("d", l + 1),
                layer.activation().slope().expression());
    return of("d", l) + " &= " + value;
  }

  private static String gradient(LayerPlan layer) {
    int l = layer.number();
    String product = of("d", l) + " \\, " + Entrywise.transposed(input(l));
    return of("gw", l) + " &= " + product + ", & " + of("gb", l) + " &= " + of("d", l);
  }

  private static String input(int layer) {
    return layer == 2 ? "\\mathtt{x}" : of("a", layer - 1);
  }

  private static String of(String letter, int layer) {
    return "\\mathtt{" + letter + layer + "}";
  }
}
