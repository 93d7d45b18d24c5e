package io.github.gradsmith.builds;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * A program that is run to its end.
 *
 * @param exit its exit code
 * @param output all that it printed
 */
record Command(int exit, String output) {
  private static final long MOST_MINUTES = 9;

  /** A program with its arguments, to be run in a folder. */
  static Command run(Path folder, List<String> command) {
    return run(folder, command, Map.of());
  }

  /** With further variables of the environment. */
  static Command run(Path folder, List<String> command, Map<String, String> environment) {
    ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command));
    builder.directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().putAll(new TreeMap<>(environment));
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      Thread killer = new Thread(() -> killLate(process));
      killer.setDaemon(true);
      killer.start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Command(process.waitFor(), output);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(String.join(" ", command), e);
    }
  }

  private static void killLate(Process process) {
    try {
      if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
    }
  }
}
