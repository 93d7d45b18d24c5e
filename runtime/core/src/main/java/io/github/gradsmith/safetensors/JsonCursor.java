package io.github.gradsmith.safetensors;

import io.github.gradsmith.WeightsException;

/**
 * Reads the little JSON that a header may hold, from left to right: strings, whole numbers and the
 * signs between them. What nests in what is fixed by the callers.
 */
final class JsonCursor {
  private final String text;
  private int position;

  JsonCursor(String text) {
    this.text = text;
  }

  /** Steps over a sign, which must be there. */
  void expect(char sign) throws WeightsException {
    if (!accept(sign)) {
      throw unexpected("'" + sign + "'");
    }
  }

  /** Steps over a sign if it is there. */
  boolean accept(char sign) {
    skipSpace();
    boolean found = position < text.length() && text.charAt(position) == sign;
    if (found) {
      position++;
    }
    return found;
  }

  /** Demands that nothing but white space is left. */
  void expectEnd() throws WeightsException {
    skipSpace();
    if (position < text.length()) {
      throw unexpected("the end");
    }
  }

  /** A whole number without sign, fraction and exponent, at most 2⁶³ − 1. */
  long number() throws WeightsException {
    skipSpace();
    int start = position;
    while (position < text.length() && isDigit(text.charAt(position))) {
      position++;
    }
    String digits = text.substring(start, position);
    position = start;
    if (digits.isEmpty() || digits.length() > 1 && digits.charAt(0) == '0') {
      throw unexpected("a whole number");
    }
    try {
      long value = Long.parseLong(digits);
      position += digits.length();
      return value;
    } catch (NumberFormatException e) {
      throw unexpected("a number below 2^63");
    }
  }

  /** A string, its escapes resolved. */
  String string() throws WeightsException {
    expect('"');
    StringBuilder value = new StringBuilder();
    int start = position;
    while (true) {
      char c = next("'\"'");
      if (c == '"') {
        break;
      }
      if (c < ' ') {
        position--;
        throw unexpected("no control character");
      }
      value.append(c == '\\' ? escaped() : c);
    }
    requirePairs(value, start);
    return value.toString();
  }

  /** An exception that says what should have stood here. */
  WeightsException unexpected(String expected) {
    String found =
        position < text.length() ? "'" + printable(text.charAt(position)) + "'" : "the end";
    return new WeightsException(
        "the header is damaged: expected "
            + expected
            + " at character "
            + position
            + ", found "
            + found);
  }

  private char escaped() throws WeightsException {
    char c = next("an escape");
    switch (c) {
      case '"':
      case '\\':
      case '/':
        return c;
      case 'b':
        return '\b';
      case 'f':
        return '\f';
      case 'n':
        return '\n';
      case 'r':
        return '\r';
      case 't':
        return '\t';
      case 'u':
        return (char) (hexDigit() << 12 | hexDigit() << 8 | hexDigit() << 4 | hexDigit());
      default:
        position--;
        throw unexpected("an escape");
    }
  }

  private int hexDigit() throws WeightsException {
    char c = next("a hexadecimal digit");
    int digit = c < 128 ? Character.digit(c, 16) : -1;
    if (digit < 0) {
      position--;
      throw unexpected("a hexadecimal digit");
    }
    return digit;
  }

  private char next(String expected) throws WeightsException {
    if (position >= text.length()) {
      throw unexpected(expected);
    }
    return text.charAt(position++);
  }

  /** Escapes can spell half a surrogate pair, which is no character. */
  private static void requirePairs(CharSequence value, int start) throws WeightsException {
    for (int i = 0; i < value.length(); i++) {
      if (Character.isHighSurrogate(value.charAt(i))
          && i + 1 < value.length()
          && Character.isLowSurrogate(value.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(value.charAt(i))) {
        throw new WeightsException(
            "the header is damaged: half a surrogate pair in the string at character " + start);
      }
    }
  }

  private void skipSpace() {
    while (position < text.length() && " \t\n\r".indexOf(text.charAt(position)) >= 0) {
      position++;
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static String printable(char c) {
    return c > ' ' && c < 127 ? String.valueOf(c) : "U+" + Integer.toHexString(c);
  }
}
