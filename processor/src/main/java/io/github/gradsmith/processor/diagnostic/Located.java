package io.github.gradsmith.processor.diagnostic;

/**
 * A value as written, and where.
 *
 * @param value what is written
 * @param place where it is written; for a default, the annotation
 */
public record Located<T>(T value, Place place) {}
