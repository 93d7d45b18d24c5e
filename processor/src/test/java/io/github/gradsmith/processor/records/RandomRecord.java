package io.github.gradsmith.processor.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Draws a record type, with records within it to a depth of three, and enums. */
final class RandomRecord {
  /** Enums of a network, {@code E0} and so on, and how many constants each has. */
  static final int[] ENUMS = {2, 3, 5};

  private static final int DEPTH = 3;
  private static final String[] PRIMITIVES = {"double", "float", "long", "int", "short", "byte"};
  private static final String[] BOXES = {"Double", "Float", "Long", "Integer", "Short", "Byte"};
  private static final String[] OPTIONALS = {"OptionalDouble", "OptionalLong", "OptionalInt"};

  /** Centers and spreads, of float's digits enough left. */
  private static final double[][] MAGNITUDES = {
    {0, 1}, {300, 40}, {-0x1p-11, 1e-4}, {1e9, 3e8}, {64, 0}
  };

  private final Random random;
  private final List<String> nested = new ArrayList<>();
  private int names;

  RandomRecord(Random random) {
    this.random = random;
  }

  /** Sources of the records within it, each a declaration. */
  List<String> nested() {
    return nested;
  }

  /** Components of a row, at least one that gives inputs. */
  List<Part> parts() {
    List<Part> parts = parts(1);
    return Part.width(parts) > 0 ? parts : parts();
  }

  private List<Part> parts(int depth) {
    List<Part> parts = new ArrayList<>();
    for (int i = 1 + random.nextInt(depth == 1 ? 9 : 4); i > 0; i--) {
      parts.add(part(depth));
    }
    return parts;
  }

  private Part part(int depth) {
    String name = "c" + names++;
    return switch (random.nextInt(depth < DEPTH ? 13 : 11)) {
      case 0, 1, 2 -> number(name, PRIMITIVES[random.nextInt(PRIMITIVES.length)], false);
      case 3 -> random.nextBoolean() ? number(name, "double", true) : number(name, "float", true);
      case 4 ->
          random.nextBoolean()
              ? number(name, BOXES[random.nextInt(BOXES.length)], true)
              : number(name, OPTIONALS[random.nextInt(OPTIONALS.length)], true);
      case 5 ->
          random.nextBoolean()
              ? plain(name, "boolean", "", new Rule.Flag(), false)
              : plain(name, "Boolean", "", new Rule.Flag(), true);
      case 6, 7 -> constant(name);
      case 8 -> time(name);
      case 9 -> array(name);
      case 10 -> random.nextInt(4) == 0 ? ignored(name) : text(name);
      default -> nested(name, depth);
    };
  }

  private static Part plain(
      String name, String type, String annotation, Rule rule, boolean isMissable) {
    return new Part(name, type, annotation, rule, isMissable, 0, 1);
  }

  private Part number(String name, String type, boolean isMissable) {
    boolean isSmall = type.equalsIgnoreCase("byte") || type.equalsIgnoreCase("short");
    double[] magnitude = isSmall ? new double[] {5, 30} : MAGNITUDES[random.nextInt(5)];
    double center = magnitude[0];
    double spread = magnitude[1];
    Rule rule;
    String annotation;
    switch (random.nextInt(7)) {
      case 0 -> {
        rule = new Rule.Range();
        annotation = "@MinMax ";
      }
      case 1 -> {
        rule = new Rule.Plain(1);
        annotation = "@AsIs ";
      }
      case 2 -> {
        rule = new Rule.Rescaled(0.3, -center);
        annotation = "@Rescaled(scale = 0.3, offset = " + -center + ") ";
      }
      case 3 -> {
        List<Double> edges =
            DoubleStream.of(-1.5, -0.25, 0, 1).mapToObj(e -> center + e * (spread + 1)).toList();
        rule = new Rule.Bins(edges);
        annotation =
            edges.stream()
                .map(String::valueOf)
                .collect(Collectors.joining(", ", "@Binned({", "}) "));
      }
      case 4 -> {
        rule = new Rule.Cycle(360);
        annotation = "@Cyclic(period = 360) ";
      }
      default -> {
        rule = new Rule.Standard(1);
        annotation = random.nextBoolean() ? "" : "@Standardized ";
      }
    }
    return new Part(name, type, annotation, rule, isMissable, center, spread);
  }

  private Part constant(String name) {
    int number = random.nextInt(ENUMS.length + 1);
    String type = number < ENUMS.length ? "E" + number : "DayOfWeek";
    int constants = number < ENUMS.length ? ENUMS[number] : 7;
    boolean isMissable = random.nextInt(3) == 0;
    String shown = isMissable && random.nextBoolean() ? "Optional<" + type + ">" : type;
    return switch (random.nextInt(4)) {
      case 0 -> plain(name, shown, "@Index ", new Rule.Position(), isMissable);
      case 1 -> plain(name, shown, "@Cyclic ", new Rule.Cycle(constants), isMissable);
      default -> plain(name, shown, "", new Rule.OneHot(constants), isMissable);
    };
  }

  private Part time(String name) {
    return plain(name, "LocalTime", "", new Rule.Cycle(86_400e9), random.nextInt(3) == 0);
  }

  private Part array(String name) {
    int size = 1 + random.nextInt(4);
    String type = random.nextBoolean() ? "double[]" : "float[]";
    String length = "@Size(" + size + ") ";
    return random.nextInt(3) == 0
        ? plain(name, type, length + "@AsIs ", new Rule.Plain(size), false)
        : plain(name, type, length, new Rule.Standard(size), false);
  }

  private static Part ignored(String name) {
    return plain(name, "List<String>", "@Ignored ", new Rule.Ignored(), false);
  }

  private Part text(String name) {
    boolean isMissable = random.nextInt(3) == 0;
    int count = 2 + random.nextInt(5);
    if (random.nextBoolean()) {
      return plain(
          name, "String", "@Hashed(bins = " + count + ") ", new Rule.Hash(count), isMissable);
    }
    List<String> words = IntStream.range(0, count).mapToObj(RandomValues::word).distinct().toList();
    String annotation =
        words.stream().map(w -> '"' + w + '"').collect(Collectors.joining(", ", "@OneOf({", "}) "));
    return plain(name, "String", annotation, new Rule.Words(words), isMissable);
  }

  private Part nested(String name, int depth) {
    List<Part> parts = parts(depth + 1);
    String type = "P" + nested.size();
    nested.add("record " + type + Part.source(parts) + " {}");
    return plain(name, type, "", new Rule.Nested(parts), false);
  }
}
