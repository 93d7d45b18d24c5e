package io.github.gradsmith.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.DoublePredictor;
import io.github.gradsmith.Network;
import io.github.gradsmith.safetensors.Safetensors;
import io.github.gradsmith.safetensors.Tensor;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A project with the Maven configuration of the README, built by the guide's command: a weight file
 * that changed, and nothing else, takes effect.
 */
class ChangedWeightsTest {
  private static final String VERSION = "0.1.0-SNAPSHOT";

  @TempDir private static Path folder;

  private static Path repository;

  /** A local repository of its own, with what {@code mvn install} would put there. */
  @BeforeAll
  static void install() throws IOException, URISyntaxException {
    repository = folder.resolve("repository");
    install("gradsmith-parent", Path.of("../pom.xml"));
    install("gradsmith-runtime", Path.of("../runtime/core/pom.xml"));
    install("gradsmith-processor", Path.of("pom.xml"));
    jar("gradsmith-runtime", Network.class);
    jar("gradsmith-processor", NetworkProcessor.class);
    Path cache = Path.of(System.getProperty("localRepository"));
    Files.writeString(folder.resolve("settings.xml"), settings(cache.toUri()));
  }

  private static Path place(String artifact, String extension) throws IOException {
    Path version = repository.resolve("io/github/gradsmith").resolve(artifact).resolve(VERSION);
    return Files.createDirectories(version).resolve(artifact + "-" + VERSION + extension);
  }

  private static void install(String artifact, Path pom) throws IOException {
    Files.copy(pom, place(artifact, ".pom"));
  }

  private static void jar(String artifact, Class<?> type) throws IOException, URISyntaxException {
    Path classes = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path jar = place(artifact, ".jar");
    if (Files.isRegularFile(classes)) {
      Files.copy(classes, jar);
      return;
    }
    int status =
        ToolProvider.findFirst("jar")
            .orElseThrow()
            .run(System.out, System.err, "-cf", jar.toString(), "-C", classes.toString(), ".");
    assertThat(status).isZero();
  }

  /** What this build has fetched is at hand; what it has not, such as a plugin, Maven fetches. */
  private static String settings(Object cache) {
    String place = "<id>cache</id><url>" + cache + "</url>";
    return "<settings><profiles><profile><id>cache</id>"
        + ("<repositories><repository>" + place + "</repository></repositories>")
        + ("<pluginRepositories><pluginRepository>" + place + "</pluginRepository>")
        + "</pluginRepositories></profile></profiles>"
        + "<activeProfiles><activeProfile>cache</activeProfile></activeProfiles></settings>";
  }

  @Test
  void aChangedFileTakesEffect() throws Exception {
    String dependencies = Page.of("README.md").block("xml", "annotationProcessorPaths");
    String guide = Page.of("docs/guide/weights-and-files.md").text();
    Path project = Files.createDirectories(folder.resolve("project"));
    Files.writeString(
        project.resolve("pom.xml"),
        "<project><modelVersion>4.0.0</modelVersion><groupId>demo</groupId>"
            + "<artifactId>demo</artifactId><version>1</version><properties>"
            + "<maven.compiler.release>17</maven.compiler.release>"
            + "<project.build.sourceEncoding>UTF-8</project.build.sourceEncoding></properties>"
            + dependencies
            + "</project>");
    Path source = Files.createDirectories(project.resolve("src/main/java/demo"));
    Files.writeString(
        source.resolve("Net.java"),
        "package demo; @io.github.gradsmith.Network(layers = {1, 1}, activation ="
            + " io.github.gradsmith.Activation.IDENTITY, weights = \"net.safetensors\")"
            + " public interface Net extends io.github.gradsmith.DoublePredictor {}");
    String command = found(guide, "After a change of the file alone, write `(mvn [^`]*)`");

    write(source.resolve("net.safetensors"), 3);
    build(project, command);
    assertThat(output(project)).isEqualTo(3);
    write(source.resolve("net.safetensors"), 5);
    build(project, command);
    assertThat(output(project)).isEqualTo(5);
  }

  private static String found(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
    assertThat(matcher.find()).as(pattern).isTrue();
    return matcher.group(1);
  }

  private static void write(Path file, double weight) throws IOException {
    new Safetensors(
            Map.of(),
            List.of(
                Tensor.of("layer2.weight", new double[] {weight}, 1, 1),
                Tensor.of("layer2.bias", new double[] {0}, 1)))
        .write(file);
  }

  private static void build(Path project, String command) throws Exception {
    String maven = Path.of(System.getProperty("maven.home"), "bin", "mvn").toString();
    List<String> words =
        new ArrayList<>(
            List.of(
                maven,
                "-B",
                "-ntp",
                "-gs",
                folder.resolve("settings.xml").toString(),
                "-Dmaven.repo.local=" + repository));
    words.addAll(List.of(command.split(" ")).subList(1, command.split(" ").length));
    ProcessBuilder builder = new ProcessBuilder(words).directory(project.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    // Code that runs for a few seconds does not earn back what C2 takes to compile it.
    builder.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1");
    Process process = builder.redirectErrorStream(true).start();
    String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(log).isZero();
  }

  private static double output(Path project) throws Exception {
    URL classes = project.resolve("target/classes").toUri().toURL();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {classes})) {
      Class<?> type = loader.loadClass("demo.NetImpl");
      DoublePredictor network = (DoublePredictor) type.getConstructor().newInstance();
      return network.forward(new double[] {1})[0];
    }
  }
}
