package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import com.sun.management.ThreadMXBean;
import io.github.gradsmith.npz.Npz;
import io.github.gradsmith.processor.NetworkProcessor;
import io.github.gradsmith.safetensors.Tensor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A small file of weights that could expand to a large one takes no more memory while compiling
 * than another.
 */
class ExpandingWeightsTest {
  private static final int EXPANDED = 256 << 20;

  @TempDir private Path folder;

  @Test
  void onlyWhatLayersTakeIsExpanded() throws IOException {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    new Npz(
            List.of(
                Tensor.of("layer2.weight", new float[] {1, 2}, 1, 2),
                Tensor.of("layer2.bias", new float[1], 1)))
        .write(plain);
    Files.write(folder.resolve("plain.npz"), plain.toByteArray());
    write("state.npz", plain.toByteArray(), "optimizer.exp_avg");
    write("wide.npz", new byte[0], "layer2.weight");
    assertThat(Files.size(folder.resolve("state.npz"))).isLessThan(EXPANDED / 200);
    compile("plain.npz");

    assertThat(compile("state.npz")).isEmpty();
    assertThat(compile("wide.npz")).anyMatch(error -> error.matches("GS053.*\\[67108864].*"));
  }

  /** Compiles a network with that file, which takes a fraction of what the file expands to. */
  private List<String> compile(String file) {
    JavaFileObject source =
        JavaFileObjects.forSourceString(
            "demo.Net",
            "package demo; @io.github.gradsmith.Network(layers = {2, 1}, activation ="
                + " io.github.gradsmith.Activation.TANH, weights = \""
                + file
                + "\") interface Net extends io.github.gradsmith.FloatPredictor {}");
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    Compilation compilation =
        Compiler.javac()
            .withProcessors(new NetworkProcessor())
            .withOptions("-Agradsmith.weightsDir=" + folder)
            .compile(source);
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(EXPANDED / 2);
    return compilation.errors().stream().map(error -> error.getMessage(Locale.ROOT)).toList();
  }

  /** The entries of an archive, and a vector of zeros. */
  private void write(String file, byte[] entries, String name) throws IOException {
    String header =
        "{'descr': '<f4', 'fortran_order': False, 'shape': (" + EXPANDED / Float.BYTES + ",), }";
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve(file)));
        ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(entries))) {
      zip.setLevel(Deflater.BEST_SPEED);
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        zip.putNextEntry(new ZipEntry(entry.getName()));
        in.transferTo(zip);
      }
      zip.putNextEntry(new ZipEntry(name + ".npy"));
      zip.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
      zip.write(new byte[] {(byte) header.length(), 0});
      zip.write(header.getBytes(StandardCharsets.US_ASCII));
      byte[] zeros = new byte[1 << 20];
      for (int k = 0; k < EXPANDED >> 20; k++) {
        zip.write(zeros);
      }
    }
  }
}
