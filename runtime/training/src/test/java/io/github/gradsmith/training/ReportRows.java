package io.github.gradsmith.training;

import io.github.gradsmith.DoubleRows;
import io.github.gradsmith.FloatRows;
import java.util.Random;

/** Rows drawn at random for the tests of reports. */
final class ReportRows {
  private ReportRows() {}

  static float[][] floats(int rows, int width, Random random) {
    float[][] values = new float[rows][width];
    for (float[] row : values) {
      for (int k = 0; k < width; k++) {
        row[k] = random.nextFloat() - 0.5f;
      }
    }
    return values;
  }

  static double[][] doubles(int rows, int width, Random random) {
    double[][] values = new double[rows][width];
    for (double[] row : values) {
      for (int k = 0; k < width; k++) {
        row[k] = random.nextDouble() - 0.5;
      }
    }
    return values;
  }

  static FloatRows classes(int rows, int width, int classes, Random random) {
    int[] labels = random.ints(rows, 0, classes).toArray();
    return FloatRows.ofClasses(floats(rows, width, random), labels, classes);
  }

  static DoubleRows two(int rows, Random random) {
    double[][] targets = new double[rows][1];
    for (double[] target : targets) {
      target[0] = random.nextInt(2);
    }
    return DoubleRows.of(doubles(rows, 4, random), targets);
  }

  static DoubleRows numbers(int rows, Random random) {
    return DoubleRows.of(doubles(rows, 4, random), doubles(rows, 2, random));
  }
}
