package io.github.gradsmith.processor.read;

import io.github.gradsmith.processor.model.FoundFile;
import io.github.gradsmith.processor.model.Options;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.tools.StandardLocation;

/**
 * Finds the files that an annotation names: beside the source, in the class output, under the
 * folder of an option.
 */
final class FileFinder {
  private final ProcessingEnvironment environment;
  private final Filer filer;
  private final Optional<String> folder;

  FileFinder(ProcessingEnvironment environment, Options options) {
    this.environment = environment;
    this.filer = environment.getFiler();
    this.folder = Optional.ofNullable(options.given().get(Options.WEIGHTS_DIR));
  }

  /** The file {@code name} of the annotation on {@code type}. */
  FoundFile find(String name, TypeElement type) {
    String packageName = Mirrors.packageOf(type).getQualifiedName().toString();
    List<String> sought = new ArrayList<>();
    Optional<Path> place = besideSource(name, type);
    Optional<byte[]> content = place.flatMap(file -> read(file, sought));
    if (content.isEmpty()) {
      content = resource(StandardLocation.SOURCE_PATH, packageName, name, sought);
    }
    if (content.isEmpty()) {
      content = resource(StandardLocation.CLASS_OUTPUT, packageName, name, sought);
    }
    if (content.isEmpty() && !packageName.isEmpty()) {
      content = resource(StandardLocation.CLASS_OUTPUT, "", name, sought);
    }
    if (content.isEmpty() && folder.isPresent()) {
      content = file(folder.get(), name, sought);
    }
    return new FoundFile(
        name,
        content,
        sought.stream().distinct().toList(),
        place.isPresent(),
        other -> find(name.substring(0, name.lastIndexOf('/') + 1) + other, type).content());
  }

  private Optional<Path> besideSource(String name, TypeElement type) {
    try {
      return SourcePlace.of(type, environment).map(uri -> Path.of(uri).resolveSibling(name));
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      return Optional.empty(); // a source in memory, or a name that is none here
    }
  }

  private static Optional<byte[]> file(String folder, String name, List<String> sought) {
    try {
      return read(Path.of(folder).resolve(name), sought);
    } catch (InvalidPathException e) {
      sought.add(folder + " (" + e.getMessage() + ")");
      return Optional.empty();
    }
  }

  private static Optional<byte[]> read(Path file, List<String> sought) {
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      sought.add(file.toString());
    } catch (IOException | OutOfMemoryError e) {
      sought.add(file + " (" + e + ")");
    }
    return Optional.empty();
  }

  /** Compilers refuse some locations, and names that lead out of a folder. */
  private Optional<byte[]> resource(
      StandardLocation location, String packageName, String name, List<String> sought) {
    try {
      var file = filer.getResource(location, packageName, name);
      sought.add(file.getName());
      try (InputStream in = file.openInputStream()) {
        return Optional.of(in.readAllBytes());
      }
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }
}
