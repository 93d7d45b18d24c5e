package io.github.gradsmith.processor.generated;

import io.github.gradsmith.Network;
import io.github.gradsmith.processor.NetworkProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What compiling the interface of a 784-30-10 network costs over compiling an empty one, printed
 * and not judged: the aim is less than a second. Its name keeps it out of the usual run; to run it:
 *
 * <pre>{@code
 * mvn test -pl processor -am -Dtest=CompileTimeBenchmark -Dsurefire.failIfNoSpecifiedTests=false
 * }</pre>
 *
 * <p>Cold is a javac process of its own for each compilation, the empty interface compiled without
 * the processor at all; warm is the same JVM again and again.
 */
class CompileTimeBenchmark {
  private static final int COLD_PAIRS = 5;
  private static final int WARM_PAIRS = 30;

  @TempDir private Path folder;

  @Test
  void network() throws IOException {
    Path empty = source("Empty", "interface Empty {}\n");
    Path digits =
        source(
            "Digits",
            """
            @io.github.gradsmith.Network(
                layers = {784, 30, 10}, activation = io.github.gradsmith.Activation.SIGMOID)
            interface Digits extends io.github.gradsmith.FloatNetwork {}
            """);
    print("cold", COLD_PAIRS, empty, digits, this::cold);
    print("warm", WARM_PAIRS, empty, digits, this::warm);
  }

  private Path source(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name + ".java"), text);
  }

  private static void print(
      String name, int pairs, Path empty, Path digits, ToLongFunction<Path> compilation) {
    List<Long> differences = new ArrayList<>();
    for (int pair = 0; pair < pairs; pair++) {
      long base = compilation.applyAsLong(empty);
      differences.add((compilation.applyAsLong(digits) - base) / 1_000_000);
    }
    differences.sort(null);
    System.out.printf(
        "%s: 784-30-10 costs %d ms over an empty interface (median of %d pairs, %d to %d)%n",
        name, differences.get(pairs / 2), pairs, differences.get(0), differences.get(pairs - 1));
  }

  /** Nanoseconds of a javac process. */
  private long cold(Path file) {
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "javac").toString()));
    command.addAll(options(file));
    command.add(file.toString());
    long start = System.nanoTime();
    try {
      if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
        throw new AssertionError(command);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return System.nanoTime() - start;
  }

  /** Nanoseconds of a compilation in this JVM. */
  private long warm(Path file) {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    long start = System.nanoTime();
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
      if (!javac
          .getTask(null, files, null, options(file), null, files.getJavaFileObjects(file))
          .call()) {
        throw new AssertionError(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return System.nanoTime() - start;
  }

  private List<String> options(Path file) {
    List<String> options = new ArrayList<>(List.of("-d", folder.toString()));
    options.addAll(List.of("-cp", ForkedJvm.place(Network.class).toString()));
    if (file.endsWith("Empty.java")) {
      options.add("-proc:none");
    } else {
      options.addAll(List.of("-processor", NetworkProcessor.class.getName()));
      options.addAll(List.of("-processorpath", System.getProperty("java.class.path")));
    }
    return options;
  }
}
