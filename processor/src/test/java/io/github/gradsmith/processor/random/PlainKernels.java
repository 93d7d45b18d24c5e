package io.github.gradsmith.processor.random;

import java.util.Optional;
import java.util.function.Supplier;

/** Networks that run plain kernels though they have others. */
final class PlainKernels {
  static final String SWITCH = "gradsmith.simd";
  static final String OFF = "off";

  private PlainKernels() {}

  /** What {@code network} creates while SIMD kernels are switched off. */
  static <T> T create(Supplier<T> network) {
    Optional<String> before = Optional.ofNullable(System.getProperty(SWITCH));
    System.setProperty(SWITCH, OFF);
    try {
      return network.get();
    } finally {
      before.ifPresentOrElse(
          value -> System.setProperty(SWITCH, value), () -> System.clearProperty(SWITCH));
    }
  }
}
