package io.github.gradsmith.internal.onnx;

/** Walks over the characters of a formula, spaces apart. */
final class FormulaText {
  private final String text;
  private int position;

  FormulaText(String text) {
    this.text = text;
  }

  /** The next character that is no space; 0 at the end. */
  char peek() {
    while (position < text.length() && text.charAt(position) == ' ') {
      position++;
    }
    return at(position);
  }

  boolean accept(char c) {
    if (peek() != c) {
      return false;
    }
    position++;
    return true;
  }

  void expect(char c) {
    if (!accept(c)) {
      throw unexpected(String.valueOf(c));
    }
  }

  IllegalArgumentException unexpected(String wanted) {
    return new IllegalArgumentException("\"" + text + "\" at " + position + ": expected " + wanted);
  }

  /** A letter, then letters and digits. */
  String name() {
    int start = position;
    while (Character.isLetterOrDigit(at(position))) {
      position++;
    }
    return text.substring(start, position);
  }

  boolean startsNumber() {
    return isDigit(peek()) || peek() == '.';
  }

  /** Such as {@code 2}, {@code 0.5} or {@code 1e-3}. */
  double number() {
    int start = position;
    skipDigits();
    if (at(position) == '.') {
      position++;
      skipDigits();
    }
    boolean signed = at(position + 1) == '-' || at(position + 1) == '+';
    int exponent = position + (signed ? 2 : 1);
    if ((at(position) == 'e' || at(position) == 'E') && isDigit(at(exponent))) {
      position = exponent;
      skipDigits();
    }
    String digits = text.substring(start, position);
    if (digits.equals(".")) {
      throw unexpected("a digit");
    }
    return Double.parseDouble(digits);
  }

  private void skipDigits() {
    while (isDigit(at(position))) {
      position++;
    }
  }

  private char at(int index) {
    return index < text.length() ? text.charAt(index) : 0;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
