package io.github.gradsmith.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.Network;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three applications as their users write them, in few lines and not worse than scikit-learn 1.2.1.
 * {@code data.py} beside their data makes the data and prints the baselines.
 */
class ApplicationsTest {
  private static final Path SOURCES = Path.of("src/test/resources/applications");
  private static final int LONGEST_LINE = 120;

  /** {@code MLPRegressor((32,))}; linear regression has 0.9222. */
  private static final double HOUSES = 0.9682;

  /** Logistic regression; {@code MLPClassifier((8,))} has 0.8667. */
  private static final double IRIS = 0.9;

  /** {@code MLPClassifier((8,))} with {@code partial_fit}; {@code SGDClassifier} has 0.9357. */
  private static final double READINGS = 0.9453;

  @TempDir Path folder;

  @Test
  void pricesOfHouses() throws Exception {
    assertThat(linesOf("Houses")).isLessThanOrEqualTo(40);
    assertThat(run("Houses")).as("R²").isGreaterThanOrEqualTo(HOUSES);
  }

  @Test
  void speciesOfFlowers() throws Exception {
    assertThat(linesOf("Iris")).isLessThanOrEqualTo(20);
    assertThat(run("Iris")).as("accuracy").isGreaterThanOrEqualTo(IRIS);
  }

  @Test
  void alarmsInAStream() throws Exception {
    assertThat(linesOf("Detector")).isLessThanOrEqualTo(60);
    assertThat(run("Detector")).as("accuracy").isGreaterThanOrEqualTo(READINGS);
  }

  /** Lines that somebody wrote: neither blank nor a comment, an import or the package. */
  private static long linesOf(String name) throws IOException {
    List<String> lines = Files.readAllLines(SOURCES.resolve(name + ".java"));
    assertThat(lines).allMatch(line -> line.length() <= LONGEST_LINE);
    long count =
        lines.stream()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.matches("(import|package) .*"))
            .filter(line -> !line.startsWith("//") && !line.startsWith("/*"))
            .count();
    System.out.println(name + ": " + count + " lines");
    return count;
  }

  private static String classPath() throws URISyntaxException {
    return place(Network.class) + File.pathSeparator + place(Fit.class);
  }

  private static Path place(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /** Compiles it as an application's build does, and runs it on the data. */
  private double run(String name) throws Exception {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
      JavaCompiler.CompilationTask task =
          javac.getTask(
              messages,
              files,
              null,
              List.of("--release", "17", "-cp", classPath(), "-d", folder.toString()),
              null,
              files.getJavaFileObjects(SOURCES.resolve(name + ".java")));
      task.setProcessors(ServiceLoader.load(Processor.class));
      assertThat(task.call()).as(messages.toString()).isTrue();
    }
    for (String data : List.of("houses.csv", "iris.csv", "readings.csv")) {
      Files.copy(SOURCES.resolve(data), folder.resolve(data));
    }
    URL[] classes = {folder.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(classes, getClass().getClassLoader())) {
      double result =
          (double)
              loader
                  .loadClass("applications." + name)
                  .getMethod("run", Path.class)
                  .invoke(null, folder);
      System.out.println(name + ": " + result);
      return result;
    }
  }
}
