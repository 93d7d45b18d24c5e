package io.github.gradsmith.processor.emit;

import com.palantir.javapoet.JavaFile;
import java.util.List;

/** The text of a generated file as a person would set it: JavaPoet spreads it over more lines. */
final class Layout {
  private static final String OPENING = "/**";
  private static final String LINE = " * ";
  private static final String CLOSING = " */";
  private static final List<List<String>> FIELDS =
      List.of(
          List.of("private final ", "private long "),
          List.of("private static final int ", "private static final WeightLayout "));

  private final List<String> lines;
  private final StringBuilder text;

  private Layout(String spread) {
    this.lines = List.of(spread.split("\n", -1));
    this.text = new StringBuilder(spread.length());
  }

  static String text(JavaFile file) {
    return set(file.toString());
  }

  /** Puts Javadoc of one line on one line, and fields of one line below one another. */
  static String set(String spread) {
    Layout layout = new Layout(spread);
    for (int at = 0; at < layout.lines.size(); at++) {
      at = layout.addLine(at);
    }
    layout.text.setLength(layout.text.length() - 1);
    return layout.text.toString();
  }

  /** Adds the line {@code at} and those that go with it; returns the last of these. */
  private int addLine(int at) {
    String line = lines.get(at);
    if (line.endsWith(OPENING) && isJavadocOfOneLine(at)) {
      String words = line(at + 1).substring(indent(line).length() + LINE.length());
      text.append(line).append(' ').append(words).append(CLOSING).append('\n');
      return at + 2;
    }
    text.append(line).append('\n');
    return line(at + 1).isEmpty() && areFields(line, line(at + 2)) ? at + 1 : at;
  }

  private boolean isJavadocOfOneLine(int at) {
    String indent = indent(lines.get(at));
    return lines.get(at).equals(indent + OPENING)
        && line(at + 1).startsWith(indent + LINE)
        && !line(at + 1).startsWith("@", indent.length() + LINE.length())
        && line(at + 2).equals(indent + CLOSING);
  }

  private static boolean areFields(String line, String next) {
    String indent = indent(line);
    return !indent.isEmpty()
        && line.endsWith(";")
        && FIELDS.stream()
            .anyMatch(kinds -> isOne(kinds, line, indent) && isOne(kinds, next, indent));
  }

  private static boolean isOne(List<String> kinds, String line, String indent) {
    return kinds.stream().anyMatch(kind -> line.startsWith(indent + kind));
  }

  private String line(int at) {
    return at < lines.size() ? lines.get(at) : "";
  }

  private static String indent(String line) {
    int end = 0;
    while (end < line.length() && line.charAt(end) == ' ') {
      end++;
    }
    return line.substring(0, end);
  }
}
