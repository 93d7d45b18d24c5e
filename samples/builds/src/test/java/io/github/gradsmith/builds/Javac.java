package io.github.gradsmith.builds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A run of javac, put together piece by piece. */
final class Javac {
  static final String XOR =
      """
      package demo;

      import io.github.gradsmith.*;

      @Network(layers = {2, 3, 1}, activation = Activation.SIGMOID)
      public interface XorNet extends DoubleNetwork {}
      """;

  static final String USE =
      """
      package demo;

      public final class Use {
        public static void main(String[] arguments) {
          System.out.println(new XorNetImpl(1).topology().layers().size() + " layers");
        }
      }
      """;

  private final int feature;
  private final Path folder;
  private final List<String> jvmOptions = new ArrayList<>();
  private final List<String> options = new ArrayList<>();
  private final List<String> sources = new ArrayList<>();

  /** Of a JDK, with its output in a folder. */
  Javac(int feature, Path folder) {
    this.feature = feature;
    this.folder = folder;
    if (feature >= 25) {
      jvmOptions.add("-J--sun-misc-unsafe-memory-access=deny");
    }
  }

  Javac with(Object... more) {
    Stream.of(more).map(Object::toString).forEach(options::add);
    return this;
  }

  /** As strict builds compile. */
  Javac strict() {
    return with("-Xlint:all,-processing", "-Werror");
  }

  Javac classPath(Path... jars) {
    return with("-cp", path(jars));
  }

  Javac modulePath(Path... jars) {
    return with("-p", path(jars));
  }

  Javac processorPath(Path... jars) {
    return with("--processor-path", path(jars));
  }

  static String path(Path... jars) {
    return String.join(":", Stream.of(jars).map(Path::toString).toList());
  }

  Javac source(String name, String text) throws IOException {
    Path file = folder.resolve("src").resolve(name);
    Files.createDirectories(file.getParent());
    sources.add(Files.writeString(file, text).toString());
    return this;
  }

  /** The network for exclusive or, and a program that uses its class. */
  Javac xor() throws IOException {
    return source("demo/XorNet.java", XOR).source("demo/Use.java", USE);
  }

  /** All sources below a folder. */
  Javac sources(Path below) throws IOException {
    try (Stream<Path> files = Files.walk(below)) {
      files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(sources::add);
    }
    return this;
  }

  Path classes() {
    return folder.resolve("classes");
  }

  Command run() throws IOException {
    Files.createDirectories(classes());
    List<String> command = new ArrayList<>();
    command.add(Delivered.jdk(feature).resolve("bin/javac").toString());
    command.addAll(jvmOptions);
    command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-Duser.language=en"));
    command.addAll(List.of("-d", classes().toString()));
    command.addAll(options);
    command.addAll(sources);
    return Command.run(folder, command);
  }
}
