package io.github.gradsmith.builds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The processor's jar stands alone, whatever else is on the path. */
class ProcessorJarTest {
  private static final String SAMPLES = "samples/%s/src/main/java";

  @TempDir private Path folder;

  @Test
  void allItsClassesAreOurs() throws IOException {
    try (JarFile jar = new JarFile(Delivered.PROCESSOR.toFile())) {
      List<String> names = jar.stream().map(ZipEntry::getName).toList();
      assertThat(names)
          .filteredOn(name -> name.endsWith(".class"))
          .hasSizeGreaterThan(500)
          .allMatch(name -> name.startsWith("io/github/gradsmith/"));
      assertThat(names)
          .contains("io/github/gradsmith/Network.class", "META-INF/licenses/Apache-2.0.txt")
          .doesNotContain("module-info.class");
      String notice = text(jar, "META-INF/licenses/NOTICE.txt");
      for (String library : List.of("javapoet", "auto-common", "guava", "failureaccess")) {
        assertThat(notice).contains(":" + library);
      }
    }
  }

  private static String text(JarFile jar, String name) throws IOException {
    return new String(
        jar.getInputStream(jar.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
  }

  /** Every program that runs a network carries the runtime. */
  @Test
  void theRuntimeStaysSmall() throws IOException {
    assertThat(Files.size(Delivered.RUNTIME)).isBetween(150_000L, 275_000L);
  }

  /** Users' builds fetch what the pom names. */
  @Test
  void itHasNoDependencies() throws IOException {
    String pom =
        Files.readString(Delivered.ROOT.resolve("processor/target/dependency-reduced-pom.xml"));
    Pattern dependency = Pattern.compile("<dependency>(.*?)</dependency>", Pattern.DOTALL);
    assertThat(dependency.matcher(pom.replaceAll("(?s)<exclusions>.*?</exclusions>", "")).results())
        .isNotEmpty()
        .allMatch(found -> found.group(1).matches("(?s).*<scope>(test|provided)</scope>.*"));
  }

  @Test
  void sourcesAndJavadocAreBesideIt() {
    for (Path jar : List.of(Delivered.PROCESSOR, Delivered.RUNTIME, Delivered.TRAINING)) {
      for (String classifier : List.of("sources", "javadoc")) {
        String name = jar.getFileName().toString().replace(".jar", "-" + classifier + ".jar");
        assertThat(jar.resolveSibling(name)).isNotEmptyFile();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "17, --processor-path",
    "17, --processor-module-path",
    "25, --processor-path",
    "25, --processor-module-path"
  })
  void itAloneCompilesEverySample(int jdk, String path) throws IOException {
    Javac classPath =
        new Javac(jdk, folder.resolve("classpath"))
            .strict()
            .with(path, Delivered.PROCESSOR, "-Agradsmith.derivation=true")
            .classPath(
                Delivered.RUNTIME,
                Delivered.TRAINING,
                Delivered.tool("picocli"),
                Delivered.tool("fastcsv"));
    for (String sample : List.of("lecture", "mnist", "online", "tabular")) {
      classPath.sources(sample(sample));
    }
    silent(classPath);
    silent(
        new Javac(jdk, folder.resolve("module"))
            .strict()
            .with(path, Delivered.PROCESSOR)
            .modulePath(Delivered.RUNTIME)
            .sources(sample("embedded")));
  }

  private static Path sample(String name) {
    return Delivered.ROOT.resolve(String.format(SAMPLES, name));
  }

  private static void silent(Javac javac) throws IOException {
    Command run = javac.run();
    assertThat(run.output()).isEmpty();
    assertThat(run.exit()).isZero();
  }

  /** As other processors bring them along; the model is read with neither of them. */
  @ParameterizedTest
  @CsvSource({"17, true", "25, true", "25, false"})
  void oldLibrariesOnTheProcessorPathDoNotMatter(int jdk, boolean inFront) throws IOException {
    Path guava = Delivered.tool("guava");
    Path protobuf = Delivered.tool("protobuf-java");
    Javac javac =
        new Javac(jdk, folder).strict().modulePath(Delivered.RUNTIME).sources(sample("embedded"));
    if (inFront) {
      silent(javac.processorPath(guava, protobuf, Delivered.PROCESSOR));
    } else {
      silent(javac.processorPath(Delivered.PROCESSOR, guava, protobuf));
    }
  }
}
