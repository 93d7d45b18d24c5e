package io.github.gradsmith.sample.embedded;

import java.io.IOException;

/** Starts the server, or prints what the application costs. */
public final class Embedded {
  private static final String USAGE =
      "usage: digits <port>    serve, 0 for any port that is free\n"
          + "       digits figures   print sizes, start time and allocation";

  private Embedded() {}

  /** A port, or {@code figures}. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length == 1 && arguments[0].equals("figures")) {
      System.out.print(Figures.measure());
    } else if (arguments.length == 1 && arguments[0].matches("\\d{1,5}")) {
      serve(Integer.parseInt(arguments[0]));
    } else {
      System.err.println(USAGE);
      System.exit(2);
    }
  }

  private static void serve(int port) throws IOException {
    try {
      DigitServer server = new DigitServer(port);
      System.out.println("listening on http://127.0.0.1:" + server.port());
    } catch (IOException | IllegalArgumentException e) {
      System.err.println("port " + port + " cannot be used: " + e.getMessage());
      System.exit(1);
    }
  }
}
