package io.github.gradsmith.sample.embedded;

import com.sun.management.ThreadMXBean;
import io.github.gradsmith.FloatPredictor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What the application costs: sizes, the time to a first prediction, allocation. */
final class Figures {
  /** The clock of CPU time ticks every 10 ms or so; a mean over these shows more. */
  private static final int STARTS = 10;

  private static final int PIXELS = 784;
  private static final int ROUNDS = 5;
  private static final int REQUESTS = 100_000;

  private Figures() {}

  static String measure() throws IOException, InterruptedException {
    StringBuilder text = new StringBuilder();
    sizes(text);
    double empty = 0;
    double first = 0;
    for (int i = 0; i < STARTS; i++) {
      empty += milliseconds("Empty");
      first += milliseconds("FirstPrediction");
    }
    line(text, "CPU time of an empty main", "%.0f ms", empty / STARTS);
    line(text, "… and of a first prediction", "%.0f ms", first / STARTS);
    line(text, "Allocated by the network for a request", "%.3f bytes", allocated());
    return text.toString();
  }

  private static void line(StringBuilder text, String what, String format, double value) {
    text.append(String.format(Locale.ROOT, "%-40s " + format + "%n", what + ":", value));
  }

  /** Of jars or folders of classes, or of the image where they are linked into one. */
  private static void sizes(StringBuilder text) throws IOException {
    URI application = place(DigitNet.class);
    if (application.getScheme().equals("jrt")) {
      double megabytes = size(Path.of(System.getProperty("java.home"))) / 1e6;
      line(text, "Runtime image", "%.1f MB", megabytes);
    } else {
      line(text, "Runtime", "%.1f kB", size(Path.of(place(FloatPredictor.class))) / 1e3);
      line(text, "Application", "%.1f kB", size(Path.of(application)) / 1e3);
    }
  }

  private static URI place(Class<?> type) {
    return URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString());
  }

  private static long size(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).mapToLong(Figures::bytes).sum();
    }
  }

  private static long bytes(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a JVM started like this one says of its CPU time. */
  private static double milliseconds(String main) throws IOException, InterruptedException {
    String module = Figures.class.getModule().getName();
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    String modules = System.getProperty("jdk.module.path");
    List<String> path = modules == null ? List.of() : List.of("-p", modules);
    List<String> command =
        Stream.of(
                List.of(java.toString()),
                path,
                List.of("-m", module + "/" + Figures.class.getPackageName() + "." + main))
            .flatMap(List::stream)
            .toList();
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    byte[] output = process.getInputStream().readAllBytes();
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + " failed");
    }
    return Double.parseDouble(new String(output, StandardCharsets.UTF_8).strip());
  }

  /** In the last of some rounds: in the first ones the JVM compiles, and lays out classes. */
  private static double allocated() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Reader reader = new LiveNetwork().reader();
    byte[] pixels = new byte[PIXELS];
    long allocated = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < REQUESTS; i++) {
        reader.read(pixels);
      }
      allocated = threads.getCurrentThreadAllocatedBytes() - before;
    }
    return (double) allocated / REQUESTS;
  }
}
