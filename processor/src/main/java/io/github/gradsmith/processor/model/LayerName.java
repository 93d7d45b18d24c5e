package io.github.gradsmith.processor.model;

import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;

/**
 * What a layer is called.
 *
 * @param text in the topology: {@code layer2} of a chain, the constant's name of an enum
 * @param tag what letters of generated code are followed by: {@code 2} or {@code Hidden}
 */
public record LayerName(String text, String tag) {
  /** The lecture's letters and the others of generated code. */
  private static final Set<String> LETTERS =
      Set.of(
          "a", "b", "c", "d", "e", "gb", "gw", "i", "j", "k", "p", "s", "sums", "t", "w", "x", "y",
          "z");

  /** The layer of that number in a chain; the input is layer 1. */
  public static LayerName ofNumber(int number) {
    return new LayerName("layer" + number, Integer.toString(number));
  }

  /** The layer of a constant: {@code WIDE_PART} becomes {@code WidePart}. */
  public static LayerName ofConstant(String constant) {
    StringBuilder name = new StringBuilder();
    for (String word : constant.split("_")) {
      if (!word.isEmpty()) {
        boolean shouts = word.equals(word.toUpperCase(Locale.ROOT));
        String rest = word.substring(1);
        name.append(word.substring(0, 1).toUpperCase(Locale.ROOT))
            .append(shouts ? rest.toLowerCase(Locale.ROOT) : rest);
      }
    }
    if (name.isEmpty()) {
      name.append("Layer"); // of underscores alone
    }
    String plain = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    boolean isTaken = SourceVersion.isKeyword(plain) || LETTERS.contains(plain);
    return new LayerName(constant, isTaken ? name + "Layer" : name.toString());
  }

  /** What the names of its tensors begin with in files: {@code layer2}, {@code hidden}. */
  public String prefix() {
    return text.toLowerCase(Locale.ROOT);
  }
}
