package io.github.gradsmith.sample.benchmarks.program;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line that a program prints: {@code 784-30-10 train-10 4.123}.
 *
 * @param size layers of the network
 * @param task what was timed
 * @param microseconds microseconds a sample
 */
record ProgramOutput(String size, String task, double microseconds) {
  private static final Pattern LINE =
      Pattern.compile("(\\d+(?:-\\d+)+) ([a-z]+(?:-\\d+)?) (\\d+(?:\\.\\d+)?)");

  /** All lines of an output, each of which must be one of these. */
  static List<ProgramOutput> parse(String text) {
    return text.lines().map(ProgramOutput::parseLine).toList();
  }

  private static ProgramOutput parseLine(String line) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "expected \"size task microseconds\", but the program printed \"" + line + "\"");
    }
    return new ProgramOutput(
        matcher.group(1), matcher.group(2), Double.parseDouble(matcher.group(3)));
  }
}
