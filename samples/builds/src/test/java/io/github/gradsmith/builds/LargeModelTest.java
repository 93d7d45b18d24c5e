package io.github.gradsmith.builds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of 100 MB is read by a javac that has 512 MB. */
class LargeModelTest {
  private static final int WIDTH = 5000;
  private static final int OUTPUTS = 10;

  private static final String EXPORT =
      """
      package demo;

      public final class Export {
        public static void main(String[] arguments) throws Exception {
          io.github.gradsmith.Onnx.write(BigNet.create(), java.nio.file.Path.of(arguments[0]));
        }
      }
      """;

  @TempDir private Path folder;

  @Test
  void weightsAndModelOf100MegabytesNeedNoMoreThan512() throws IOException {
    writeWeights(folder.resolve("big.safetensors"));
    Path first =
        compiled(
            "weights",
            "layers = {5000, 5000, 10}, activation = Activation.SIGMOID,"
                + " weights = \"big.safetensors\"");
    Path model = folder.resolve("big.onnx");
    Command export =
        Command.run(
            folder,
            List.of(
                Delivered.jdk(17).resolve("bin/java").toString(),
                "-cp",
                Javac.path(first, Delivered.RUNTIME),
                "demo.Export",
                model.toString()));
    assertThat(export.exit()).as(export.output()).isZero();
    assertThat(Files.size(model)).isGreaterThan(100_000_000);
    Path second = compiled("model", "model = \"big.onnx\"");
    String numbers = "demo/BigNet.weights";
    assertThat(Files.mismatch(first.resolve(numbers), second.resolve(numbers))).isEqualTo(-1);
  }

  private Path compiled(String name, String network) throws IOException {
    Javac javac =
        new Javac(17, folder.resolve(name))
            .strict()
            .with("-J-Xmx512m", "-Agradsmith.weightsDir=" + folder)
            .classPath(Delivered.RUNTIME)
            .processorPath(Delivered.PROCESSOR)
            .source(
                "demo/BigNet.java",
                """
                package demo;

                import io.github.gradsmith.*;

                @Network(%s)
                public interface BigNet extends FloatNetwork {
                  static BigNet create() {
                    return new BigNetImpl();
                  }
                }
                """
                    .formatted(network))
            .source("demo/Export.java", EXPORT);
    Command run = javac.run();
    assertThat(run.exit()).as(run.output()).isZero();
    return javac.classes();
  }

  /** Numbers that differ, so that a file in another order shows. */
  private static void writeWeights(Path file) throws IOException {
    int[] sizes = {4 * WIDTH * WIDTH, 4 * WIDTH, 4 * OUTPUTS * WIDTH, 4 * OUTPUTS};
    String[] names = {"layer2.weight", "layer2.bias", "layer3.weight", "layer3.bias"};
    String[] shapes = {"5000, 5000", "5000", "10, 5000", "10"};
    StringBuilder header = new StringBuilder("{");
    int end = 0;
    for (int i = 0; i < sizes.length; i++) {
      header.append(i == 0 ? "" : ", ");
      header.append('"' + names[i] + "\": {\"dtype\": \"F32\", \"shape\": [" + shapes[i]);
      header.append("], \"data_offsets\": [" + end + ", " + (end + sizes[i]) + "]}");
      end += sizes[i];
    }
    byte[] text = header.append('}').toString().getBytes(StandardCharsets.UTF_8);
    ByteBuffer length = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(text.length);
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(length.array());
      out.write(text);
      ByteBuffer row = ByteBuffer.allocate(4 * OUTPUTS).order(ByteOrder.LITTLE_ENDIAN);
      for (int written = 0; written < end; written += row.capacity()) {
        row.clear();
        for (int i = 0; i < OUTPUTS; i++) {
          row.putFloat((written + i) % 9973 / 1e6f);
        }
        out.write(row.array());
      }
    }
  }
}
