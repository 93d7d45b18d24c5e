package io.github.gradsmith.processor.derivation;

import static io.github.gradsmith.processor.page.Page.inline;
import static io.github.gradsmith.processor.page.Symbols.partial;

import io.github.gradsmith.processor.kernel.lowering.LayerFormulas;
import io.github.gradsmith.processor.kernel.lowering.registry.Lowerings;
import io.github.gradsmith.processor.model.LayerModel;
import io.github.gradsmith.processor.model.LayerName;
import io.github.gradsmith.processor.model.Shape;
import io.github.gradsmith.processor.model.Value;
import io.github.gradsmith.processor.page.Entrywise;
import io.github.gradsmith.processor.page.Page;
import io.github.gradsmith.processor.page.Symbols;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What a graph of layers computes and how deltas go back through it. */
final class GraphSections {
  private final NetworkPlan plan;
  private final ActivationSymbols names;

  GraphSections(NetworkPlan plan) {
    this.plan = plan;
    this.names = new ActivationSymbols(plan);
  }

  /** A row for each layer. */
  void writeNetwork(Page page) {
    page.section("The network");
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("layer", "constant, shape", inline("z"), inline("a")));
    rows.add(
        List.of(
            "1",
            title(plan.model().input().name(), plan.model().input().shape()),
            "",
            inline("a^{(1)} = x")));
    for (LayerPlan layer : plan.layers()) {
      rows.add(row(layer));
    }
    page.table(rows);
    page.formulas(Definitions.of(plan));
  }

  private List<String> row(LayerPlan layer) {
    String sums = formulas(layer).sums(inputs(layer));
    String z = Symbols.of("z", layer.number());
    String a = Symbols.of("a", layer.number());
    return List.of(
        String.valueOf(layer.number()),
        title(layer.model().name(), layer.model().shape()),
        layer.activates() ? inline(z + " = " + sums) : "",
        inline(a + " = " + (layer.activates() ? names.applied(layer, z) : sums)));
  }

  private static String title(LayerName name, Shape shape) {
    return "`" + name.text() + "` " + shape;
  }

  private static LayerFormulas formulas(LayerPlan layer) {
    return Lowerings.of(layer).formulas(layer);
  }

  private List<String> inputs(LayerPlan layer) {
    return layer.model().from().stream().map(value -> letter(value.layer())).toList();
  }

  private static String letter(int number) {
    return number == Value.INPUT ? "x" : Symbols.of("a", number);
  }

  /** The chain rule through layers that read several values, and values that several read. */
  void writeChain(Page page) {
    page.section("The chain rule");
    page.paragraph(
        "The loss depends on the outputs, and each layer on the values that it reads. A value that"
            + " several layers read reaches the loss by way of each of them, so that what comes back"
            + " is a sum: ① is the derivative of the loss by the outputs, ② that of a layer by a value"
            + " that it reads, and ③ that of a layer by what it learns itself.");
    List<String> lines = new ArrayList<>();
    for (LayerPlan layer : backwards()) {
      if (layer != plan.last() && layer.model().value().isLearnt()) {
        lines.add(chain(layer));
      }
    }
    for (LayerPlan layer : plan.learning()) {
      String z = Symbols.of("z", layer.number());
      lines.add(
          partial("E", Symbols.of("W", layer.number()))
              + " &= "
              + partial("E", z)
              + " \\cdot "
              + numbered(partial(z, Symbols.of("W", layer.number())), "③"));
    }
    page.formulas(lines);
  }

  private String chain(LayerPlan layer) {
    String a = Symbols.of("a", layer.number());
    List<String> terms = new ArrayList<>();
    for (LayerModel reader : plan.model().readers(layer.number())) {
      String z = Symbols.of("z", reader.number());
      terms.add(partial("E", z) + " \\cdot " + numbered(partial(z, a), "②"));
    }
    return partial("E", a) + " &= " + String.join(" + ", terms);
  }

  private static String numbered(String derivative, String number) {
    return "\\underbrace{" + derivative + "}_{\\text{" + number + "}}";
  }

  private List<LayerPlan> backwards() {
    List<LayerPlan> layers = new ArrayList<>(plan.layers());
    Collections.reverse(layers);
    return layers;
  }

  /** ② of kinds for which it is more than a factor. */
  void writeKinds(Page page) {
    for (LayerPlan layer : plan.layers()) {
      List<String> lines =
          formulas(layer).derivation(inputs(layer), Symbols.of("\\delta", layer.number()));
      if (!lines.isEmpty()) {
        page.section("② Layer " + layer.number() + ", `" + layer.model().name().text() + "`");
        page.paragraph(
            "Every number of a row enters its mean and its deviation, and by these every result."
                + " The chain rule takes all ways together:");
        page.formulas(lines);
      }
    }
  }

  /** Deltas and gradients of all layers, from the last to the first. */
  void writeDeltas(Page page) {
    page.section("All at once");
    page.paragraph(
        "The delta of a layer is "
            + inline("\\delta = \\frac{\\partial E}{\\partial z}")
            + "; "
            + inline("\\odot")
            + " multiplies entry by entry:");
    List<String> deltas = new ArrayList<>();
    for (LayerPlan layer : backwards()) {
      if (layer == plan.last() || layer.model().value().isLearnt()) {
        deltas.add(delta(layer));
      }
    }
    page.formulas(deltas);
    page.paragraph("The gradients are what came in, times what came back:");
    List<String> gradients = new ArrayList<>();
    for (LayerPlan layer : backwards()) {
      gradients.addAll(
          formulas(layer).gradients(inputs(layer), Symbols.of("\\delta", layer.number())));
    }
    page.formulas(gradients);
  }

  private String delta(LayerPlan layer) {
    int l = layer.number();
    Entrywise letters = new Entrywise(Symbols.of("a", l), Symbols.of("z", l), "t");
    String value =
        layer == plan.last()
            ? letters.output(plan.output().delta())
            : letters.hidden(errors(layer), layer.activation().slope().expression());
    return Symbols.of("\\delta", l) + " &= " + value;
  }

  /** What comes back through all readers. */
  private String errors(LayerPlan value) {
    List<String> terms = new ArrayList<>();
    for (LayerModel model : plan.model().readers(value.number())) {
      LayerPlan reader = plan.layer(model.number());
      for (int use = 0; use < model.from().size(); use++) {
        if (model.from().get(use).layer() == value.number()) {
          terms.add(
              formulas(reader).errors(use, inputs(reader), Symbols.of("\\delta", reader.number())));
        }
      }
    }
    return String.join(" + ", terms);
  }
}
