package io.github.gradsmith.processor.generated;

import io.github.gradsmith.Activation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Declarations of networks to be written as ONNX: what goes between {@code @Network(…)}. */
final class OnnxSamples {
  /** Every operator, function, comparison and kind of number, smooth enough to bring no warning. */
  static final List<String> FORMULAS =
      List.of(
          "z / (1 + exp(-z))",
          "1/2 * z",
          "2 * z / 4 + 1e-1",
          "-z",
          "-z^2 / (1 + z^2)",
          "0.25 - -(1 - z) / 3",
          "(1 + z^2)^(1/3)",
          "(1 + z^2)^-1",
          "2^tanh(z)",
          "sqrt(1 + z^2) - 1",
          "log(1 + z^2)",
          "log1p(z^2)",
          "expm1(-z^2)",
          "exp(-z^2)",
          "pi * atan(z) / 4",
          "sin(z) - cos(z)",
          "sinh(z / 60)",
          "cosh(z / 60)",
          "tanh(z) * sigmoid(z)",
          "softplus(z) - log(2)",
          "erf(z) + exp(1) / 3",
          "abs(z) / (1 + abs(z))",
          "sign(z) * log1p(abs(z))",
          "max(z, 0.1 * z)",
          "min(max(z, -1), 1)",
          "where(z > 0, z, expm1(z))",
          "where(z >= 1, 1, where(z < -1, -1, z))",
          "where(z <= 0, 0, z)",
          "z");

  private OnnxSamples() {}

  /** The input, hidden layers of every such activation and a last one. */
  static String of(Activation activation) {
    boolean lastOnly = activation.name().endsWith("SOFTMAX");
    String first = lastOnly ? "TANH" : activation.name();
    return "layers = {3, 5, 4}, activation = {"
        + first
        + ", "
        + activation
        + "}"
        + loss(activation);
  }

  static String of(String formula) {
    return "layers = {3, 5, 4}, formula = \"" + formula + "\"";
  }

  /** Two to four layers of one to nine neurons. */
  static String random(Random random) {
    int count = random.nextInt(2, 5);
    int[] layers = random.ints(count, 1, 10).toArray();
    String kinds = random.nextInt(3) == 0 ? formulas(random, count - 1) : named(random, count - 1);
    if (kinds.contains("SOFTMAX")) {
      layers[count - 1] = Math.max(2, layers[count - 1]); // over one output it is refused
    }
    return CompiledNetworks.layers(layers) + ", " + kinds;
  }

  private static String formulas(Random random, int count) {
    return Stream.generate(() -> FORMULAS.get(random.nextInt(FORMULAS.size())))
        .limit(count)
        .collect(Collectors.joining("\", \"", "formula = {\"", "\"}"));
  }

  private static String named(Random random, int count) {
    List<Activation> hidden = new ArrayList<>(Arrays.asList(Activation.values()));
    hidden.removeIf(activation -> activation.name().endsWith("SOFTMAX"));
    List<Activation> chosen = new ArrayList<>();
    for (int i = 1; i < count; i++) {
      chosen.add(hidden.get(random.nextInt(hidden.size())));
    }
    Activation[] all = Activation.values();
    Activation last = all[random.nextInt(all.length)];
    chosen.add(last);
    return "activation = {"
        + chosen.stream().map(Activation::name).collect(Collectors.joining(", "))
        + "}"
        + loss(last);
  }

  /** Without a loss, SOFTMAX would bring a warning. */
  private static String loss(Activation last) {
    return Choices.isForLastOnly(last) ? ", loss = CROSS_ENTROPY" : "";
  }
}
