package io.github.gradsmith.processor.generated;

import io.github.gradsmith.safetensors.Safetensors;
import io.github.gradsmith.safetensors.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A file of {@code src/test/resources/reference}; the README there says what it holds. */
final class ReferenceCase {
  private static final Path FOLDER = Path.of("src/test/resources/reference");
  private static final String SUFFIX = ".safetensors";

  private static final Pattern SETTING = Pattern.compile("\"(\\w+)\": (\\[[^]]*]|[^,}]+)");

  private final Safetensors file;

  ReferenceCase(String name) {
    try {
      file = Safetensors.read(FOLDER.resolve(name + SUFFIX));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  double[] values(String tensor) {
    return file.tensors().get(tensor).toDoubles();
  }

  double[][] rows(String tensor) {
    Tensor found = file.tensors().get(tensor);
    int width = found.shape()[1];
    double[] values = found.toDoubles();
    double[][] rows = new double[found.shape()[0]][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = Arrays.copyOfRange(values, i * width, (i + 1) * width);
    }
    return rows;
  }

  /** The tensors {@code kind.layer2.weight}, {@code kind.layer2.bias} and so on, end to end. */
  double[] flat(String kind) {
    return file.tensors().entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(kind + "."))
        .sorted(ReferenceCase::layerThenWeights)
        .flatMapToDouble(entry -> Arrays.stream(entry.getValue().toDoubles()))
        .toArray();
  }

  int number(String key) {
    return Integer.parseInt(text(key));
  }

  /** A value of the metadata. */
  String text(String key) {
    return file.metadata().get(key);
  }

  /** The names of all files. */
  static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(SUFFIX))
          .map(name -> name.substring(0, name.length() - SUFFIX.length()))
          .sorted()
          .toList();
    }
  }

  /** The attributes of {@code @Network} that make the same network. */
  String attributes() {
    String layers = file.metadata().get("layers");
    List<String> activations =
        new ArrayList<>(Collections.nCopies(layers.split(",").length - 2, upper("activation")));
    activations.add(upper("output"));
    String loss = upper("loss");
    return "layers = {%s}, activation = {%s}, loss = %s"
        .formatted(
            layers,
            String.join(", ", activations),
            loss.equals("HALF_SQUARED") ? "HALF_SQUARED_ERROR" : loss);
  }

  private String upper(String key) {
    return file.metadata().get(key).toUpperCase(Locale.ROOT);
  }

  /** The annotation of the optimizer with PyTorch's arguments. */
  String optimizer() {
    return switch (file.metadata().get("optimizer")) {
      case "sgd", "momentum", "nesterov" ->
          "@Sgd(momentum = %s, nesterov = %s, weightDecay = %s)"
              .formatted(setting("momentum"), setting("nesterov"), setting("weight_decay"));
      case "rmsprop" ->
          "@RmsProp(alpha = %s, epsilon = %s)".formatted(setting("alpha"), setting("eps"));
      case "adam" -> "@Adam(%s, epsilon = %s)".formatted(betas(), setting("eps"));
      case "adamw" ->
          "@AdamW(%s, epsilon = %s, weightDecay = %s)"
              .formatted(betas(), setting("eps"), setting("weight_decay"));
      case "adagrad" -> "@Adagrad(epsilon = %s)".formatted(setting("eps"));
      default -> throw new AssertionError(file.metadata());
    };
  }

  private String betas() {
    String[] betas = setting("betas").replaceAll("[\\[\\] ]", "").split(",");
    return "beta1 = %s, beta2 = %s".formatted(betas[0], betas[1]);
  }

  double learningRate() {
    return Double.parseDouble(setting("lr"));
  }

  /** An argument of PyTorch's optimizer as written: a number, {@code false} or a list. */
  String setting(String name) {
    Matcher matcher = SETTING.matcher(file.metadata().get("optimizer_settings"));
    while (matcher.find()) {
      if (matcher.group(1).equals(name)) {
        return matcher.group(2);
      }
    }
    throw new AssertionError(name + " in " + file.metadata());
  }

  private static int layerThenWeights(
      Map.Entry<String, Tensor> one, Map.Entry<String, Tensor> other) {
    String[] first = one.getKey().split("\\.");
    String[] second = other.getKey().split("\\.");
    int byLayer = first[1].compareTo(second[1]);
    return byLayer != 0 ? byLayer : second[2].compareTo(first[2]);
  }
}
