package io.github.gradsmith.processor.derivation;

import static io.github.gradsmith.processor.page.Page.inline;
import static io.github.gradsmith.processor.page.Symbols.inCode;

import io.github.gradsmith.processor.kernel.lowering.dense.DenseFormulas;
import io.github.gradsmith.processor.page.Entrywise;
import io.github.gradsmith.processor.page.Page;
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
    plan.layers().stream()
        .flatMap(layer -> new DenseFormulas(layer).gradientsInCode().stream())
        .forEach(lines::add);
    page.formulas(lines);
  }

  /** Which rows its arrays have: the letter w means the same matrix either way. */
  private static String rows(NetworkPlan plan) {
    String columns =
        plan.layers().stream()
            .filter(LayerPlan::isInputMajor)
            .map(layer -> inCode("w", layer.number()))
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
    return inCode("z", l)
        + " &= "
        + new DenseFormulas(layer).sumsInCode()
        + ", & "
        + inCode("a", l)
        + " &= "
        + names.applied(layer, inCode("z", l));
  }

  private String delta(LayerPlan layer) {
    int l = layer.number();
    Entrywise letters = new Entrywise(inCode("a", l), inCode("z", l), "\\mathtt{t}");
    return inCode("d", l)
        + " &= "
        + (l == plan.last().number()
            ? letters.output(plan.output().delta())
            : hidden(layer, letters));
  }

  private String hidden(LayerPlan layer, Entrywise letters) {
    LayerPlan reader = plan.reader(layer);
    return letters.hidden(
        new DenseFormulas(reader).errorsInCode(), layer.activation().slope().expression());
  }
}
