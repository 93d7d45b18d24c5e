package io.github.gradsmith.sample.kafka;

import java.nio.file.Path;

/** An instance of the application in a JVM of its own, to be killed. */
final class Victim {
  private Victim() {}

  /**
   * Runs until it is killed.
   *
   * @param arguments brokers, folder of the state, labels between snapshots
   */
  public static void main(String[] arguments) {
    new App(arguments[0], Path.of(arguments[1]), Integer.parseInt(arguments[2]), (p, b, a) -> {});
  }
}
