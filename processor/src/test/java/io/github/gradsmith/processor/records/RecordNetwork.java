package io.github.gradsmith.processor.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A random record as the row of a network, of either precision, written as a chain or as an enum of
 * layers.
 *
 * @param goal what it learns
 * @param shape of its input
 */
record RecordNetwork(
    String name,
    boolean isFloat,
    boolean isGraph,
    Goal goal,
    List<Integer> shape,
    List<Part> parts,
    List<Part> targets,
    List<String> nested) {
  /** What a network learns. */
  enum Goal {
    STANDARDIZED("@Standardized double t", "double", "IDENTITY", "HALF_SQUARED_ERROR", 1),
    RANGE("@MinMax float t", "double", "IDENTITY", "HALF_SQUARED_ERROR", 1),
    RESCALED("@Rescaled(scale = 0.001, offset = -0.5) int t", "double", "IDENTITY", "HUBER", 1),
    CONSTANT("E1 t", "E1", "SOFTMAX", "CROSS_ENTROPY", 3),
    FLAG("boolean t", "boolean", "SIGMOID", "BINARY_CROSS_ENTROPY", 1),
    SEVERAL("@Standardized long t, E1 e", "Out", "IDENTITY", "HALF_SQUARED_ERROR", 4);

    private final String targets;
    private final String answer;
    private final String activation;
    private final String loss;
    private final int outputs;

    Goal(String targets, String answer, String activation, String loss, int outputs) {
      this.targets = targets;
      this.answer = answer;
      this.activation = activation;
      this.loss = loss;
      this.outputs = outputs;
    }

    int outputs() {
      return outputs;
    }

    private List<Part> parts() {
      return switch (this) {
        case STANDARDIZED -> List.of(number(new Rule.Standard(1), 2e5, 6e4));
        case RANGE -> List.of(number(new Rule.Range(), -40, 9));
        case RESCALED -> List.of(number(new Rule.Rescaled(0.001, -0.5), 500, 300));
        case CONSTANT -> List.of(constant("t"));
        case FLAG -> List.of(new Part("t", "boolean", "", new Rule.Flag(), false, 0, 1));
        case SEVERAL -> List.of(number(new Rule.Standard(1), 2e5, 6e4), constant("e"));
      };
    }

    private static Part constant(String name) {
      return new Part(name, "E1", "", new Rule.OneHot(3), false, 0, 1);
    }

    private static Part number(Rule rule, double center, double spread) {
      return new Part("t", "double", "", rule, false, center, spread);
    }
  }

  private static final int HIDDEN = 5;

  /** The network of a number. */
  static RecordNetwork of(int number, long seed) {
    Random random = new Random(seed + 0x9E3779B97F4A7C15L * number);
    RandomRecord drawn = new RandomRecord(random);
    List<Part> parts = drawn.parts();
    Goal goal = Goal.values()[number % Goal.values().length];
    int width = Part.width(parts);
    boolean isGraph = random.nextBoolean();
    List<Integer> shape =
        isGraph && width % 2 == 0 && width > 2 ? List.of(2, width / 2) : List.of(width);
    return new RecordNetwork(
        "N" + number,
        random.nextInt(3) > 0,
        isGraph,
        goal,
        shape,
        parts,
        goal.parts(),
        drawn.nested());
  }

  /** Whether its input has more than one dimension. */
  boolean isFolded() {
    return shape.size() > 1;
  }

  int width() {
    return Part.width(parts);
  }

  /** What an example holds: the row, then its targets. */
  List<Part> example() {
    List<Part> all = new ArrayList<>();
    all.add(new Part("row", "R", "", new Rule.Nested(parts), false, 0, 0));
    all.addAll(targets);
    return all;
  }

  private String scalar() {
    return isFloat ? "float" : "double";
  }

  private String kind() {
    return isFloat ? "Float" : "Double";
  }

  private static String imports() {
    return """
    package demo;

    import static io.github.gradsmith.Activation.*;
    import static io.github.gradsmith.Loss.*;

    import io.github.gradsmith.*;
    import io.github.gradsmith.layer.*;
    import io.github.gradsmith.row.*;
    import java.time.*;
    import java.util.*;

    """;
  }

  private String network(String more) {
    String loss = "loss = " + goal.loss + more;
    return isGraph
        ? "@Network(" + loss + ")\n"
        : "@Network(layers = {%d, %d, %d}, activation = {TANH, %s}, %s)\n"
            .formatted(width(), HIDDEN, goal.outputs, goal.activation, loss);
  }

  private String layers() {
    String input = shape.toString().replace('[', '{').replace(']', '}');
    return isGraph
        ? """
          enum Layer {
            @Input(%s) IN,
            %s
            @Dense(units = %d, activation = TANH) HIDDEN,
            @Dense(units = %d, activation = %s) OUT
          }
        """
            .formatted(
                input, isFolded() ? "@Flatten FLAT," : "", HIDDEN, goal.outputs, goal.activation)
        : "";
  }

  String source() {
    String enums =
        IntStream.range(0, RandomRecord.ENUMS.length)
            .mapToObj(
                e ->
                    IntStream.range(0, RandomRecord.ENUMS[e])
                        .mapToObj(i -> "K" + (9 - i))
                        .collect(Collectors.joining(", ", "  enum E" + e + " { ", " }\n")))
            .collect(Collectors.joining());
    return imports()
        + network("")
        + "public interface %s extends %sNetwork {\n".formatted(name, kind())
        + layers()
        + enums
        + nested.stream().map(record -> "  " + record + "\n").collect(Collectors.joining())
        + "  record R"
        + Part.source(parts)
        + " {}\n"
        + "  record X(R row, "
        + goal.targets
        + ") {}\n"
        + "  record Out(double t, E1 e) {}\n"
        + """
          %1$s answer(R row);
          %2$s[] encode(R row);
          void encode(R row, %2$s[] input);
          void adapt(Collection<X> all);
          %3$sRows rows(Collection<X> all);
          %2$s learn(X example, %2$s rate);
        }
        """
            .formatted(goal.answer, scalar(), kind());
  }

  /** The same network, its weights and statistics compiled in from a file of its name. */
  String bakedSource() {
    String answer = goal.answer.matches("E1|Out") ? name + "." + goal.answer : goal.answer;
    return imports()
        + network(", weights = \"" + name + ".safetensors\"")
        + "public interface %sBaked extends %sPredictor {\n".formatted(name, kind())
        + layers()
        + """
          %1$s answer(%2$s.R row);
          %3$s[] encode(%2$s.R row);
        }
        """
            .formatted(answer, name, scalar());
  }
}
