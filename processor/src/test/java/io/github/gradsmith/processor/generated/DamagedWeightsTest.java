package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.Onnx;
import io.github.gradsmith.npz.Npz;
import io.github.gradsmith.processor.NetworkProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Damaged weight and model files give diagnostics at their annotations, and never a failure of
 * ours.
 */
class DamagedWeightsTest {
  private static final int FILES = 500;
  private static final String LAYERS = "layers = {3, 4, 2}, activation = SIGMOID";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"safetensors", "npz", "onnx"})
  void everyFaultIsADiagnostic(String format) throws IOException {
    Path intact = folder.resolve("intact." + format);
    DoubleNetwork network =
        CompiledNetworks.builder()
            .add("Intact", "DoubleNetwork", LAYERS)
            .compile()
            .doubles("Intact", 3);
    switch (format) {
      case "npz" -> Npz.of(network).write(intact);
      case "onnx" -> Onnx.write(network, intact);
      default -> network.save(intact);
    }
    byte[] content = Files.readAllBytes(intact);
    Random random = new Random(2);
    List<JavaFileObject> sources = new ArrayList<>();
    for (int k = 0; k < FILES; k++) {
      String name = "damaged" + k + "." + format;
      Files.write(folder.resolve(name), damaged(content, random));
      sources.add(source("Net" + k, name));
    }

    Compilation compilation =
        Compiler.javac()
            .withProcessors(new NetworkProcessor())
            .withOptions("-Agradsmith.weightsDir=" + folder, "-Xmaxerrs", "1000")
            .compile(sources);

    List<String> errors =
        compilation.errors().stream().map(error -> error.getMessage(Locale.ROOT)).toList();
    assertThat(errors).allMatch(error -> error.matches("(?s)GS0(14|4[89]|5[2-5]|6[0-2]): .*"));
    assertThat(compilation.errors().stream().map(error -> error.getSource().getName()).distinct())
        .hasSizeGreaterThan(FILES / 2);
  }

  private static JavaFileObject source(String name, String file) {
    String attributes =
        file.endsWith(".onnx")
            ? "model = \""
            : "layers = {3, 4, 2}, activation = io.github.gradsmith.Activation.SIGMOID, weights = \"";
    return JavaFileObjects.forSourceString(
        "demo." + name,
        "package demo; @io.github.gradsmith.Network("
            + attributes
            + file
            + "\") interface "
            + name
            + " extends io.github.gradsmith.DoublePredictor {}");
  }

  private static byte[] damaged(byte[] intact, Random random) {
    byte[] damaged = intact.clone();
    switch (random.nextInt(3)) {
      case 0:
        return Arrays.copyOf(damaged, random.nextInt(damaged.length));
      case 1:
        int at = random.nextInt(damaged.length / 2);
        damaged[at] ^= (byte) (1 << random.nextInt(8));
        return damaged;
      default:
        for (int n = 0; n < 8; n++) {
          damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
        }
        return damaged;
    }
  }
}
