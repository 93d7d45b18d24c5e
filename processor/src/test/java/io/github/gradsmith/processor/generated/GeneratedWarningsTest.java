package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.Network;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Strict compilers have nothing to say of generated classes, SIMD kernels included. */
class GeneratedWarningsTest {
  /** Kinds and attributes: loop shapes with one output and with many. */
  private static final List<List<String>> NETWORKS =
      List.of(
          List.of("FloatPredictor", "layers = {2, 3, 1}, activation = {TANH, IDENTITY}"),
          List.of("DoublePredictor", "layers = {9, 70, 1}, activation = RELU, simd = Simd.OFF"),
          List.of("FloatPredictor", "layers = {333, 20, 3, 1}, activation = SIGMOID"),
          List.of("DoublePredictor", "layers = {50, 11, 9}, activation = GELU"),
          List.of("DoubleNetwork", "layers = {50, 70, 1}, activation = {RELU, IDENTITY}"),
          List.of(
              "FloatNetwork",
              "layers = {200, 300, 5}, activation = {TANH, SOFTMAX}, loss = CROSS_ENTROPY"));

  /**
   * All warnings but those of a taste that is not ours: texts to translate, {@code this.} before
   * each field, {@code super} in each overriding method, and parameters that a kernel has because
   * all kernels of its kind have them.
   */
  private static final String WARNINGS =
      "-warn:+all,-nls,-unqualifiedField,-super,-unusedParam,-unusedArgument";

  @TempDir static Path folder;
  private static List<String> files;

  @BeforeAll
  static void generate() throws IOException {
    CompiledNetworks.Builder builder = CompiledNetworks.builder();
    for (int i = 0; i < NETWORKS.size(); i++) {
      builder.add("Net" + i, NETWORKS.get(i).get(0), NETWORKS.get(i).get(1));
    }
    String small = "layers = {3, 2}, activation = IDENTITY, initializer = ZEROS";
    builder.add("WithAdam", "FloatNetwork", small, "@Adam");
    builder.add("WithMomentum", "DoubleNetwork", small, "@Sgd(momentum = 0.9)");
    CompiledNetworks networks = builder.compileWithVectorApi();
    new ForkedJvm(networks.classFiles(), classes());
    files = new ArrayList<>();
    for (Map.Entry<String, String> source : networks.sources().entrySet()) {
      Path file = folder.resolve(source.getKey().replace('.', '/') + ".java");
      Files.createDirectories(file.getParent());
      files.add(Files.writeString(file, source.getValue()).toString());
    }
  }

  private static Path classes() {
    return folder.resolve("classes");
  }

  private static String[] arguments(String... more) {
    String classPath = classes() + File.pathSeparator + ForkedJvm.place(Network.class);
    List<String> arguments = new ArrayList<>(List.of("-proc:none", "-cp", classPath));
    arguments.addAll(List.of("--add-modules", "jdk.incubator.vector"));
    arguments.addAll(List.of(more));
    arguments.addAll(files);
    return arguments.toArray(String[]::new);
  }

  @Test
  void ofEcj() {
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    BatchCompiler.compile(arguments("-d", "none", "-17", WARNINGS), out, out, null);
    assertThat(said.toString()).isEmpty();
  }

  /** What users can name has complete comments, and none is wrong. */
  @Test
  void ofDoclint() throws IOException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    String output = Files.createDirectory(folder.resolve("output")).toString();
    String groups = "-Xdoclint:all/protected,accessibility,html,reference,syntax";
    ToolProvider.getSystemJavaCompiler().run(null, said, said, arguments("-d", output, groups));
    assertThat(said.toString(StandardCharsets.UTF_8).lines())
        .filteredOn(line -> !line.contains("incubating module") && !line.equals("1 warning"))
        .isEmpty();
  }
}
