package io.github.gradsmith.sample.mnist;

import picocli.CommandLine.Option;

/** {@code --simd}: which of the generated kernels train. */
final class SimdOption {
  /** What it may be. */
  enum Simd {
    AUTO,
    OFF
  }

  @Option(
      names = "--simd",
      defaultValue = "auto",
      description = {
        "auto or off: train on the Vector API where the JDK",
        "has it, or by plain Java (default: ${DEFAULT-VALUE})."
      })
  private Simd simd;

  boolean isOff() {
    return simd == Simd.OFF;
  }
}
