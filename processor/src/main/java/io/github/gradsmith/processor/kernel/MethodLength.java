package io.github.gradsmith.processor.kernel;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Estimates from a method's source how long its bytecode is, word by word. */
final class MethodLength {
  private static final Pattern NOISE = Pattern.compile("//[^\n]*|\"[^\"]*\"");
  private static final Pattern TOKEN =
      Pattern.compile("[\\p{L}_$][\\w$]*(?:\\.[\\p{L}_$][\\w$]*)*(\\s*\\()?|[\\d.]+\\w*|[^\\s\\w]");

  /** Words that bring more or fewer instructions than a local variable does. */
  private static final Map<String, Integer> WORDS =
      Map.ofEntries(
          Map.entry("for", 8),
          Map.entry("for (", 8),
          Map.entry("if (", 3),
          Map.entry("else", 3),
          Map.entry("new", 4),
          Map.entry("return", 1),
          Map.entry("null", 2),
          Map.entry("int", 0),
          Map.entry("float", 0),
          Map.entry("double", 0));

  private static final int CALL = 4;
  private static final int FIELD_ACCESS = 4;
  private static final int LOCAL = 2;
  private static final int STRING = 2;

  private final Set<String> fields;

  /** Of methods of a class with these fields. */
  MethodLength(Set<String> fields) {
    this.fields = fields;
  }

  /** Bytes of the code of a method. */
  int of(String code) {
    Matcher noise = NOISE.matcher(code);
    int bytes = 1;
    while (noise.find()) {
      bytes += noise.group().startsWith("\"") ? STRING : 0;
    }
    Matcher token = TOKEN.matcher(noise.replaceAll(" "));
    while (token.find()) {
      bytes += token(token.group(), token.group(1) != null);
    }
    return bytes;
  }

  /** Bytes of what gives a field its value. */
  int ofInitialiser(String code) {
    return of(code) - 1 + FIELD_ACCESS;
  }

  private int token(String token, boolean call) {
    if (WORDS.containsKey(token)) {
      return WORDS.get(token);
    }
    char first = token.charAt(0);
    if (Character.isLetter(first)) {
      return call ? CALL : path(token.split("\\."));
    }
    if (Character.isDigit(first)) {
      return LOCAL;
    }
    return "[+-*/%<>?".indexOf(first) >= 0 ? 1 : 0;
  }

  /** A field or a variable, then fields of what it holds. */
  private int path(String[] names) {
    return (fields.contains(names[0]) ? FIELD_ACCESS : LOCAL)
        + (FIELD_ACCESS - 1) * (names.length - 1);
  }
}
