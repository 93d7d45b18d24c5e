package io.github.gradsmith.spark;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/**
 * Spark with executors that are processes. They run from a folder with Spark's jars alone; our
 * classes come to them as jars, as in a real cluster.
 */
final class Cluster {
  private static final Path HOME = Path.of(System.getenv("SPARK_HOME"));

  private static SparkSession shared;

  private Cluster() {}

  /** Two executors with a core each, on which slow tasks run twice; the tests share them. */
  static synchronized SparkSession shared() {
    if (shared == null) {
      shared = start(2, jars());
    }
    return shared;
  }

  /** A cluster of its own, of so many executors. */
  static SparkSession start(int executors) {
    return start(executors, jars());
  }

  /** A cluster to which the networks of the tests were not sent. */
  static synchronized SparkSession startWithoutNetworks() {
    if (shared != null) {
      shared.stop();
      shared = null;
    }
    return start(1, jars().stream().filter(jar -> !jar.endsWith("/ours-0.jar")).toList());
  }

  private static SparkSession start(int executors, List<String> jars) {
    return SparkSession.builder()
        .master("local-cluster[" + executors + ",1,1024]")
        .appName("test")
        .config("spark.executorEnv.SPARK_SCALA_VERSION", "2.13")
        .config("spark.executor.memory", "1024m")
        .config("spark.executor.extraJavaOptions", "-Dgradsmith.simd=off")
        .config("spark.jars", String.join(",", jars))
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "4")
        .config("spark.speculation", "true")
        .config("spark.speculation.interval", "10ms")
        .config("spark.speculation.multiplier", "1.01")
        .config("spark.speculation.quantile", "0.1")
        .config("spark.speculation.minTaskRuntime", "1ms")
        .config("spark.task.maxFailures", "8")
        .config("spark.stage.maxConsecutiveAttempts", "20")
        .config("spark.deploy.maxExecutorRetries", "-1")
        .getOrCreate();
  }

  /** Spark in this JVM alone. */
  static SparkSession local() {
    return SparkSession.builder()
        .master("local[2]")
        .appName("test")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "4")
        .getOrCreate();
  }

  static String classPath() {
    String path = System.getProperty("surefire.test.class.path");
    return path == null ? System.getProperty("java.class.path") : path;
  }

  private static boolean isOurs(Path entry) {
    return Files.isDirectory(entry) || entry.getFileName().toString().startsWith("gradsmith-");
  }

  private static List<Path> entries() {
    return Stream.of(classPath().split(File.pathSeparator))
        .map(Path::of)
        .filter(Files::exists)
        .toList();
  }

  private static void layOut() {
    try {
      Path jars = Files.createDirectories(HOME.resolve("jars"));
      try (Stream<Path> old = Files.list(jars)) {
        for (Path link : old.toList()) {
          Files.delete(link);
        }
      }
      for (Path entry : entries()) {
        Path link = jars.resolve(entry.getFileName());
        if (!isOurs(entry)) {
          Files.createSymbolicLink(link, entry.toAbsolutePath());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Folders of classes, which a reactor's build has in the place of jars, are packed. */
  private static List<String> jars() {
    layOut();
    List<String> jars = new ArrayList<>();
    for (Path entry : entries()) {
      if (!isOurs(entry) || entry.toString().contains("processor")) {
        continue;
      }
      jars.add(Files.isDirectory(entry) ? pack(entry, jars.size()).toString() : entry.toString());
    }
    return jars;
  }

  private static Path pack(Path folder, int number) {
    Path jar = HOME.resolve("ours-" + number + ".jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(folder.relativize(path).toString().replace('\\', '/')));
        Files.copy(path, out);
        out.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return jar.toAbsolutePath();
  }

  /** Kills one of the executors, which are children of this JVM; returns whether there was one. */
  static boolean killExecutor() {
    return ProcessHandle.current()
        .children()
        .filter(child -> child.info().commandLine().orElse("").contains("CoarseGrainedExecutor"))
        .findFirst()
        .map(ProcessHandle::destroyForcibly)
        .orElse(false);
  }
}
