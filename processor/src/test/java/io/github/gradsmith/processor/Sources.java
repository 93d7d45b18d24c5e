package io.github.gradsmith.processor;

import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;

/** The source files among the test resources. */
final class Sources {
  private static final String OPTIONS = "// options: ";

  private Sources() {}

  /** All source files of a folder, by name. */
  static List<Path> in(String folder) {
    try (Stream<Path> files =
        Files.list(Path.of(Sources.class.getResource("/" + folder).toURI()))) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The compiler's options that a file asks for: {@code // options: --add-modules a.module}. */
  static String[] options(Path file) {
    return lines(file).stream()
        .filter(line -> line.startsWith(OPTIONS))
        .flatMap(line -> Stream.of(line.substring(OPTIONS.length()).split(" ")))
        .toArray(String[]::new);
  }

  static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A source file given as text; on disk, as ecj reads no other. */
  static JavaFileObject source(String qualifiedName, String... lines) {
    try {
      Path folder = Files.createTempDirectory("gradsmith");
      String simpleName = qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1);
      Path file = Files.write(folder.resolve(simpleName + ".java"), List.of(lines));
      folder.toFile().deleteOnExit();
      file.toFile().deleteOnExit();
      return fileObject(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A class that makes the network of a fixture, from a seed and from a file. */
  static JavaFileObject useOf(Path fixture) {
    String name = fixture.getFileName().toString().replace(".java", "");
    Optional<String> declared =
        lines(fixture).stream().filter(line -> line.startsWith("package ")).findFirst();
    String made = "new " + name + "Impl";
    return source(
        "UseOf" + name,
        declared.orElse(""),
        "class UseOf" + name + " {",
        "  " + name + " network = " + made + "(1L);",
        "  Object other() throws java.io.IOException {",
        "    return " + made + "(java.nio.file.Path.of(\"x\"));",
        "  }",
        "}");
  }

  static JavaFileObject fileObject(Path file) {
    try {
      return JavaFileObjects.forResource(file.toUri().toURL());
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }
}
