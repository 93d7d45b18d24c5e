package io.github.gradsmith.processor.derivation;

import static io.github.gradsmith.processor.page.Page.inline;

import io.github.gradsmith.processor.formula.render.LatexRenderer;
import io.github.gradsmith.processor.kernel.lowering.dense.DenseFormulas;
import io.github.gradsmith.processor.page.Entrywise;
import io.github.gradsmith.processor.page.Matrix;
import io.github.gradsmith.processor.page.Page;
import io.github.gradsmith.processor.page.Symbols;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Deltas and gradients of whole layers, as the lecture writes them. */
final class MatrixSection {
  private static final LatexRenderer LATEX = LatexRenderer.FRACTIONS;

  private final NetworkPlan plan;
  private final Neurons neurons;
  private final boolean isSmall;

  private MatrixSection(NetworkPlan plan) {
    this.plan = plan;
    this.neurons = new Neurons(plan);
    this.isSmall = DerivationDocument.isSmall(plan);
  }

  static void write(NetworkPlan plan, Page page) {
    new MatrixSection(plan).write(page);
  }

  private void write(Page page) {
    List<LayerPlan> backwards = new ArrayList<>(plan.layers());
    Collections.reverse(backwards);
    page.section("All at once: matrices");
    page.paragraph(
        "The deltas of a layer follow from those of the layer after it, which its weights carry"
            + " back; "
            + inline("\\odot")
            + " multiplies entry by entry, a power and a fraction are taken entry by entry:");
    page.formulas(backwards.stream().flatMap(this::delta).toList());
    page.paragraph("The gradients are what came in, times what came back:");
    page.formulas(
        backwards.stream()
            .flatMap(layer -> new DenseFormulas(layer).gradients(isSmall).stream())
            .toList());
  }

  private Stream<String> delta(LayerPlan layer) {
    int l = layer.number();
    Entrywise letters = new Entrywise(Symbols.of("a", l), Symbols.of("z", l), "t");
    String whole =
        l == plan.last().number()
            ? letters.output(plan.output().delta())
            : letters.hidden(
                new DenseFormulas(plan.reader(layer)).errors(),
                layer.activation().slope().expression());
    String line = Symbols.of("\\delta", l) + " &= " + whole;
    String entries = Matrix.row(layer.outputs(), j -> LATEX.render(neurons.delta(layer, j)));
    return isSmall ? Stream.of(line, "&= " + entries) : Stream.of(line);
  }
}
