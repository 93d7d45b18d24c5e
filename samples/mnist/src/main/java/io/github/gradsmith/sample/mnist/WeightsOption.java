package io.github.gradsmith.sample.mnist;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** {@code --weights}, for the commands that need a trained network. */
final class WeightsOption {
  @Option(
      names = "--weights",
      paramLabel = "FILE",
      converter = NamedPath.class,
      defaultValue = "digits.safetensors",
      description = {"The weights that 'train' has saved", "(default: ${DEFAULT-VALUE})."})
  private Path file;

  WeightFile file() {
    return new WeightFile(file);
  }
}
