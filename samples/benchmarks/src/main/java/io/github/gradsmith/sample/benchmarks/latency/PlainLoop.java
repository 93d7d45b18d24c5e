package io.github.gradsmith.sample.benchmarks.latency;

/**
 * A chain of multiplications and additions that touches no memory: all that delays it is the
 * machine, the operating system and the JVM. Its length is chosen so that its median is that of the
 * call it stands beside.
 */
final class PlainLoop {
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

  int steps() {
    return steps;
  }

  /** Changes its length, as its median was one and is to be the other. */
  void adjust(int median, int wanted) {
    steps = (int) Math.max(1, Math.round((double) steps * wanted / Math.max(1, median)));
  }
}
