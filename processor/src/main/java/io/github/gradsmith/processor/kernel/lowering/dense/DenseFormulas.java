package io.github.gradsmith.processor.kernel.lowering.dense;

import static io.github.gradsmith.processor.page.Page.inline;
import static io.github.gradsmith.processor.page.Symbols.partial;

import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.kernel.lowering.LayerFormulas;
import io.github.gradsmith.processor.page.Entrywise;
import io.github.gradsmith.processor.page.Matrix;
import io.github.gradsmith.processor.page.Symbols;
import io.github.gradsmith.processor.plan.LayerPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * z = a W + b, and what follows from it.
 *
 * @param layer whose formulas they are
 */
public record DenseFormulas(LayerPlan layer) implements LayerFormulas {
  /**
   * The derivative of z by something that it depends on.
   *
   * @param by what it depends on, such as {@code w_{ij}}
   * @param derivative of {@code z_{j}}
   */
  public record Local(String by, String derivative) {}

  /**
   * A derivative of the loss by a parameter.
   *
   * @param parameter its letter
   * @param formula in the letters of deltas and values
   */
  public record Partial(String parameter, Expr formula) {}

  @Override
  public String sums(List<String> inputs) {
    String product = inputs.get(0) + " " + Symbols.of("W", l());
    return layer.lacksBiases() ? product : product + " + " + Symbols.of("b", l());
  }

  @Override
  public String errors(int use, List<String> inputs, String delta) {
    return delta + " " + Entrywise.transposed(Symbols.of("W", l()));
  }

  /** Over the last dimension alone: the steps of a sample are rows of a matrix. */
  @Override
  public List<String> gradients(List<String> inputs, String delta) {
    List<String> lines = new ArrayList<>();
    lines.add(
        partial("E", Symbols.of("W", l()))
            + " &= "
            + Entrywise.transposed(inputs.get(0))
            + " "
            + delta);
    if (!layer.lacksBiases()) {
      lines.add(partial("E", Symbols.of("b", l())) + " &= \\sum_{t} " + delta + "_{t}");
    }
    return lines;
  }

  private int l() {
    return layer.number();
  }

  private String delta() {
    return Symbols.of("\\delta", l());
  }

  /** z of the whole layer: {@code a W + b}. */
  public String sums() {
    return Symbols.of("a", l() - 1) + " " + Symbols.of("W", l()) + " + " + Symbols.of("b", l());
  }

  /** The parameters with their entries, a line. */
  public Optional<String> parameters() {
    String w = Matrix.of(layer.inputs(), layer.outputs(), (i, j) -> Symbols.weight(l(), i, j));
    String b = Matrix.row(layer.outputs(), j -> Symbols.of("b", l(), j));
    return Optional.of(
        Symbols.of("W", l()) + " &= " + w + ", & " + Symbols.of("b", l()) + " &= " + b);
  }

  /** z of a neuron, in what the layer reads. */
  public Expr sum(int neuron) {
    List<Expr> terms = new ArrayList<>();
    for (int i = 1; i <= layer.inputs(); i++) {
      terms.add(Expr.product(input(i), weight(i, neuron)));
    }
    terms.add(Expr.variable(Symbols.of("b", l(), neuron)));
    return Expr.sum(terms);
  }

  /** The derivative of {@code z_{j}} by {@code a_{i}}, which the layer reads. */
  public String byInput() {
    return Symbols.weight(l(), "i", "j");
  }

  /** Why {@link #byInput} is that: a sentence without its full stop, in Markdown. */
  public String whyByInput() {
    return "In "
        + inline("z_{j} = \\sum_{i} a_{i} w_{ij} + b_{j}")
        + " the factor of "
        + inline("a_{i}")
        + " is the weight";
  }

  /** Why {@link #byParameters} are that: a clause. */
  public String whyByParameters() {
    return "the factor of the weight is the input, and that of the bias is 1";
  }

  /** The derivatives of z by what the layer learns. */
  public List<Local> byParameters() {
    return List.of(
        new Local(Symbols.weight(l(), "i", "j"), Symbols.input(l(), "i")),
        new Local(Symbols.of("b", l(), "j"), "1"));
  }

  /** What reaches number {@code i} of what the layer reads, in its own deltas. */
  public Expr errors(int i) {
    return Expr.sum(
        neurons()
            .mapToObj(k -> Expr.product(Expr.variable(Symbols.of("\\delta", l(), k)), weight(i, k)))
            .toList());
  }

  /** The same for all numbers at once: {@code δ Wᵀ}. */
  public String errors() {
    return delta() + " " + Entrywise.transposed(Symbols.of("W", l()));
  }

  /** The derivatives of the loss by all parameters, a line, with or without their entries. */
  public Optional<String> gradients(boolean withEntries) {
    String product = Entrywise.transposed(Symbols.of("a", l() - 1)) + " " + delta();
    String entries =
        Matrix.of(
            layer.inputs(),
            layer.outputs(),
            (i, j) -> Symbols.input(l(), i) + " " + Symbols.of("\\delta", l(), j));
    return Optional.of(
        partial("E", Symbols.of("W", l()))
            + " &= "
            + product
            + (withEntries ? " = " + entries : "")
            + ", & "
            + partial("E", Symbols.of("b", l()))
            + " &= "
            + delta());
  }

  /** The derivatives of the loss by the weights, row by row, then by the biases. */
  public List<Partial> partials(IntFunction<Expr> delta) {
    List<Partial> partials = new ArrayList<>();
    for (int i = 1; i <= layer.inputs(); i++) {
      for (int j = 1; j <= layer.outputs(); j++) {
        Expr formula = Expr.product(delta.apply(j), input(i));
        partials.add(new Partial(Symbols.weight(l(), i, j), formula));
      }
    }
    neurons().forEach(j -> partials.add(new Partial(Symbols.of("b", l(), j), delta.apply(j))));
    return partials;
  }

  /** z in the letters of the code. */
  public String sumsInCode() {
    return inCode("w") + " \\, " + inputInCode() + " + " + inCode("b");
  }

  /** {@link #errors()} in the letters of the code. */
  public String errorsInCode() {
    return Entrywise.transposed(inCode("w")) + " \\, " + inCode("d");
  }

  /** {@link #gradients(boolean)} in the letters of the code. */
  public Optional<String> gradientsInCode() {
    String product = inCode("d") + " \\, " + Entrywise.transposed(inputInCode());
    return Optional.of(
        inCode("gw") + " &= " + product + ", & " + inCode("gb") + " &= " + inCode("d"));
  }

  private String inCode(String letter) {
    return Symbols.inCode(letter, l());
  }

  private String inputInCode() {
    return Symbols.inputInCode(l());
  }

  private IntStream neurons() {
    return IntStream.rangeClosed(1, layer.outputs());
  }

  private Expr input(int i) {
    return Expr.variable(Symbols.input(l(), i));
  }

  private Expr weight(int i, int j) {
    return Expr.variable(Symbols.weight(l(), i, j));
  }
}
