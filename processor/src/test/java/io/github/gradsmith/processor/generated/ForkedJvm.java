package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.Network;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs main classes of the tests on generated classes in JVMs of their own, with other options. */
public final class ForkedJvm {
  private static final int TIMEOUT_SECONDS = 600;

  private final Path folder;

  /** Writes the classes into an empty folder. */
  ForkedJvm(CompiledNetworks networks, Path folder) throws IOException {
    this(networks.classFiles(), folder);
  }

  /** The same with class files by binary name. */
  public ForkedJvm(Map<String, byte[]> classFiles, Path folder) throws IOException {
    this.folder = folder;
    for (Map.Entry<String, byte[]> type : classFiles.entrySet()) {
      Path file = folder.resolve(type.getKey().replace('.', '/') + ".class");
      Files.createDirectories(file.getParent());
      Files.write(file, type.getValue());
    }
  }

  /** The JDK that runs the tests and, separated as in paths, those of {@code gradsmith.jdks}. */
  public static List<Path> jdks() {
    String others = System.getProperty("gradsmith.jdks", "");
    return Stream.concat(
            Stream.of(System.getProperty("java.home")),
            Stream.of(others.split(File.pathSeparator)).filter(home -> !home.isBlank()))
        .map(Path::of)
        .toList();
  }

  /** What the main class and the JVM print, line by line; the exit code must be 0. */
  public List<String> run(Path jdk, List<String> options, Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(jdk.resolve("bin").resolve("java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", classPath(main), main.getName()));
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile(folder, "output", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    // Options of the environment would change what is tested, and are announced on the output.
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    Process process = builder.redirectOutput(output.toFile()).start();
    try {
      assertThat(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS))
          .as("%s ends", command)
          .isTrue();
    } finally {
      process.destroyForcibly();
    }
    String text = Files.readString(output, StandardCharsets.UTF_8);
    assertThat(process.exitValue()).as("%s%n%s", command, text).isZero();
    return text.lines().toList();
  }

  private String classPath(Class<?> main) {
    return String.join(
        File.pathSeparator,
        folder.toString(),
        place(main).toString(),
        place(Network.class).toString());
  }

  /** The folder or archive that a class was loaded from. */
  static Path place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
