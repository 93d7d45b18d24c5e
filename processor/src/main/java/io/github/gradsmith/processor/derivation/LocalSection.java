package io.github.gradsmith.processor.derivation;

import static io.github.gradsmith.processor.page.Page.inline;
import static io.github.gradsmith.processor.page.Symbols.partial;

import io.github.gradsmith.processor.activation.ElementwiseFormula;
import io.github.gradsmith.processor.activation.Softmax;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.render.LatexRenderer;
import io.github.gradsmith.processor.kernel.lowering.dense.DenseFormulas;
import io.github.gradsmith.processor.loss.LossFormula;
import io.github.gradsmith.processor.page.Page;
import io.github.gradsmith.processor.page.Symbols;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The local derivatives, each derived. */
final class LocalSection {
  private final NetworkPlan plan;
  private final LossFormula loss;
  private final LocalNumbers numbers;
  private final ActivationSymbols names;

  private LocalSection(NetworkPlan plan, LossFormula loss) {
    this.plan = plan;
    this.loss = loss;
    this.numbers = new LocalNumbers(plan);
    this.names = new ActivationSymbols(plan);
  }

  static void write(NetworkPlan plan, LossFormula loss, Page page) {
    LocalSection section = new LocalSection(plan, loss);
    section.writeLoss(page);
    section.writeActivations(page);
    section.writeLayers(page);
    section.writeWeights(page);
  }

  /** Of a graph: the loss by the outputs, and the activations. */
  static void writeOutput(NetworkPlan plan, LossFormula loss, Page page) {
    LocalSection section = new LocalSection(plan, loss);
    section.writeLoss(page);
    section.writeActivations(page);
  }

  private void writeLoss(Page page) {
    page.section(numbers.loss() + " The loss by the outputs");
    page.paragraph(
        "An output "
            + inline("a")
            + " enters no term of the loss but its own, where it meets its target "
            + inline("t")
            + ":");
    page.formulas(lossSlope(loss).lines());
  }

  /** ∂E/∂a of one output. */
  static Calculation lossSlope(LossFormula loss) {
    return Differentiation.of(partial("E_{j}", "a"), loss.term(), "a")
        .shortened()
        .then(new Step(loss.gradient(), "simplified"));
  }

  private void writeActivations(Page page) {
    page.section("The activation's derivative, for " + numbers.behindZ());
    for (LayerPlan layer : names.distinct()) {
      if (layer.activation() instanceof ElementwiseFormula elementwise) {
        page.paragraph(inline("a = " + names.applied(layer, "z")) + " by its weighted sum:");
        page.formulas(ActivationSlope.of(elementwise).lines());
      } else {
        writeSoftmax((Softmax) layer.activation(), page);
      }
    }
  }

  private void writeSoftmax(Softmax softmax, Page page) {
    page.paragraph(
        (softmax.isLogarithm() ? "The logarithm of softmax" : "Softmax")
            + " couples the outputs: each "
            + inline("z")
            + " enters every output by way of the common sum. With "
            + inline("r")
            + " for what the other neurons add to that sum, the neuron's own output is "
            + inline("a = " + LatexRenderer.FRACTIONS.render(softmax.value()))
            + ", and by its own "
            + inline("z"));
    page.formulas(SoftmaxSlope.own(softmax).lines());
    page.paragraph(
        "The output of another neuron, whose exponential is "
            + inline("u")
            + ", is "
            + inline("b = " + LatexRenderer.FRACTIONS.render(softmax.crossValue()))
            + ", and by the same "
            + inline("z"));
    page.formulas(SoftmaxSlope.cross(softmax).lines());
  }

  private void writeLayers(Page page) {
    if (!numbers.hasHidden()) {
      return;
    }
    page.section(numbers.layer() + " A layer by the layer before");
    page.paragraph(reasons(plan.layers().stream().skip(1), DenseFormulas::whyByInput) + ", so:");
    List<String> lines = new ArrayList<>();
    for (int l = plan.last().number(); l > 2; l--) {
      LayerPlan layer = plan.layers().get(l - 2);
      String weight = new DenseFormulas(layer).byInput();
      boolean couples = layer.activation() instanceof Softmax;
      lines.add(local(layer, Symbols.of("a", l - 1, "i"), weight, couples ? "\\sum_{j} " : ""));
    }
    page.formulas(lines);
  }

  /** What the kinds of {@code layers} say, each once. */
  private static String reasons(Stream<LayerPlan> layers, Function<DenseFormulas, String> why) {
    return layers
        .map(layer -> why.apply(new DenseFormulas(layer)))
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private void writeWeights(Page page) {
    page.section(numbers.weights() + " A layer by its own weights");
    page.paragraph(
        "There " + reasons(plan.learning().stream(), DenseFormulas::whyByParameters) + ":");
    List<String> lines = new ArrayList<>();
    for (int l = plan.last().number(); l >= 2; l--) {
      LayerPlan layer = plan.layers().get(l - 2);
      for (DenseFormulas.Local local : new DenseFormulas(layer).byParameters()) {
        lines.add(local(layer, local.by(), local.derivative(), ""));
      }
    }
    page.formulas(lines);
  }

  /**
   * ∂a/∂x = ∂a/∂z · ∂z/∂x, with both derivatives put in; what acts on a by way of every z takes a
   * sum.
   */
  private static String local(LayerPlan layer, String x, String slopeOfSum, String sum) {
    boolean couples = layer.activation() instanceof Softmax;
    String a = Symbols.of("a", layer.number(), couples ? "k" : "j");
    String z = Symbols.of("z", layer.number(), "j");
    Expr slope =
        couples
            ? Expr.variable(partial(a, z))
            : Neurons.at(layer.activation().slope().expression(), layer, "j");
    return partial(a, x)
        + " &= "
        + sum
        + partial(a, z)
        + " \\cdot "
        + partial(z, x)
        + " = "
        + sum
        + LatexRenderer.FRACTIONS.dotted(List.of(slope, Expr.variable(slopeOfSum)));
  }
}
