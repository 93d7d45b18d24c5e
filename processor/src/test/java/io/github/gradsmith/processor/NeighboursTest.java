package io.github.gradsmith.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.processor.generated.ForkedJvm;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Other processors on the same path do what they do alone, behind ours and in front of it: Lombok
 * with its {@code val}, one for all annotations, one for {@code @Generated}. Runs on the JDK of the
 * build; {@code -Dgradsmith.jdks=/a/jdk:/another} adds others.
 */
class NeighboursTest {
  private static final String NET =
      """
      package demo;

      import io.github.gradsmith.*;

      @Network(layers = {2, 1}, activation = Activation.TANH)
      public interface Net extends FloatNetwork {}
      """;

  private static final String APPLICATION =
      """
      package demo;

      import java.util.List;
      import java.util.function.Supplier;
      import lombok.Getter;
      import lombok.val;

      @Getter
      public class Application implements Supplier<Integer> {
        private final int answer = 42;

        @Override
        public Integer get() {
          val net = new NetImpl(1);
          val numbers = List.of(net.inputSize(), new Application().getAnswer());
          return numbers.get(0) + numbers.get(1) + net.forward(new float[2]).length;
        }
      }
      """;

  @TempDir Path folder;
  private Path recording;
  private List<Path> sources;

  static Stream<Arguments> jdksInBothOrders() {
    return ForkedJvm.jdks().stream()
        .flatMap(jdk -> Stream.of(Arguments.of(jdk, true), Arguments.of(jdk, false)));
  }

  @BeforeEach
  void write() throws IOException, URISyntaxException {
    sources =
        List.of(
            Files.writeString(folder.resolve("Net.java"), NET),
            Files.writeString(folder.resolve("Application.java"), APPLICATION));
    recording = folder.resolve("recording");
    List<String> processors = new ArrayList<>();
    for (Class<?> type :
        List.of(
            RecordingProcessor.class,
            RecordingProcessor.OfAll.class,
            RecordingProcessor.OfGenerated.class)) {
      String file = type.getName().replace('.', '/') + ".class";
      Path copy = recording.resolve(file);
      Files.createDirectories(copy.getParent());
      Files.copy(Path.of(type.getResource("/" + file).toURI()), copy);
      processors.add(type.getName());
    }
    Path services = Files.createDirectories(recording.resolve("META-INF/services"));
    Files.write(
        services.resolve("javax.annotation.processing.Processor"), processors.subList(1, 3));
  }

  @ParameterizedTest
  @MethodSource("jdksInBothOrders")
  void workAsTheyDoAlone(Path jdk, boolean oursIsFirst) throws Exception {
    String lombok = place(lombok.val.class);
    String neighbours = recording + File.pathSeparator + lombok;
    String path =
        oursIsFirst
            ? ours() + File.pathSeparator + neighbours
            : neighbours + File.pathSeparator + ours();
    String runtime = Modules.runtime();
    Path output = Files.createDirectory(folder.resolve("classes"));
    javac(jdk, "-processorpath", path, "-cp", runtime + File.pathSeparator + lombok, output);

    assertThat(Files.readAllLines(output.resolve("OfAll.txt")))
        .contains("@io.github.gradsmith.Network", "@lombok.Getter", "demo.Net", "demo.NetImpl")
        .contains("io.github.gradsmith.Network on demo.Net");
    assertThat(Files.readAllLines(output.resolve("OfGenerated.txt")))
        .contains("javax.annotation.processing.Generated on demo.NetImpl");
    URL[] classes = {output.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(classes, getClass().getClassLoader())) {
      Object application = loader.loadClass("demo.Application").getConstructor().newInstance();
      assertThat(((java.util.function.Supplier<?>) application).get()).isEqualTo(2 + 42 + 1);
    }
  }

  private void javac(
      Path jdk, String option, String path, String option2, String classPath, Path output)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(jdk.resolve("bin/javac").toString());
    command.addAll(List.of("--release", "17", "-Xlint:all,-processing", "-Werror"));
    command.addAll(List.of(option, path, option2, classPath, "-d", output.toString()));
    sources.forEach(source -> command.add(source.toString()));
    Path log = folder.resolve("log.txt");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVAC_OPTIONS"));
    int exit = builder.redirectOutput(log.toFile()).start().waitFor();
    assertThat(exit).as("%s", Files.readString(log, StandardCharsets.UTF_8)).isZero();
  }

  /** The processor with all that it needs. */
  private static String ours() throws URISyntaxException {
    String tests = place(NeighboursTest.class);
    String lombok = place(lombok.val.class);
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !Path.of(entry).equals(Path.of(tests)) && !entry.equals(lombok))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String place(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
  }
}
