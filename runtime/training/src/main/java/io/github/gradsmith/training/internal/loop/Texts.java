package io.github.gradsmith.training.internal.loop;

import io.github.gradsmith.WeightsException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Names and texts as lines {@code name=text}. */
final class Texts {
  private final Map<String, String> texts = new LinkedHashMap<>();

  /** Reads lines. */
  static Texts read(String lines) {
    Texts texts = new Texts();
    lines
        .lines()
        .forEach(
            line -> {
              int at = line.indexOf('=');
              texts.texts.put(line.substring(0, Math.max(0, at)), line.substring(at + 1));
            });
    return texts;
  }

  /** Writes lines. */
  static String write(Map<String, String> texts) {
    return texts.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining("\n"));
  }

  String text(String name) {
    String text = texts.get(name);
    if (text == null) {
      throw damaged(name + " is missing");
    }
    return text;
  }

  long whole(String name) {
    try {
      return Long.parseLong(text(name));
    } catch (NumberFormatException e) {
      throw damaged(name + " is \"" + text(name) + "\", expected a whole number");
    }
  }

  double number(String name) {
    try {
      return Double.parseDouble(text(name));
    } catch (NumberFormatException e) {
      throw damaged(name + " is \"" + text(name) + "\", expected a number");
    }
  }

  private static UncheckedIOException damaged(String what) {
    return new UncheckedIOException(new WeightsException("metadata training: " + what));
  }
}
