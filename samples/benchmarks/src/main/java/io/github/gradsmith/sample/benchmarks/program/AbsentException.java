package io.github.gradsmith.sample.benchmarks.program;

/** A peer cannot run here; the message says why. */
final class AbsentException extends RuntimeException {
  private static final long serialVersionUID = 1;

  AbsentException(String reason) {
    super(reason);
  }
}
