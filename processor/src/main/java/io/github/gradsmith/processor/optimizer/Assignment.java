package io.github.gradsmith.processor.optimizer;

import io.github.gradsmith.processor.formula.expr.Expr;

/**
 * One line of an update rule: {@code target = value}.
 *
 * @param target the letter that takes the value
 * @param value in the letters of the rule; the target's own stands for its old value
 */
public record Assignment(String target, Expr value) {}
