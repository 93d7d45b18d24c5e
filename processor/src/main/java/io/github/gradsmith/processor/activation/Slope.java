package io.github.gradsmith.processor.activation;

import io.github.gradsmith.processor.formula.expr.Expr;

/**
 * The derivative of an output by its own weighted sum.
 *
 * @param expression in the variable {@code a} or {@code z}, or constant
 * @param inOutput whether the output {@code a} is all it needs; otherwise it is in {@code z}
 */
public record Slope(Expr expression, boolean inOutput) {}
