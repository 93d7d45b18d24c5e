package io.github.gradsmith.sample.mnist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Starts the program as a user does, and sees which JVMs it takes. */
@Timeout(120)
class VectorJvmTest {
  /** What a JVM says that has the module. */
  private static final String HERE = "WARNING: Using incubator modules: jdk.incubator.vector";

  @TempDir private Path directory;
  private int exitCode;

  @BeforeEach
  void writeData() throws IOException {
    IdxBytes.writePaneles(directory, 20);
  }

  @Test
  void trainingMovesToAJvmWithTheModule() throws IOException, InterruptedException {
    List<String> lines = run(List.of(), "train", "--epochs=2", "--output=" + weights());

    assertThat(exitCode).isZero();
    assertThat(lines).contains(HERE, "weights saved to " + weights());
    assertThat(lines).filteredOn(line -> line.startsWith("epoch ")).hasSize(2);
    assertThat(weights()).isRegularFile();
  }

  @Test
  void itStaysIfThatIsSaid() throws IOException, InterruptedException {
    List<String> lines =
        run(List.of(), "train", "--simd=off", "--epochs=2", "--output=" + weights());

    assertThat(exitCode).isZero();
    assertThat(lines).contains("plain kernels").hasSize(6); // and nothing else, of the log
  }

  @Test
  void itStaysWhereTheModuleIs() throws IOException, InterruptedException {
    List<String> options = List.of("--add-modules", "jdk.incubator.vector");

    List<String> lines = run(options, "train", "--epochs=2", "--output=" + weights());

    assertThat(lines).containsOnlyOnce(HERE);
  }

  @Test
  void offIsOffThereToo() throws IOException, InterruptedException {
    List<String> options = List.of("--add-modules", "jdk.incubator.vector");

    List<String> lines = run(options, "train", "--simd=off", "--epochs=2", "--output=" + weights());

    assertThat(lines).contains("plain kernels");
  }

  @Test
  void theExitCodeAndTheFaultAreThoseOfTheOther() throws IOException, InterruptedException {
    List<String> lines = run(List.of(), "train", "--output=" + directory);

    assertThat(exitCode).isEqualTo(1);
    assertThat(lines)
        .containsExactly(
            HERE, "mnist train: " + directory + ": cannot be written, it is not a regular file");
  }

  @Test
  void theJvmsArgumentsAreHandedOn() throws IOException, InterruptedException {
    List<String> options = List.of("-XX:+PrintCommandLineFlags");

    List<String> lines = run(options, "train", "--epochs=2", "--output=" + weights());

    assertThat(lines).filteredOn(line -> line.startsWith("-XX:")).hasSize(2); // one for each JVM
  }

  @Test
  void nothingElseMoves() throws IOException, InterruptedException {
    new DigitNetImpl(1).save(weights());

    List<String> shown = run(List.of(), "show", "3", "--weights=" + weights());
    List<String> help = run(List.of(), "train", "--help");

    assertThat(shown).hasSize(1 + 30 + 10 + 1);
    assertThat(help).doesNotContain(HERE).anyMatch(line -> line.contains("--simd"));
  }

  private Path weights() {
    return directory.resolve("w.safetensors");
  }

  private List<String> run(List<String> jvmOptions, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmOptions);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Mnist.class.getName()));
    command.addAll(List.of(arguments));
    command.add("--data=" + directory);
    Path out = directory.resolve("out");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    exitCode = process.exitValue();
    return Files.readAllLines(out);
  }
}
