package io.github.gradsmith.processor.formula.text;

import io.github.gradsmith.processor.formula.expr.Rational;
import java.math.BigDecimal;
import java.util.Locale;

/** Walks over a formula's characters, spaces apart, and reads its numbers and names. */
final class FormulaScanner {
  /** Far beyond double, so that products and powers of its numbers can be read, too. */
  private static final int LARGEST_EXPONENT = 5000;

  private final String text;
  private int position;

  FormulaScanner(String text) {
    this.text = text;
  }

  /** Index of the next character that is no space, or the end. */
  int position() {
    while (position < text.length() && text.charAt(position) == ' ') {
      position++;
    }
    return position;
  }

  boolean isAtEnd() {
    return position() == text.length();
  }

  /** The next character that is no space; 0 at the end. */
  char peek() {
    return at(position());
  }

  private char at(int index) {
    return index < text.length() ? text.charAt(index) : 0;
  }

  boolean accept(char c) {
    if (peek() != c || c == 0) {
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

  FormulaException unexpected(String wanted) {
    char c = peek();
    String found = position == text.length() ? "the formula ends" : "found " + c;
    return new FormulaException(position, "expected " + wanted + ", but " + found);
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

  /** Exactly what is written: {@code 2}, {@code .5}, {@code 1e-3}. */
  Rational number() {
    int start = position;
    skipDigits();
    if (at(position) == '.') {
      position++;
      skipDigits();
    }
    if (text.substring(start, position).equals(".")) {
      throw new FormulaException(start, "a number needs a digit");
    }
    skipExponent();
    String digits = text.substring(start, position);
    BigDecimal value = decimal(digits, start);
    return Rational.of(value);
  }

  private static BigDecimal decimal(String digits, int start) {
    int e = digits.toLowerCase(Locale.ROOT).indexOf('e');
    if (e >= 0
        && Math.abs(new BigDecimal(digits.substring(e + 1)).doubleValue()) > LARGEST_EXPONENT) {
      throw new FormulaException(start, "number with an exponent beyond " + LARGEST_EXPONENT);
    }
    return new BigDecimal(digits);
  }

  private void skipExponent() {
    boolean marked = at(position) == 'e' || at(position) == 'E';
    boolean signed = at(position + 1) == '-' || at(position + 1) == '+';
    int digits = position + (signed ? 2 : 1);
    if (marked && isDigit(at(digits))) {
      position = digits;
      skipDigits();
    }
  }

  private void skipDigits() {
    while (isDigit(at(position))) {
      position++;
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
