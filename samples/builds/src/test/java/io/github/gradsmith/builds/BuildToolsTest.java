package io.github.gradsmith.builds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guide says of build tools, each run as it stands there. */
class BuildToolsTest {
  private static final String LOMBOK =
      """
      package demo;

      import lombok.Value;
      import lombok.val;

      @Value
      public class Scale {
        double factor;

        double of(XorNet net) {
          val output = net.forward(new double[] {0, 1});
          return getFactor() * output[0];
        }
      }
      """;

  private static final String ERROR_PRONE =
      """
            <configuration>
              <annotationProcessorPaths>
                <path>
                  <groupId>com.google.errorprone</groupId>
                  <artifactId>error_prone_core</artifactId>
                  <version>2.52.0</version>
                </path>
      """;

  private static final String ERROR_PRONE_ARGUMENTS =
      """
      <arg>-XDcompilePolicy=simple</arg>
      <arg>--should-stop=ifError=FLOW</arg>
      <arg>-XDaddTypeAnnotationsToSymbol=true</arg>
      <arg>-Xplugin:ErrorProne</arg>
      """;

  @TempDir private Path folder;

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private void javaSources() throws IOException {
    write("src/main/java/demo/XorNet.java", Javac.XOR);
    write("src/main/java/demo/Use.java", Javac.USE);
  }

  private static String pom(String modelVersion, String content) {
    return """
    <project xmlns="http://maven.apache.org/POM/%1$s">
      <modelVersion>%1$s</modelVersion>
      <groupId>demo</groupId>
      <artifactId>demo</artifactId>
      <version>1</version>
      <properties>
        <maven.compiler.release>17</maven.compiler.release>
        <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
      </properties>
    %2$s</project>
    """
        .formatted(modelVersion, content);
  }

  private Command maven(Path home) throws IOException {
    return maven(home, 17, "");
  }

  /** Compiles with a JDK, in a JVM with further options. */
  private Command maven(Path home, int jdk, String jvmOptions) throws IOException {
    home.resolve("bin/mvn").toFile().setExecutable(true);
    return Command.run(
        folder,
        List.of(
            home.resolve("bin/mvn").toString(),
            "-B",
            "-ntp",
            "-q",
            "-Dmaven.repo.local=" + LocalRepository.withJars(),
            "compile"),
        Map.of(
            "JAVA_HOME",
            Delivered.jdk(jdk).toString(),
            "MAVEN_OPTS",
            "-XX:TieredStopAtLevel=1" + jvmOptions));
  }

  private static Path installedMaven() {
    return Path.of(System.getProperty("maven.home"));
  }

  private static Path maven(String version) {
    return Delivered.TARGET.resolve("tools/apache-maven-" + System.getProperty(version));
  }

  private void assertRuns(Command build, Path... classes) throws IOException {
    assertThat(build.output()).as("the build").doesNotContain("WARN", "ERROR");
    assertThat(build.exit()).isZero();
    Path[] all =
        Stream.concat(Stream.of(classes), Stream.of(Delivered.RUNTIME)).toArray(Path[]::new);
    String java = Delivered.jdk(17).resolve("bin/java").toString();
    Command program = Command.run(folder, List.of(java, "-cp", Javac.path(all), "demo.Use"));
    assertThat(program.output()).isEqualTo("3 layers\n");
  }

  @Test
  void mavenThatRunsThisBuild() throws IOException {
    javaSources();
    write("pom.xml", pom("4.0.0", Guide.snippet("maven 3")));
    assertRuns(maven(installedMaven()), folder.resolve("target/classes"));
  }

  @Test
  @Tag("long")
  void maven39WithLombok() throws IOException {
    javaSources();
    write("src/main/java/demo/Scale.java", LOMBOK);
    write("pom.xml", pom("4.0.0", Guide.snippet("maven 3 with lombok")));
    assertRuns(maven(maven("maven.newer")), folder.resolve("target/classes"));
  }

  @Test
  void maven4() throws IOException {
    javaSources();
    Files.createDirectory(folder.resolve(".mvn"));
    write("pom.xml", pom("4.1.0", Guide.snippet("maven 4")));
    assertRuns(maven(maven("maven.next")), folder.resolve("target/classes"));
  }

  /** The snippet of Maven 3 goes on working. */
  @Test
  @Tag("long")
  void maven4WithTheOlderSnippet() throws IOException {
    javaSources();
    write("pom.xml", pom("4.0.0", Guide.snippet("maven 3")));
    assertRuns(maven(maven("maven.next")), folder.resolve("target/classes"));
  }

  /** A change of the weights alone is none of the sources, as the trouble chapter says. */
  @Test
  @Tag("long")
  void mavenCompilesWhenASourceChanges() throws IOException {
    javaSources();
    write("pom.xml", pom("4.0.0", Guide.snippet("maven 3")));
    maven(installedMaven());
    Path generated = folder.resolve("target/generated-sources/annotations/demo/XorNetImpl.java");
    long before = Files.getLastModifiedTime(generated).toMillis();
    maven(installedMaven());
    assertThat(Files.getLastModifiedTime(generated).toMillis()).isEqualTo(before);
  }

  /** Error Prone finds no error in what is generated, and the processor runs within it. */
  @Test
  @Tag("long")
  void errorProne() throws IOException {
    javaSources();
    String snippet =
        Guide.snippet("maven 3")
            .replace("      <configuration>\n        <annotationProcessorPaths>\n", ERROR_PRONE)
            .replace("<arg>-Werror</arg>", ERROR_PRONE_ARGUMENTS);
    write("pom.xml", pom("4.0.0", snippet));
    String opened =
        Stream.of("api", "code", "comp", "file", "main", "model", "parser", "processing", "tree")
            .map(room -> " --add-opens=jdk.compiler/com.sun.tools.javac." + room + "=ALL-UNNAMED")
            .collect(Collectors.joining());
    Command build =
        maven(
            installedMaven(),
            25,
            opened + " --add-opens=jdk.compiler/com.sun.tools.javac.util=ALL-UNNAMED");
    assertThat(build.output()).doesNotContain("ERROR");
    assertThat(build.exit()).as(build.output()).isZero();
    assertThat(folder.resolve("target/classes/demo/XorNetImpl.class")).exists();
  }

  @Test
  void gradle() throws IOException {
    Delivered.assumeProgram("gradle");
    javaSources();
    write("build.gradle", Guide.snippet("gradle"));
    write("settings.gradle", "rootProject.name = 'demo'\n");
    Path before46 = write("before46.gradle", Guide.snippet("gradle before 4.6"));
    Command build =
        Command.run(
            folder,
            List.of(
                "gradle",
                "--no-daemon",
                "--offline",
                "-q",
                "-g",
                folder.resolve("gradle").toString(),
                "-Dmaven.repo.local=" + LocalRepository.withJars(),
                "-I",
                before46.toString(),
                "compileJava"),
            Map.of("JAVA_HOME", Delivered.jdk(17).toString()));
    assertRuns(build, folder.resolve("build/classes/java/main"));
  }

  @Test
  @Tag("long")
  void kotlin() throws IOException {
    write("src/main/kotlin/demo/XorNet.kt", Guide.snippet("kotlin"));
    write("pom.xml", pom("4.0.0", Guide.snippet("kapt")));
    Command build = maven(installedMaven());
    assertThat(build.exit()).as(build.output()).isZero();
    assertThat(folder.resolve("target/classes/demo/XorNetImpl.class")).exists();
    assertThat(folder.resolve("target/classes/demo/XorNetKt.class")).exists();
  }
}
