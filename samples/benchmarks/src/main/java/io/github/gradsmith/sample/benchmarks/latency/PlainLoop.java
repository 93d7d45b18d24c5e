package io.github.gradsmith.sample.benchmarks.latency;

import java.util.function.IntSupplier;

/**
 * A chain of multiplications and additions that touches no memory: all that delays it is the
 * machine, the operating system and the JVM. Its length is chosen so that its median is that of the
 * call it stands beside.
 */
final class PlainLoop {
  private static final int TRIES = 12;

  private int steps = 1000;
  private float value = 1;

  /** Runs it once; the result only keeps the compiler from leaving it out. */
  float run() {
    float v = value;
    for (int k = 0; k < steps; k++) {
      v = v * 0.999f + 0.001f;
    }
    value = v;
    return v;
  }

  /**
   * Chooses its length.
   *
   * @param median the nanoseconds to come to
   * @param measured measures the median of this loop
   */
  void calibrate(int median, IntSupplier measured) {
    for (int k = 0; k < TRIES; k++) {
      double factor = (double) median / Math.max(1, measured.getAsInt());
      steps = (int) Math.max(1, Math.round(steps * factor));
    }
  }
}
