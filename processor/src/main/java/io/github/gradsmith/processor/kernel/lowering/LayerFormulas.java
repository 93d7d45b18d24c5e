package io.github.gradsmith.processor.kernel.lowering;

import io.github.gradsmith.processor.formula.expr.Expr;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * The formulas of a layer as the derivation shows them, in LaTeX: with the lecture's letters, where
 * values are rows, and with those of the generated code, where they are columns. Neurons count from
 * 1.
 */
public interface LayerFormulas {
  /**
   * The derivative of z by something that it depends on.
   *
   * @param by what it depends on, such as {@code w_{ij}}
   * @param derivative of {@code z_{j}}
   */
  record Local(String by, String derivative) {}

  /**
   * A derivative of the loss by a parameter.
   *
   * @param parameter its letter
   * @param formula in the letters of deltas and values
   */
  record Partial(String parameter, Expr formula) {}

  /** z of the whole layer: {@code a W + b}. */
  String sums();

  /** The parameters with their entries, a line; none of a layer that learns nothing. */
  Optional<String> parameters();

  /** z of a neuron, in what the layer reads. */
  Expr sum(int neuron);

  /** The derivative of {@code z_{j}} by {@code a_{i}}, which the layer reads. */
  String byInput();

  /** Why it is that: a sentence without its full stop, in Markdown. */
  String whyByInput();

  /** The derivatives of z by what the layer learns. */
  List<Local> byParameters();

  /** Why they are that: a clause; empty if there are none. */
  String whyByParameters();

  /** What reaches number {@code i} of what the layer reads, in its own deltas. */
  Expr errors(int i);

  /** The same for all numbers at once: {@code δ Wᵀ}. */
  String errors();

  /**
   * The derivatives of the loss by all parameters, a line, with or without their entries; none of a
   * layer that learns nothing.
   */
  Optional<String> gradients(boolean withEntries);

  /**
   * The derivatives of the loss by each parameter.
   *
   * @param delta that of a neuron
   */
  List<Partial> partials(IntFunction<Expr> delta);

  /** z in the letters of the code. */
  String sumsInCode();

  /** {@link #errors()} in the letters of the code. */
  String errorsInCode();

  /** {@link #gradients} in the letters of the code. */
  Optional<String> gradientsInCode();
}
