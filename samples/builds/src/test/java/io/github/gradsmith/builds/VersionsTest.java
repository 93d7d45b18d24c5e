package io.github.gradsmith.builds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runtime and processor of different versions, and where both jars may stand. */
class VersionsTest {
  private static final String SKEW =
      "GS070: gradsmith-runtime on the compile path is of version 0.0.9, but this"
          + " gradsmith-processor is of version "
          + Delivered.VERSION
          + ".";

  private static final String MODULE = "module demo { requires io.github.gradsmith; }";

  @TempDir private Path folder;

  /** The runtime, which says of itself that it is another version. */
  private Path otherRuntime() throws IOException {
    Path jar = folder.resolve("gradsmith-runtime-0.0.9.jar");
    Files.copy(Delivered.RUNTIME, jar, StandardCopyOption.REPLACE_EXISTING);
    String name = "io/github/gradsmith/internal/check/RuntimeVersion";
    Javac javac =
        new Javac(17, folder.resolve("other"))
            .with("--release", "11")
            .source(
                name + ".java",
                """
                package io.github.gradsmith.internal.check;

                public final class RuntimeVersion {
                  public static final String VERSION = "0.0.9";
                }
                """);
    assertThat(javac.run().output()).isEmpty();
    try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of())) {
      Files.copy(
          javac.classes().resolve(name + ".class"),
          zip.getPath("/" + name + ".class"),
          StandardCopyOption.REPLACE_EXISTING);
    }
    return jar;
  }

  @ParameterizedTest
  @ValueSource(ints = {17, 25})
  void anotherRuntimeIsNamed(int jdk) throws IOException {
    Javac javac = new Javac(jdk, folder).strict().processorPath(Delivered.PROCESSOR).xor();
    assertThat(javac.classPath(otherRuntime()).run().output())
        .contains("XorNet.java:5: error: " + SKEW)
        .contains("1 error")
        .doesNotContain("cannot find symbol");
  }

  @Test
  void soItIsInANamedModule() throws IOException {
    Javac javac = new Javac(17, folder).strict().processorPath(Delivered.PROCESSOR).xor();
    Command run = javac.source("module-info.java", MODULE).modulePath(otherRuntime()).run();
    assertThat(run.output()).contains("XorNet.java:5: error: " + SKEW);
  }

  /** Who takes the processor for a dependency has the runtime twice. */
  @Test
  void bothJarsMayBeOnTheClassPath() throws IOException {
    for (List<Path> jars :
        List.of(
            List.of(Delivered.RUNTIME, Delivered.PROCESSOR),
            List.of(Delivered.PROCESSOR, Delivered.RUNTIME))) {
      Javac javac = new Javac(17, folder).strict().xor().classPath(jars.toArray(Path[]::new));
      assertThat(javac.run().output()).isEmpty();
      Command program =
          Command.run(
              folder,
              List.of(
                  Delivered.jdk(17).resolve("bin/java").toString(),
                  "-cp",
                  Javac.path(javac.classes(), jars.get(0), jars.get(1)),
                  "demo.Use"));
      assertThat(program.output()).isEqualTo("3 layers\n");
    }
  }

  @Test
  void aNamedModuleReadsTheRuntimeWhereverTheProcessorIs() throws IOException {
    Javac javac = new Javac(17, folder).strict().xor().source("module-info.java", MODULE);
    Command run =
        javac
            .modulePath(Delivered.RUNTIME)
            .classPath(Delivered.PROCESSOR)
            .processorPath(Delivered.PROCESSOR)
            .run();
    assertThat(run.output()).isEmpty();
  }
}
