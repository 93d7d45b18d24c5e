/**
 * A formula as an immutable tree: its numbers, functions, order, cost and values. It knows
 * mathematics, not networks.
 */
package io.github.gradsmith.processor.formula.expr;
