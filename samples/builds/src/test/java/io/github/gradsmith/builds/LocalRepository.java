package io.github.gradsmith.builds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A local repository of Maven for these tests alone: links to the one that is there, so that
 * nothing is fetched twice, but what is ours is apart.
 */
final class LocalRepository {
  private static final List<String> OURS = List.of("io", "github", "gradsmith");

  private LocalRepository() {}

  /** Without anything of ours. */
  static Path empty(String name) throws IOException {
    Path repository = Delivered.TARGET.resolve(name);
    link(Path.of(System.getProperty("localRepository")), repository, OURS);
    return repository;
  }

  /** With runtime and processor, as an install would put them. */
  static synchronized Path withJars() throws IOException {
    Path repository = empty("repository");
    install(repository, "parent", "pom", Delivered.ROOT.resolve("pom.xml"));
    install(repository, "runtime", "pom", Delivered.ROOT.resolve("runtime/core/pom.xml"));
    install(repository, "runtime", "jar", Delivered.RUNTIME);
    Path pom = Delivered.ROOT.resolve("processor/target/dependency-reduced-pom.xml");
    install(repository, "processor", "pom", pom);
    install(repository, "processor", "jar", Delivered.PROCESSOR);
    return repository;
  }

  private static void install(Path repository, String module, String kind, Path file)
      throws IOException {
    String artifact = "gradsmith-" + module;
    Path folder =
        repository.resolve("io/github/gradsmith").resolve(artifact).resolve(Delivered.VERSION);
    Files.createDirectories(folder);
    Files.copy(
        file,
        folder.resolve(artifact + "-" + Delivered.VERSION + "." + kind),
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.COPY_ATTRIBUTES); // a jar that looks new is compiled against anew
  }

  /** Links to all that is in a folder, but goes down the way to what is ours. */
  private static void link(Path from, Path to, List<String> way) throws IOException {
    Files.createDirectories(to);
    if (way.isEmpty()) {
      return;
    }
    Set<String> present;
    try (Stream<Path> entries = Files.list(to)) {
      present = Set.copyOf(entries.map(entry -> entry.getFileName().toString()).toList());
    }
    List<Path> theirs = List.of();
    if (Files.isDirectory(from)) {
      try (Stream<Path> entries = Files.list(from)) {
        theirs = entries.toList();
      }
    }
    for (Path entry : theirs) {
      String name = entry.getFileName().toString();
      if (!name.equals(way.get(0)) && !present.contains(name)) {
        Files.createSymbolicLink(to.resolve(name), entry);
      }
    }
    link(from.resolve(way.get(0)), to.resolve(way.get(0)), way.subList(1, way.size()));
  }
}
