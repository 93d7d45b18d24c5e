package io.github.gradsmith.sample.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Arguments as {@code name=value} or {@code name=one,two}, in one string or several. */
public final class Arguments {
  private final Map<String, String> values = new LinkedHashMap<>();

  /**
   * Reads them.
   *
   * @param known the names there are; another one is an error that lists them
   * @param arguments each may hold several, separated by blanks
   */
  public Arguments(Set<String> known, String... arguments) {
    for (String argument : String.join(" ", arguments).trim().split("\\s+")) {
      int equals = argument.indexOf('=');
      String name = equals < 0 ? argument : argument.substring(0, equals);
      if (name.isEmpty()) {
        continue;
      }
      if (!known.contains(name)) {
        throw new IllegalArgumentException(
            "unknown argument \"" + argument + "\"; there are " + String.join(", ", known));
      }
      values.put(name, equals < 0 ? "true" : argument.substring(equals + 1));
    }
  }

  /** Whether the name was given. */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** Whether something is switched on: {@code quick} and {@code quick=true} do, or what holds. */
  public boolean flag(String name, boolean otherwise) {
    return switch (values.getOrDefault(name, Boolean.toString(otherwise))) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new IllegalArgumentException(
              name + " must be true or false, not \"" + values.get(name) + "\"");
    };
  }

  /** The value of a name, or what holds without it. */
  public String text(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  /** A positive number, or what holds without it. */
  public double number(String name, double otherwise) {
    if (!values.containsKey(name)) {
      return otherwise;
    }
    String text = values.get(name);
    try {
      double number = Double.parseDouble(text);
      if (number > 0 && Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException notNumber) {
      // Said below, as for a negative one.
    }
    throw new IllegalArgumentException(name + " must be a number above 0, not \"" + text + "\"");
  }

  /** The constants that were named, or those that hold otherwise. */
  public <E extends Enum<E>> List<E> choices(String name, E[] all, List<E> otherwise) {
    return list(name, otherwise, text -> choice(name, all, text));
  }

  /** The values that were named, or those that hold otherwise. */
  public <T> List<T> list(String name, List<T> otherwise, Function<String, T> reader) {
    return values.containsKey(name)
        ? Arrays.stream(values.get(name).split(",")).map(reader).toList()
        : otherwise;
  }

  /**
   * Where results go. {@code docs} is the repository's {@code docs/benchmarks}, and what holds for
   * a whole run; a narrow one leaves it alone, unless {@code out} says otherwise.
   *
   * @param module the folder from which other paths count
   */
  public Path folder(Path module, boolean narrow) {
    String out = text("out", narrow ? "target/results" : "docs");
    return out.equals("docs")
        ? module.resolve("../../docs/benchmarks").normalize()
        : module.resolve(out);
  }

  private static <E extends Enum<E>> E choice(String name, E[] all, String text) {
    return Arrays.stream(all)
        .filter(constant -> constant.toString().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "\"" + text + "\" in " + name + " is none of " + Arrays.toString(all)));
  }

  /** As they were given. */
  @Override
  public String toString() {
    return values.isEmpty() ? "none" : values.toString();
  }
}
