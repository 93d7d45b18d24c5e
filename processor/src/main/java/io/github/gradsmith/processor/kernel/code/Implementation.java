package io.github.gradsmith.processor.kernel.code;

/**
 * The class that implements a network, before it is written.
 *
 * @param fragments its fields and methods
 * @param longestMethodBytes an estimate of its longest bytecode
 */
public record Implementation(ClassParts fragments, int longestMethodBytes) {}
