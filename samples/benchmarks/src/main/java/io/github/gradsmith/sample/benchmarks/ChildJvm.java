package io.github.gradsmith.sample.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program of this sample in a JVM of its own, of the same JDK and class path. */
public final class ChildJvm {
  private final List<String> command = new ArrayList<>();

  /** A JVM with these flags, and more folders of classes. */
  public ChildJvm(List<String> flags, Path... more) {
    StringBuilder classPath = new StringBuilder(System.getProperty("java.class.path"));
    for (Path folder : more) {
      classPath.append(System.getProperty("path.separator")).append(folder);
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(List.of("-classpath", classPath.toString()));
  }

  /**
   * Runs it to its end.
   *
   * @return the last line that it prints; its errors go where ours go
   */
  public String run(Class<?> main, String... arguments) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(command);
    line.add(main.getName());
    line.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(main.getSimpleName() + " failed: " + text);
    }
    return text.lines().reduce((before, last) -> last).orElse("");
  }
}
