package io.github.gradsmith.processor.records;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A component of a random record.
 *
 * @param type as source writes it
 * @param annotations as source writes them, each with a blank behind it
 * @param isMissable whether {@code @Missing} stands there
 * @param center of its values, where they are numbers
 * @param spread of its values; of 0 they are all the same
 */
record Part(
    String name,
    String type,
    String annotations,
    Rule rule,
    boolean isMissable,
    double center,
    double spread) {

  String source() {
    return annotations + (isMissable ? "@Missing " : "") + type + " " + name;
  }

  static String source(List<Part> parts) {
    return parts.stream().map(Part::source).collect(Collectors.joining(", ", "(", ")"));
  }

  /** How many inputs it gives. */
  int width() {
    return columns() + (isMissable ? 1 : 0);
  }

  private int columns() {
    if (rule instanceof Rule.Standard standard) {
      return standard.size();
    } else if (rule instanceof Rule.Plain plain) {
      return plain.size();
    } else if (rule instanceof Rule.Bins bins) {
      return bins.edges().size() + 1;
    } else if (rule instanceof Rule.Cycle) {
      return 2;
    } else if (rule instanceof Rule.OneHot enumeration) {
      return enumeration.constants();
    } else if (rule instanceof Rule.Hash hash) {
      return hash.bins();
    } else if (rule instanceof Rule.Words words) {
      return words.words().size() + 1;
    } else if (rule instanceof Rule.Nested nested) {
      return width(nested.parts());
    }
    return rule instanceof Rule.Ignored ? 0 : 1;
  }

  static int width(List<Part> parts) {
    return parts.stream().mapToInt(Part::width).sum();
  }
}
