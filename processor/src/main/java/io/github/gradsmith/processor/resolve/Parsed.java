package io.github.gradsmith.processor.resolve;

import java.io.IOException;
import java.util.Optional;

/**
 * What a file holds, or why that cannot be told.
 *
 * @param content what it holds, if it can be read
 * @param problem what is wrong with it, if it cannot
 */
public record Parsed<T>(Optional<T> content, Optional<IOException> problem) {
  /** A way from bytes to content. */
  @FunctionalInterface
  interface Parser<T> {
    T parse() throws IOException;
  }

  static <T> Parsed<T> by(Parser<T> parser) {
    try {
      return new Parsed<>(Optional.of(parser.parse()), Optional.empty());
    } catch (IOException e) {
      return new Parsed<>(Optional.empty(), Optional.of(e));
    }
  }
}
