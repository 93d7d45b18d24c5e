package io.github.gradsmith.processor.emit;

/** A paragraph of the class's Javadoc, set in lines. */
final class Paragraph {
  /** Columns of a Javadoc line after its asterisk. */
  private static final int WIDTH = 97;

  private Paragraph() {}

  /** The text in lines as full as they can be. */
  static String wrap(String text) {
    StringBuilder lines = new StringBuilder();
    int start = 0;
    int end = 0;
    for (int next = 1; next <= text.length(); next++) {
      if (next == text.length() || mayEnd(text, next)) {
        boolean fits = text.substring(start, next).stripTrailing().length() <= WIDTH;
        if (!fits && end > start) {
          lines.append(text.substring(start, end).stripTrailing()).append('\n');
          start = end;
        }
        end = next;
      }
    }
    return lines.append(text.substring(start)).toString();
  }

  /**
   * Whether a line may end before the character {@code at}: after a space outside of a tag, or
   * within sizes such as 784-30-10.
   */
  private static boolean mayEnd(String text, int at) {
    char before = text.charAt(at - 1);
    return before == ' ' && !isInTag(text, at)
        || before == '-'
            && at > 1
            && Character.isDigit(text.charAt(at - 2))
            && Character.isDigit(text.charAt(at));
  }

  private static boolean isInTag(String text, int at) {
    int opening = text.indexOf('{', at);
    int closing = text.indexOf('}', at);
    return closing >= 0 && (opening < 0 || closing < opening);
  }
}
