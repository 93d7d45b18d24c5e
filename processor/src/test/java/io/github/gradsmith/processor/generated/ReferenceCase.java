package io.github.gradsmith.processor.generated;

import io.github.gradsmith.safetensors.Safetensors;
import io.github.gradsmith.safetensors.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file of {@code src/test/resources/reference}; the README there says what it holds. */
final class ReferenceCase {
  private static final Pattern SETTING = Pattern.compile("\"(\\w+)\": (\\[[^]]*]|[^,}]+)");

  private final Safetensors file;

  ReferenceCase(String name) {
    try {
      file = Safetensors.read(Path.of("src/test/resources/reference", name + ".safetensors"));
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
    return Integer.parseInt(file.metadata().get(key));
  }

  String text(String key) {
    return file.metadata().get(key);
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
