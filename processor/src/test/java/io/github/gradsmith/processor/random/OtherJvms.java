package io.github.gradsmith.processor.random;

import io.github.gradsmith.processor.generated.ForkedJvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The bits of plain kernels in this JVM, where some methods are compiled and some are not, beside
 * those of JVMs that interpret everything, that compile everything by C2 at once, and of the other
 * JDKs that {@code gradsmith.jdks} names.
 */
final class OtherJvms {
  static final String CHECK = "bits in other JVMs";

  /** One network of so many. */
  private static final int ONE_OF = 10;

  private static final String PLAIN = "-Dgradsmith.simd=off";

  private static final List<String> INTERPRETED = List.of(PLAIN, "-Xint");

  private static final List<String> COMPILED =
      List.of(
          PLAIN,
          "-XX:-TieredCompilation",
          "-Xcomp",
          "-XX:CompileCommand=quiet",
          "-XX:CompileCommand=compileonly,demo.*::*",
          "-XX:CompileCommand=compileonly,io.github.gradsmith.internal.*::*");

  private OtherJvms() {}

  /** Networks of some of which the bits differ. */
  static List<Finding> run(LoadedNetworks classes, List<NetworkDescription> networks) {
    List<NetworkDescription> chosen =
        networks.stream().filter(network -> network.seed() % ONE_OF == 5).toList();
    if (chosen.isEmpty()) {
      return List.of();
    }
    try {
      Path folder = Files.createTempDirectory("networks");
      try {
        return run(classes, chosen, folder);
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static List<Finding> run(
      LoadedNetworks classes, List<NetworkDescription> networks, Path folder)
      throws IOException, InterruptedException {
    ForkedJvm jvm = new ForkedJvm(classFiles(classes, networks), folder);
    List<Finding> findings = new ArrayList<>();
    List<Path> jdks = ForkedJvm.jdks();
    Map<String, String> here = here(classes, networks);
    findings.addAll(differing(jvm, jdks.get(0), INTERPRETED, networks, here));
    findings.addAll(differing(jvm, jdks.get(0), COMPILED, networks, here));
    for (Path jdk : jdks.subList(1, jdks.size())) {
      findings.addAll(differing(jvm, jdk, List.of(PLAIN), networks, here));
    }
    return findings;
  }

  private static Map<String, String> here(
      LoadedNetworks classes, List<NetworkDescription> networks) {
    Map<String, String> hashes = new LinkedHashMap<>();
    for (NetworkDescription network : networks) {
      Object created = classes.createPlain(network.name(), NetworkBits.SEED);
      hashes.put(network.name(), NetworkBits.of(created, network.categories()));
    }
    return hashes;
  }

  private static List<Finding> differing(
      ForkedJvm jvm,
      Path jdk,
      List<String> options,
      List<NetworkDescription> networks,
      Map<String, String> here)
      throws IOException, InterruptedException {
    String[] names =
        networks.stream()
            .map(network -> NetworkBits.argument(network.name(), network.categories()))
            .toArray(String[]::new);
    List<String> lines = jvm.run(jdk, options, NetworkBits.class, names);
    List<Finding> findings = new ArrayList<>();
    for (NetworkDescription network : networks) {
      if (!lines.contains(network.name() + " " + here.get(network.name()))) {
        findings.add(new Finding(network, CHECK, jdk + " with " + options + " gives other bits"));
      }
    }
    return findings;
  }

  private static Map<String, byte[]> classFiles(
      LoadedNetworks classes, List<NetworkDescription> networks) {
    Map<String, byte[]> files = new TreeMap<>();
    classes
        .classFiles()
        .forEach(
            (name, bytes) -> {
              if (networks.stream().anyMatch(n -> name.matches("demo\\." + n.name() + "\\D*"))) {
                files.put(name, bytes);
              }
            });
    return files;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
