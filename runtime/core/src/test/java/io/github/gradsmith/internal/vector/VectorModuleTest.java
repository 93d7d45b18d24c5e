package io.github.gradsmith.internal.vector;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.Network;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Asks in JVMs of their own, with and without the module, from code in modules and outside. */
class VectorModuleTest {
  private static final String MODULE = "jdk.incubator.vector";
  private static final String[] WITH = {"--add-modules", MODULE};
  private static final String PLAIN = "runs plain kernels, not those of the Vector API: ";

  @TempDir private Path folder;

  /** A program that asks for two of its classes, and then demands. */
  @BeforeEach
  void writeProgram() throws IOException {
    Files.createDirectories(folder.resolve("src/app"));
    Files.writeString(
        folder.resolve("src/app/Main.java"),
        """
        package app;
        import io.github.gradsmith.internal.vector.VectorModule;
        public class Main {
          static class Other {}
          public static void main(String[] args) {
            System.out.println("bits " + VectorModule.bits(128) + " " + VectorModule.bits(512));
            System.out.println("usable " + VectorModule.usable(Main.class));
            System.out.println("usable " + VectorModule.usable(Other.class));
            try {
              VectorModule.require(Other.class);
              System.out.println("granted");
            } catch (IllegalStateException e) {
              System.out.println("refused " + e.getMessage());
            }
          }
        }
        """);
  }

  @Test
  void isUsableInAJvmWithTheModule() throws IOException, InterruptedException {
    assertThat(onClassPath(WITH)).contains("usable true", "granted").noneMatch(isExplanation());
  }

  @Test
  void aJvmWithoutItIsExplainedOnce() throws IOException, InterruptedException {
    String reason =
        "this JVM was started without its module. Start it with: java --add-modules " + MODULE;

    assertThat(onClassPath())
        .contains(
            "usable false",
            "refused app.Main$Other requires the Vector API (simd = REQUIRED): " + reason)
        .doesNotContain("usable true", "granted")
        .filteredOn(isExplanation())
        .singleElement()
        .asString()
        .endsWith("app.Main " + PLAIN + reason);
  }

  @Test
  void theSwitchNeedsNoExplanation() throws IOException, InterruptedException {
    assertThat(onClassPath("--add-modules", MODULE, "-Dgradsmith.simd=off"))
        .contains(
            "usable false",
            "refused app.Main$Other requires the Vector API (simd = REQUIRED):"
                + " -Dgradsmith.simd=off is set. Start java without it.")
        .doesNotContain("usable true")
        .noneMatch(isExplanation());
  }

  @Test
  void aModuleThatDoesNotReadItIsExplained() throws IOException, InterruptedException {
    String reason =
        "the module app does not read it. Write in its module-info.java: requires static "
            + MODULE
            + ";";

    assertThat(inModule("", WITH))
        .contains("refused app.Main$Other requires the Vector API (simd = REQUIRED): " + reason)
        .doesNotContain("usable true")
        .filteredOn(isExplanation())
        .singleElement()
        .asString()
        .endsWith("app.Main " + PLAIN + reason);
  }

  @Test
  void aModuleThatReadsItCanUseIt() throws IOException, InterruptedException {
    assertThat(inModule("requires static " + MODULE + ";", WITH))
        .contains("usable true", "granted")
        .doesNotContain("usable false");
  }

  @Test
  void toReadItDoesNotBringItIn() throws IOException, InterruptedException {
    assertThat(inModule("requires static " + MODULE + ";"))
        .contains("usable false")
        .doesNotContain("usable true")
        .filteredOn(isExplanation())
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "-Xint, optimizing compiler",
    "-XX:TieredStopAtLevel=1, optimizing compiler",
    "-XX:-UseFMA, fused multiply-add"
  })
  void aJvmThatWouldRunItAsObjectsIsExplained(String option, String reason)
      throws IOException, InterruptedException {
    assertThat(onClassPath("--add-modules", MODULE, option))
        .contains("usable false")
        .doesNotContain("usable true", "granted")
        .filteredOn(isExplanation())
        .singleElement()
        .asString()
        .contains(reason);
  }

  @ParameterizedTest
  @CsvSource({"'', 512", "128, 128", "256, 256", "257, 512", "off, 512"})
  void theWidthIsLimited(String limit, int bits) throws IOException, InterruptedException {
    assertThat(onClassPath("--add-modules", MODULE, "-Dgradsmith.simd=" + limit))
        .contains("bits 128 " + bits);
  }

  private static Predicate<String> isExplanation() {
    return line -> line.contains(PLAIN);
  }

  private List<String> onClassPath(String... options) throws IOException, InterruptedException {
    compile("-cp", runtime());
    String classPath = folder.resolve("out") + File.pathSeparator + runtime();
    return run(options, "-cp", classPath, "app.Main");
  }

  private List<String> inModule(String directive, String... options)
      throws IOException, InterruptedException {
    Files.writeString(
        folder.resolve("src/module-info.java"),
        "module app { requires io.github.gradsmith; " + directive + " }");
    compile("-p", runtime());
    String modulePath = folder.resolve("out") + File.pathSeparator + runtime();
    return run(options, "-p", modulePath, "-m", "app/app.Main");
  }

  private void compile(String... options) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.addAll(List.of("-d", folder.resolve("out").toString()));
    try (var files = Files.walk(folder.resolve("src"))) {
      files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
    }
    var messages = new ByteArrayOutputStream();
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, messages, arguments.toArray(String[]::new));
    assertThat(result).as("%s", messages).isZero();
  }

  private List<String> run(String[] options, String... main)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Duser.language=en");
    command.addAll(List.of(options));
    command.addAll(List.of(main));
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("%s ends", command).isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).as("%s", Files.readString(output)).isZero();
    return Files.readAllLines(output);
  }

  private static String runtime() {
    try {
      return Path.of(Network.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toString();
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
