package io.github.gradsmith.sample.lecture;

import java.util.List;

/**
 * One ∂E/∂w or ∂E/∂b.
 *
 * @param name as the lecture writes it, {@code ∂E/∂w₁₂(3)}
 * @param index where the generated {@code gradient} keeps the same derivative
 * @param formula its formula, in one or two lines
 * @param value the formula's value
 */
record PartialDerivative(String name, int index, List<String> formula, double value) {}
