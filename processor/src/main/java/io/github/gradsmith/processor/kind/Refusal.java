package io.github.gradsmith.processor.kind;

/**
 * That a layer does not take the shapes that it reads.
 *
 * @param takes what it takes, such as {@code {rows, columns}}
 * @param cure what to do, as a sentence
 */
public record Refusal(String takes, String cure) {}
