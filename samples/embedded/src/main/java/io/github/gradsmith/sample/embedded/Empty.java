package io.github.gradsmith.sample.embedded;

import java.time.Duration;

/** What a JVM takes that does nothing. */
final class Empty {
  private Empty() {}

  /** Prints the CPU time of the process, in milliseconds. */
  public static void main(String[] arguments) {
    Duration cpu = ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    System.out.println(cpu.toMillis());
  }
}
