package io.github.gradsmith.processor;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;

/**
 * What a fixture expects of the processor, from a comment such as {@code // expect: error GS014
 * line 7 column 26: Layer 2 has 0 neurons}.
 *
 * @param ecjLine where ecj differs: it marks the annotation for an entry of an array, the enum for
 *     a constant, and no record
 */
record Expectation(
    Diagnostic.Kind kind, String code, long line, long ecjLine, long column, String text) {
  private static final Pattern COMMENT =
      Pattern.compile(
          "// expect: (error|warning|note) (GS\\d{3}) line (\\d+)(?: \\(ecj (\\d+)\\))? column (\\d+):"
              + " (.+)");

  /** All expectations of a fixture, in order. */
  static List<Expectation> of(Path fixture) {
    return Sources.lines(fixture).stream()
        .filter(line -> line.startsWith("// expect:"))
        .map(Expectation::parse)
        .toList();
  }

  private static Expectation parse(String comment) {
    Matcher matcher = COMMENT.matcher(comment);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(comment);
    }
    return new Expectation(
        Diagnostic.Kind.valueOf(matcher.group(1).toUpperCase(Locale.ROOT)),
        matcher.group(2),
        Long.parseLong(matcher.group(3)),
        Long.parseLong(matcher.group(4) == null ? matcher.group(3) : matcher.group(4)),
        Long.parseLong(matcher.group(5)),
        matcher.group(6));
  }
}
