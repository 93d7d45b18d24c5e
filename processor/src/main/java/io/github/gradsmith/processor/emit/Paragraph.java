package io.github.gradsmith.processor.emit;

/** A paragraph of the class's Javadoc, set in lines. */
final class Paragraph {
  /** Columns of a Javadoc line after its asterisk. */
  private static final int WIDTH = 97;

  /** Where a line may end: after a space outside of a tag, or within sizes such as 784-30-10. */
  private static final String BREAK = "(?<= )(?![^{}]*})|(?<=\\d-)(?=\\d)";

  private Paragraph() {}

  /** The text in lines as full as they can be. */
  static String wrap(String text) {
    StringBuilder lines = new StringBuilder();
    String line = "";
    for (String piece : text.split(BREAK)) {
      if (!line.isEmpty() && (line + piece).stripTrailing().length() > WIDTH) {
        lines.append(line.stripTrailing()).append('\n');
        line = "";
      }
      line += piece;
    }
    return lines.append(line).toString();
  }
}
