package io.github.gradsmith.processor.emit;

/**
 * A generated file that is no source.
 *
 * @param packageName the package in whose folder of the class output it stands
 * @param name of the file
 * @param text the whole file
 */
public record ResourceFile(String packageName, String name, String text) {}
