package io.github.gradsmith.sample.embedded;

import io.github.gradsmith.FloatPredictor;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.spi.ToolProvider;

/** The application linked into a runtime image, as the profile {@code image} does it. */
final class Image {
  private static final String MODULE = "io.github.gradsmith.sample.embedded";

  private final Path launcher;

  private Image(Path launcher) {
    this.launcher = launcher;
  }

  static Image link(Path folder) {
    Path image = folder.resolve("image");
    StringWriter text = new StringWriter();
    PrintWriter log = new PrintWriter(text);
    int status =
        ToolProvider.findFirst("jlink")
            .orElseThrow()
            .run(
                log,
                log,
                "--module-path",
                place(DigitNet.class) + File.pathSeparator + place(FloatPredictor.class),
                "--add-modules",
                MODULE,
                "--launcher",
                "digits=" + MODULE + "/" + Embedded.class.getName(),
                "--output",
                image.toString());
    if (status != 0) {
      throw new AssertionError(text);
    }
    return new Image(image.resolve("bin").resolve("digits"));
  }

  /** The jar or the folder that a class is in. */
  static Path place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  Process start(String... arguments) throws IOException {
    String[] command = new String[arguments.length + 1];
    command[0] = launcher.toString();
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /** A server's address, which it prints when it listens. */
  static URI address(Process server) throws IOException {
    BufferedReader output =
        new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
    String line = output.readLine();
    String start = "listening on ";
    if (line == null || !line.startsWith(start)) {
      throw new AssertionError(line);
    }
    return URI.create(line.substring(start.length()));
  }
}
