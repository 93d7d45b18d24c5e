package io.github.gradsmith.internal.row;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * A component, or what an output means, as files write it: {@code area:number}, {@code
 * heating:enum{GAS|OIL}}.
 */
final class RowEntry {
  /** What stands between braces behind it: the names of constants; none of another component. */
  final List<String> constants;

  /** The component; empty for an output. */
  final String name;

  /** How it is encoded, without constants. */
  final String encoding;

  private RowEntry(String name, String encoding, List<String> constants) {
    this.name = name;
    this.encoding = encoding;
    this.constants = constants;
  }

  /** Reads one. */
  static RowEntry of(String text) {
    int open = text.indexOf('{');
    int close = text.indexOf('}');
    List<String> constants =
        open < 0 || close < open
            ? List.of()
            : List.of(text.substring(open + 1, close).split("\\|"));
    String plain = constants.isEmpty() ? text : text.substring(0, open) + text.substring(close + 1);
    int colon = plain.indexOf(':');
    return new RowEntry(
        plain.substring(0, Math.max(0, colon)), plain.substring(colon + 1), constants);
  }

  /** Reads those that stand between commas, of which none is within braces or parentheses. */
  static List<RowEntry> listOf(String text) {
    List<RowEntry> entries = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ',';
      if (c == '(' || c == '{') {
        depth++;
      } else if (c == ')' || c == '}') {
        depth--;
      } else if (c == ',' && (depth == 0 || i == text.length())) {
        if (i > from) {
          entries.add(of(text.substring(from, i)));
        }
        from = i + 1;
      }
    }
    return entries;
  }

  /** Whether both have the same constants, in whatever order. */
  boolean hasConstantsOf(RowEntry other) {
    return constants.size() == other.constants.size()
        && new HashSet<>(constants).equals(new HashSet<>(other.constants));
  }
}
