package io.github.gradsmith.processor.emit;

import java.nio.charset.StandardCharsets;

/**
 * A generated file that is no source.
 *
 * @param packageName the package in whose folder of the class output it stands
 * @param name of the file
 * @param content the whole file
 */
public record ResourceFile(String packageName, String name, byte[] content) {
  /** A text in UTF-8. */
  public static ResourceFile ofText(String packageName, String name, String text) {
    return new ResourceFile(packageName, name, text.getBytes(StandardCharsets.UTF_8));
  }
}
