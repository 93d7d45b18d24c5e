package io.github.gradsmith.processor.kernel.size;

/** Goes through a method's source word by word; comments and what follows a call are left out. */
final class JavaWords {
  /** What a word is. */
  enum Kind {
    /** A name, or several with dots between them. */
    NAME,
    /** The same before a parenthesis. */
    CALL,
    NUMBER,
    STRING,
    /** Any other character. */
    SIGN
  }

  private final String code;
  private int at;
  private Kind kind;
  private String first;
  private int dots;

  JavaWords(String code) {
    this.code = code;
  }

  /** Goes to the next word, if there is one. */
  boolean next() {
    while (at < code.length()) {
      char c = code.charAt(at);
      if (code.startsWith("//", at)) {
        at = endOf('\n');
      } else if (c == '"') {
        int end = code.indexOf('"', at + 1);
        at = end < 0 ? code.length() : end + 1;
        return found(Kind.STRING, "");
      } else if (beginsName(c)) {
        return names();
      } else if (isDigit(c)) {
        skipNumber();
        return found(Kind.NUMBER, "");
      } else if (c == '.') {
        skipNumber(); // or what is called on the result of a call
      } else if (Character.isWhitespace(c)) {
        at++;
      } else {
        at++;
        return found(Kind.SIGN, String.valueOf(c));
      }
    }
    return false;
  }

  private boolean found(Kind what, String word) {
    kind = what;
    first = word;
    return true;
  }

  private int endOf(char c) {
    int end = code.indexOf(c, at);
    return end < 0 ? code.length() : end;
  }

  private boolean names() {
    int start = at;
    skipName();
    String name = code.substring(start, at);
    dots = 0;
    while (at + 1 < code.length() && code.charAt(at) == '.' && beginsName(code.charAt(at + 1))) {
      at++;
      skipName();
      dots++;
    }
    int end = at;
    while (end < code.length() && Character.isWhitespace(code.charAt(end))) {
      end++;
    }
    boolean call = end < code.length() && code.charAt(end) == '(';
    at = call ? end + 1 : at;
    return found(call ? Kind.CALL : Kind.NAME, name);
  }

  private void skipName() {
    at++;
    while (at < code.length() && continuesName(code.charAt(at))) {
      at++;
    }
  }

  private void skipNumber() {
    while (at < code.length() && (isDigit(code.charAt(at)) || code.charAt(at) == '.')) {
      at++;
    }
    while (at < code.length() && code.charAt(at) != '$' && continuesName(code.charAt(at))) {
      at++;
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean beginsName(char c) {
    return Character.isLetter(c) || c == '_' || c == '$';
  }

  private static boolean continuesName(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || isDigit(c) || c == '_' || c == '$';
  }

  Kind kind() {
    return kind;
  }

  /** The name before the first dot, or the sign. */
  String first() {
    return first;
  }

  /** Dots in a name. */
  int dots() {
    return dots;
  }
}
