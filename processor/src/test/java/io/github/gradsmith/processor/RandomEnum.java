package io.github.gradsmith.processor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * An enum of layers as text that edits can change. Where an error is expected, text has its code
 * between {@code «} and {@code »}.
 */
final class RandomEnum {
  private static final String[] NAMES = {
    "WIDE",
    "deep",
    "Gate",
    "SUM_OF_ALL",
    "MIXED",
    "part",
    "LEFT",
    "Right",
    "NORM",
    "TURN",
    "Z",
    "$1"
  };

  /** A constant. */
  static final class Constant {
    String name;
    String kind;
    final int width;
    final List<String> reads = new ArrayList<>();
    boolean isImplicit;
    final Map<String, String> attributes = new LinkedHashMap<>();
    String before = "";
    String after = "";

    Constant(String name, String kind, int width, String... reads) {
      this.name = name;
      this.kind = kind;
      this.width = width;
      this.reads.addAll(Arrays.asList(reads));
    }

    Constant with(String attribute, Object value) {
      attributes.put(attribute, String.valueOf(value));
      return this;
    }

    Constant copy() {
      Constant copy = new Constant(name, kind, width, reads.toArray(String[]::new));
      copy.isImplicit = isImplicit;
      copy.attributes.putAll(attributes);
      return copy;
    }

    boolean joins() {
      return List.of("Add", "Multiply", "Concat").contains(kind);
    }

    @Override
    public String toString() {
      if (kind.isEmpty()) {
        return before + name;
      }
      Map<String, String> written = new LinkedHashMap<>(attributes);
      if (joins()) {
        String names = reads.stream().map(Constant::quoted).collect(Collectors.joining(", "));
        written.put("value", (reads.size() == 1 ? after : "") + "{" + names + "}");
      } else if (!isImplicit && !reads.isEmpty()) {
        written.put("from", quoted(reads.get(0)));
      }
      String all =
          written.entrySet().stream()
              .map(entry -> entry.getKey() + " = " + entry.getValue())
              .collect(Collectors.joining(", ", "(", ")"));
      return before + "@" + kind + all + (reads.size() == 1 && joins() ? "" : after) + " " + name;
    }

    /** Behind the code of an error, if there is one. */
    private static String quoted(String name) {
      int at = name.indexOf('»') + 1;
      return name.substring(0, at) + '"' + name.substring(at) + '"';
    }
  }

  final List<Constant> constants = new ArrayList<>();
  private final Random random;

  private RandomEnum(Random random) {
    this.random = random;
  }

  /** One that is valid. */
  static RandomEnum of(Random random) {
    RandomEnum made = new RandomEnum(random);
    int size = 2 + random.nextInt(6);
    made.constants.add(made.input());
    for (int i = 0; i < size; i++) {
      made.add(made.layer(NAMES[i]));
    }
    made.end();
    return made;
  }

  RandomEnum copy() {
    RandomEnum copy = new RandomEnum(random);
    constants.forEach(constant -> copy.constants.add(constant.copy()));
    return copy;
  }

  private Constant input() {
    int width = 2 + random.nextInt(5);
    return new Constant("IN", "Input", width).with("value", width);
  }

  private void add(Constant constant) {
    String previous = constants.get(constants.size() - 1).name;
    constant.isImplicit =
        !constant.joins() && constant.reads.equals(List.of(previous)) && random.nextBoolean();
    constants.add(constant);
  }

  private Constant any() {
    return constants.get(random.nextInt(constants.size()));
  }

  private Constant layer(String name) {
    Constant read = any();
    Constant other = any();
    int width = read.width;
    return switch (random.nextInt(9)) {
      case 0 -> new Constant(name, "Elementwise", width, read.name).with("activation", "TANH");
      case 1 -> new Constant(name, "Dropout", width, read.name).with("value", random.nextFloat());
      case 2 -> new Constant(name, "LayerNorm", width, read.name).with("epsilon", 1e-3);
      case 3 -> new Constant(name, "Concat", width + other.width, read.name, other.name);
      case 4 -> new Constant(name, "Slice", width, read.name).with("begin", 0).with("end", width);
      case 5, 6 ->
          other.width == width
              ? new Constant(
                  name, random.nextBoolean() ? "Add" : "Multiply", width, read.name, other.name)
              : dense(name, read);
      default -> dense(name, read);
    };
  }

  private Constant dense(String name, Constant read) {
    int units = 2 + random.nextInt(5);
    return new Constant(name, "Dense", units, read.name).with("units", units);
  }

  /** The output reads what nothing has read. */
  private void end() {
    List<Constant> unread =
        constants.stream()
            .filter(c -> constants.stream().noneMatch(reader -> reader.reads.contains(c.name)))
            .toList();
    Constant last = unread.get(0);
    if (unread.size() > 1) {
      int width = unread.stream().mapToInt(c -> c.width).sum();
      String[] names = unread.stream().map(c -> c.name).toArray(String[]::new);
      last = new Constant("ALL", "Concat", width, names);
      add(last);
    }
    add(dense("OUT", last));
  }
}
