package io.github.gradsmith.builds;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the build has made, and what is there to try it with. */
final class Delivered {
  static final String VERSION = System.getProperty("gradsmith.version");
  static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  static final Path PROCESSOR = jar("processor", "processor");
  static final Path RUNTIME = jar("runtime/core", "runtime");
  static final Path TRAINING = jar("runtime/training", "training");
  static final Path TARGET = Path.of("target").toAbsolutePath();

  private static final Path THIS_JDK = Path.of(System.getProperty("java.home"));

  private Delivered() {}

  private static Path jar(String folder, String artifact) {
    return ROOT.resolve(folder + "/target/gradsmith-" + artifact + "-" + VERSION + ".jar");
  }

  /** A jar of another project, by the beginning of its name. */
  static Path tool(String name) {
    try (Stream<Path> jars = Files.list(TARGET.resolve("tools"))) {
      return jars.filter(jar -> jar.getFileName().toString().startsWith(name + "-"))
          .findFirst()
          .orElseThrow(() -> new AssertionError("target/tools has no " + name));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The JDK of this version: the one that runs the tests, or one beside it. */
  static Path jdk(int feature) {
    if (Runtime.version().feature() == feature) {
      return THIS_JDK;
    }
    List<Path> folders = List.of(THIS_JDK.getParent(), Path.of("/usr/lib/jvm"));
    for (Path folder : folders) {
      try (Stream<Path> jdks = Files.list(folder)) {
        Path found =
            jdks.filter(jdk -> jdk.getFileName().toString().matches(".*\\b" + feature + "\\b.*"))
                .filter(jdk -> Files.exists(jdk.resolve("bin/javac")))
                .sorted()
                .findFirst()
                .orElse(null);
        if (found != null) {
          return found;
        }
      } catch (IOException e) {
        continue; // no such folder here
      }
    }
    assumeThat(false).as("there is no JDK %d here: not run", feature).isTrue();
    throw new AssertionError();
  }

  /** Goes on only if a program is on the path; else the test is skipped and says so. */
  static void assumeProgram(String name) {
    boolean found =
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    assumeThat(found).as("%s is not on the path: not run", name).isTrue();
  }
}
