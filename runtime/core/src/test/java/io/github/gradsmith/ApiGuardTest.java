package io.github.gradsmith;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The build's comparison with an earlier jar, on two small jars: it fails where a public package
 * lost a method, and lets pass what was added there and what is lost below {@code internal}.
 */
class ApiGuardTest {
  private static final String SMALL = "package io.github.gradsmith; public class Net { %s }";
  private static final String INNER =
      "package io.github.gradsmith.internal.math; public class Sums { %s }";

  @TempDir private Path folder;

  @Test
  void aRemovedPublicMethodFailsTheBuild() throws Exception {
    Path before = jar("before", "public void kept() {} public void gone() {}", "");
    Path after = jar("after", "public void kept() {}", "");
    StringBuilder log = new StringBuilder();

    assertThat(compare(before, after, log)).as(log.toString()).isNotZero();
    assertThat(log.toString()).contains("METHOD_REMOVED", "gone()").doesNotContain("kept()");
  }

  @Test
  void additionsAndInternalsPass() throws Exception {
    Path before = jar("before", "public void kept() {}", "public void gone() {}");
    Path after = jar("after", "public void kept() {} public void added() {}", "");
    StringBuilder log = new StringBuilder();

    assertThat(compare(before, after, log)).as(log.toString()).isZero();
  }

  private static int compare(Path before, Path after, StringBuilder log) throws Exception {
    String maven = Path.of(System.getProperty("maven.home"), "bin", "mvn").toString();
    ProcessBuilder builder =
        new ProcessBuilder(
            maven,
            "-B",
            "-ntp",
            "-Dmaven.repo.local=" + System.getProperty("localRepository"),
            "-Dapi.before=" + before,
            "-Dapi.after=" + after,
            "japicmp:cmp@api");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    // Code that runs for a few seconds does not earn back what C2 takes to compile it.
    builder.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1");
    Process process = builder.redirectErrorStream(true).start();
    log.append(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    return process.waitFor();
  }

  private Path jar(String name, String methods, String innerMethods) throws IOException {
    Path classes = Files.createDirectories(folder.resolve(name));
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
      List<JavaFileObject> sources =
          List.of(
              source("Net", String.format(SMALL, methods)),
              source("Sums", String.format(INNER, innerMethods)));
      List<String> options = List.of("--release", "11");
      assertThat(javac.getTask(null, files, null, options, null, sources).call()).isTrue();
    }
    Path jar = folder.resolve(name + ".jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        entries.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, entries);
      }
    }
    return jar;
  }

  private static JavaFileObject source(String name, String text) {
    return new SimpleJavaFileObject(
        URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreErrors) {
        return text;
      }
    };
  }
}
