package io.github.gradsmith.processor.optimizer;

/**
 * A number that an optimizer keeps for every parameter from step to step, 0 at first.
 *
 * @param letter as formulas write it
 * @param name PyTorch's, by which weight files know it
 */
public record StateSlot(String letter, String name) {}
