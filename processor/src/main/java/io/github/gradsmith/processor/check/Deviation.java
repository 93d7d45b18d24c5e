package io.github.gradsmith.processor.check;

import java.util.Map;

/**
 * Where generated code would compute a formula wrongly.
 *
 * @param point the value of each variable, nearest to 1 or −1
 * @param found what the code computes there; NaN and infinities are possible
 * @param expected the formula's value
 * @param further at how many more points it is wrong
 * @param tried at how many points it was tried
 */
public record Deviation(
    Map<String, Double> point, double found, double expected, int further, int tried) {}
