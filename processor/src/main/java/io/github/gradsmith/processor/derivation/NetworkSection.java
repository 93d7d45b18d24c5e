package io.github.gradsmith.processor.derivation;

import static io.github.gradsmith.processor.page.Page.inline;

import io.github.gradsmith.processor.formula.render.LatexRenderer;
import io.github.gradsmith.processor.kernel.lowering.dense.DenseFormulas;
import io.github.gradsmith.processor.page.Page;
import io.github.gradsmith.processor.page.Symbols;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the network computes: z and a of every layer, weights and biases. */
final class NetworkSection {
  /** Layers whose matrices are shown; more of them look alike. */
  private static final int SHOWN_LAYERS = 4;

  private final NetworkPlan plan;
  private final ActivationSymbols names;

  private NetworkSection(NetworkPlan plan) {
    this.plan = plan;
    this.names = new ActivationSymbols(plan);
  }

  static void write(NetworkPlan plan, Page page) {
    new NetworkSection(plan).write(page);
  }

  private void write(Page page) {
    page.section("The network").table(table());
    page.formulas(Definitions.of(plan));
    page.paragraph(
        "Row "
            + inline("i")
            + " of a matrix "
            + inline("W")
            + " holds the weights that leave neuron "
            + inline("i")
            + " of the layer before, column "
            + inline("j")
            + " those that reach neuron "
            + inline("j")
            + ":");
    page.formulas(
        plan.layers().stream()
            .limit(SHOWN_LAYERS)
            .flatMap(layer -> new DenseFormulas(layer).parameters().stream())
            .toList());
    if (DerivationDocument.isSmall(plan)) {
      page.paragraph("Neuron by neuron, the weighted sums are:");
      page.formulas(sums());
    }
  }

  private List<List<String>> table() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("layer", "neurons", inline("z"), inline("a")));
    rows.add(
        List.of("1", String.valueOf(plan.model().input().numbers()), "", inline("a^{(1)} = x")));
    for (LayerPlan layer : plan.layers()) {
      int number = layer.number();
      String z = Symbols.of("z", number);
      String sums = z + " = " + new DenseFormulas(layer).sums();
      String a = Symbols.of("a", number) + " = " + names.applied(layer, z);
      rows.add(
          List.of(
              String.valueOf(number), String.valueOf(layer.outputs()), inline(sums), inline(a)));
    }
    return rows;
  }

  private List<String> sums() {
    return plan.layers().stream()
        .flatMap(
            layer ->
                Neurons.neurons(layer)
                    .mapToObj(
                        j ->
                            Symbols.of("z", layer.number(), j)
                                + " &= "
                                + LatexRenderer.FRACTIONS.render(new DenseFormulas(layer).sum(j))))
        .toList();
  }

  /** {@code 2-2-2}. */
  static String sizes(NetworkPlan plan) {
    return IntStream.concat(
            IntStream.of(plan.model().input().numbers()),
            plan.layers().stream().mapToInt(LayerPlan::outputs))
        .mapToObj(String::valueOf)
        .collect(Collectors.joining("-"));
  }
}
