package io.github.gradsmith.processor.formula.expr;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The engine's answers for the formulas of the toolbox, as a test of the build finds them again
 * each time: a line has the question, the formula and the answer, both as {@link ExprCode}.
 */
final class Answers {
  static final String FILE = "answers.txt";

  private static final Map<String, String> WRITTEN = read();

  private Answers() {}

  /** The answer, if it is written down. */
  static Optional<Expr> written(String question, Expr formula) {
    return Optional.ofNullable(WRITTEN.get(key(question, formula))).map(ExprCode::read);
  }

  static String key(String question, Expr formula) {
    return question + "\t" + ExprCode.write(formula);
  }

  private static Map<String, String> read() {
    Map<String, String> answers = new HashMap<>();
    for (String line : text().split("\n")) {
      int end = line.lastIndexOf('\t');
      if (end >= 0) {
        answers.put(line.substring(0, end), line.substring(end + 1));
      }
    }
    return answers;
  }

  private static String text() {
    try (InputStream file = Answers.class.getResourceAsStream(FILE)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
