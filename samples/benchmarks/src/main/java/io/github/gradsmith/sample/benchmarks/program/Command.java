package io.github.gradsmith.sample.benchmarks.program;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command of the operating system, run to its end. */
final class Command {
  private static final long SECONDS = 300;

  /** One thread each, as everything here; and no processor but the true one. */
  private static final Map<String, String> ONE_THREAD =
      Map.of("OMP_NUM_THREADS", "1", "OPENBLAS_NUM_THREADS", "1", "MKL_NUM_THREADS", "1");

  private Command() {}

  /**
   * What it prints.
   *
   * @throws AbsentException if it is not installed, fails, or does not end in five minutes
   */
  static String output(List<String> command) throws IOException, InterruptedException {
    Path printed = Files.createTempFile("command", ".txt");
    try {
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.redirectErrorStream(true).redirectOutput(printed.toFile());
      builder.environment().putAll(ONE_THREAD);
      builder.environment().keySet().removeAll(List.of("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE"));
      Process process = start(builder);
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AbsentException(command.get(0) + " did not end in " + SECONDS + " seconds");
      }
      String text = Files.readString(printed, StandardCharsets.UTF_8);
      if (process.exitValue() != 0) {
        throw new AbsentException(
            command.get(0) + " failed: " + text.lines().reduce((a, b) -> b).orElse("no word"));
      }
      return text;
    } finally {
      Files.deleteIfExists(printed);
    }
  }

  private static Process start(ProcessBuilder builder) {
    try {
      return builder.start();
    } catch (IOException notFound) {
      throw new AbsentException(builder.command().get(0) + " is not installed");
    }
  }
}
