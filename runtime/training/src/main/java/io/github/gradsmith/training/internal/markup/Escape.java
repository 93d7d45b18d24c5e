package io.github.gradsmith.training.internal.markup;

/** Makes any text one that a page shows and does not obey. */
public final class Escape {
  private static final char REPLACEMENT = '\uFFFD';

  private Escape() {}

  /**
   * The text, for content and for values of attributes. Characters that XML does not know, such as
   * most control characters and halves of pairs, become U+FFFD, and so do those that turn the
   * direction of the text around them.
   */
  public static String text(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      i += Character.charCount(character);
      switch (character) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        case '\n', '\r', '\t' -> safe.append(' ');
        default -> safe.appendCodePoint(isShown(character) ? character : REPLACEMENT);
      }
    }
    return safe.toString();
  }

  /** The text, cut after so many characters. */
  public static String shortened(String text, int most) {
    int length = text.codePointCount(0, text.length());
    return length <= most ? text : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
  }

  private static boolean isShown(int character) {
    return character >= ' '
        && !(character >= 0x7F && character < 0xA0)
        && !(character >= 0xD800 && character < 0xE000)
        && !(character >= 0x202A && character <= 0x202E)
        && !(character >= 0x2066 && character <= 0x2069)
        && !(character >= 0xFDD0 && character <= 0xFDEF)
        && (character & 0xFFFE) != 0xFFFE;
  }
}
