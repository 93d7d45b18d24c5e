package io.github.gradsmith.npz;

import io.github.gradsmith.WeightsException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the part of Python's literals that headers of arrays are written in, by Python 2 as well:
 * dictionaries as {@link Map}, tuples and lists as {@link List}, texts in quotes of either kind as
 * {@link String}, whole numbers as {@link Long}, truth values as {@link Boolean}.
 */
final class PythonLiteral {
  private static final int DEEPEST = 32;

  private final String text;
  private int position;
  private int depth;

  private PythonLiteral(String text) {
    this.text = text;
  }

  /**
   * The value that a text spells.
   *
   * @throws WeightsException if it is of another form; the message follows the name of its array
   */
  static Object parse(String text) throws WeightsException {
    PythonLiteral literal = new PythonLiteral(text);
    Object value = literal.value();
    literal.skipSpace();
    if (literal.position < text.length()) {
      throw literal.unreadable();
    }
    return value;
  }

  private Object value() throws WeightsException {
    skipSpace();
    char c = peek();
    if (c == '{') {
      return dictionary();
    }
    if (c == '(' || c == '[') {
      return list(c == '(' ? ')' : ']');
    }
    if (isQuote(c) || c == 'u' && isQuote(peek(1))) {
      return string();
    }
    if (c == '-' || c == '+' || isDigit(c)) {
      return number();
    }
    if (acceptWord("True")) {
      return true;
    }
    if (acceptWord("False")) {
      return false;
    }
    throw unreadable();
  }

  private Map<String, Object> dictionary() throws WeightsException {
    enter();
    Map<String, Object> entries = new LinkedHashMap<>();
    while (!accept('}')) {
      skipSpace();
      int start = position;
      Object key = value();
      if (!(key instanceof String) || !accept(':')) {
        position = start;
        throw unreadable();
      }
      if (entries.put((String) key, value()) != null) {
        throw new WeightsException("has a header that names " + key + " twice");
      }
      requireSeparator('}');
    }
    depth--;
    return entries;
  }

  /** A list, a tuple, or what stands in parentheses without a comma. */
  private Object list(char end) throws WeightsException {
    enter();
    List<Object> values = new ArrayList<>();
    boolean comma = end == ']';
    while (!accept(end)) {
      values.add(value());
      comma |= requireSeparator(end);
    }
    depth--;
    return values.size() == 1 && !comma ? values.get(0) : values;
  }

  private void enter() throws WeightsException {
    if (++depth > DEEPEST) {
      throw unreadable();
    }
    position++;
  }

  /** A comma, or the end that is not stepped over. */
  private boolean requireSeparator(char end) throws WeightsException {
    boolean comma = accept(',');
    if (!comma && peek() != end) {
      throw unreadable();
    }
    return comma;
  }

  private String string() throws WeightsException {
    if (peek() == 'u') {
      position++;
    }
    char quote = peek();
    int start = ++position;
    while (peek() != quote) {
      if (position >= text.length() || peek() == '\n') {
        throw unreadable();
      }
      position += peek() == '\\' ? 2 : 1;
    }
    return text.substring(start, position++); // with its escapes: names of types have none
  }

  /** A decimal number, at Python 2 with an L behind. */
  private Long number() throws WeightsException {
    int start = position++;
    while (isDigit(peek())) {
      position++;
    }
    try {
      long value = Long.parseLong(text.substring(start, position));
      if (peek() == 'L') {
        position++;
      }
      return value;
    } catch (NumberFormatException e) {
      position = start;
      throw unreadable();
    }
  }

  private boolean acceptWord(String word) {
    boolean found = text.startsWith(word, position);
    if (found) {
      position += word.length();
    }
    return found;
  }

  private boolean accept(char sign) {
    skipSpace();
    boolean found = peek() == sign;
    if (found) {
      position++;
    }
    return found;
  }

  private void skipSpace() {
    while (position < text.length() && " \t\r\n\f".indexOf(text.charAt(position)) >= 0) {
      position++;
    }
  }

  /** The next character; 0 at the end. */
  private char peek() {
    return peek(0);
  }

  private char peek(int ahead) {
    return position + ahead < text.length() ? text.charAt(position + ahead) : 0;
  }

  private static boolean isQuote(char c) {
    return c == '\'' || c == '"';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private WeightsException unreadable() {
    return new WeightsException(
        "has a header that cannot be read from its character " + (position + 1) + " on");
  }
}
