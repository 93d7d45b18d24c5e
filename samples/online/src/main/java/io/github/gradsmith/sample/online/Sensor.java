package io.github.gradsmith.sample.online;

import java.util.Random;

/** Readings of two waves, and noise that nobody can forecast. */
final class Sensor {
  static final double NOISE = 0.05;

  private Sensor() {}

  static float[] readings(int count, long seed) {
    Random random = new Random(seed);
    float[] readings = new float[count];
    for (int i = 0; i < count; i++) {
      double waves = 0.6 * Math.sin(i / 5.0) + 0.3 * Math.sin(i / 1.7);
      readings[i] = (float) (waves + NOISE * random.nextGaussian());
    }
    return readings;
  }
}
