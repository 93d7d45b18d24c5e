package io.github.gradsmith.processor.emit;

/**
 * A generated class as text.
 *
 * @param qualifiedName of the class
 * @param text the whole file
 */
public record SourceFile(String qualifiedName, String text) {}
