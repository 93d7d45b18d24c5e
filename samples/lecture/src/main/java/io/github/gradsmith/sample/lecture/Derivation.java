package io.github.gradsmith.sample.lecture;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;

/**
 * Prints the page that the processor wrote beside the class of {@link LectureNet}, because the
 * build passes {@code -Agradsmith.derivation=true}.
 */
final class Derivation {
  private static final String PAGE = "LectureNet.derivation.md";

  private final PrintStream out;

  Derivation(PrintStream out) {
    this.out = out;
  }

  void print() {
    try (InputStream page = LectureNet.class.getResourceAsStream(PAGE)) {
      page.transferTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
