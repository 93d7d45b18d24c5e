package io.github.gradsmith.internal.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
  @Test
  void lengthNamesGivenAndExpected() {
    assertRefused(
        () -> Arguments.length(new float[783], 784, "input"), "input has 783 values, expected 784");
    assertRefused(
        () -> Arguments.length(new double[1], 2, "target"), "target has 1 value, expected 2");
    assertThatCode(() -> Arguments.length(new float[2], 2, "input")).doesNotThrowAnyException();
    assertThatCode(() -> Arguments.length(new double[2], 2, "input")).doesNotThrowAnyException();
  }

  @Test
  void rowCountNamesGivenAndExpected() {
    assertRefused(() -> Arguments.rowCount(new float[2][], 3, "z"), "z has 2 rows, expected 3");
    assertRefused(() -> Arguments.rowCount(new double[1][], 3, "z"), "z has 1 row, expected 3");
    assertThatCode(() -> Arguments.rowCount(new float[3][], 3, "z")).doesNotThrowAnyException();
    assertThatCode(() -> Arguments.rowCount(new double[3][], 3, "z")).doesNotThrowAnyException();
  }

  @Test
  void batchLooksAtItsRangeOnly() {
    float[][] floats = {null, new float[7], new float[7], new float[5]};
    double[][] doubles = {null, new double[7], new double[7], new double[5]};
    assertThatCode(() -> Arguments.batch(floats, 1, 3, 7, "inputs")).doesNotThrowAnyException();
    assertThatCode(() -> Arguments.batch(doubles, 1, 3, 7, "inputs")).doesNotThrowAnyException();
    assertThatCode(() -> Arguments.batch(floats, 4, 4, 7, "inputs")).doesNotThrowAnyException();
    String misfit = "inputs[3] has 5 values, expected 7";
    assertRefused(() -> Arguments.batch(floats, 1, 4, 7, "inputs"), misfit);
    assertRefused(() -> Arguments.batch(doubles, 1, 4, 7, "inputs"), misfit);
    assertMissing(() -> Arguments.batch(floats, 0, 1, 7, "inputs"), "inputs[0] is null");
    assertMissing(() -> Arguments.batch(doubles, 0, 1, 7, "inputs"), "inputs[0] is null");
  }

  @Test
  void batchRefusesRangesBeyondTheRowsAndNamesThem() {
    int[][] ranges = {{-1, 1}, {0, 3}, {2, 1}, {3, 3}, {Integer.MAX_VALUE, Integer.MIN_VALUE}};
    for (int[] range : ranges) {
      int from = range[0];
      int to = range[1];
      String message = "rows: range [" + from + ", " + to + ") out of bounds for length 2";
      assertOutOfBounds(() -> Arguments.batch(new float[2][1], from, to, 1, "rows"), message);
      assertOutOfBounds(() -> Arguments.batch(new double[2][1], from, to, 1, "rows"), message);
    }
  }

  @Test
  void missingArraysAreNamed() {
    assertMissing(() -> Arguments.length((float[]) null, 1, "input"), "input is null");
    assertMissing(() -> Arguments.length((double[]) null, 1, "input"), "input is null");
    assertMissing(() -> Arguments.rowCount((float[][]) null, 1, "z"), "z is null");
    assertMissing(() -> Arguments.rowCount((double[][]) null, 1, "z"), "z is null");
    assertMissing(() -> Arguments.batch((float[][]) null, 0, 0, 1, "inputs"), "inputs is null");
    assertMissing(() -> Arguments.batch((double[][]) null, 0, 0, 1, "inputs"), "inputs is null");
  }

  /** Two blocks of two, three apart: places 1, 2, 4 and 5. */
  @Test
  void indicesAreWholeNumbersBelowTheCategories() {
    float[] good = {Float.NaN, 0, 6, -1, -0f, 3, 0.5f};
    assertThatCode(() -> Arguments.indices(good, -1, "WORDS", 7, 1, 2, 2, 3))
        .doesNotThrowAnyException();
    assertThatCode(() -> Arguments.indices(doubles(good), -1, "WORDS", 7, 1, 2, 2, 3))
        .doesNotThrowAnyException();
    for (int place : new int[] {1, 2, 4, 5}) {
      for (float value :
          new float[] {7, -1, 0.5f, 6.5f, Float.NaN, 1f / 0, -1f / 0, 1e20f, -Float.MIN_VALUE}) {
        float[] bad = good.clone();
        bad[place] = value;
        String fault = "[" + place + "] is " + value;
        String rest =
            ", which the embedding WORDS cannot look up: expected a whole number from 0 to 6";
        assertRefused(
            () -> Arguments.indices(bad, -1, "WORDS", 7, 1, 2, 2, 3), "input" + fault + rest);
        assertRefused(
            () -> Arguments.indices(bad, 12, "WORDS", 7, 1, 2, 2, 3), "inputs[12]" + fault + rest);
        assertThatThrownBy(() -> Arguments.indices(doubles(bad), 0, "WORDS", 7, 1, 2, 2, 3))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageStartingWith("inputs[0][" + place + "] is ")
            .hasMessageEndingWith(rest);
      }
    }
  }

  private static double[] doubles(float[] values) {
    double[] wide = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      wide[i] = values[i];
    }
    return wide;
  }

  @Test
  void anEmptyRangeIsNoMiniBatch() {
    assertRefused(
        () -> Arguments.notEmpty(4, 4),
        "the range from 4 to 4 is empty: a mini-batch needs at least one sample");
    assertThatCode(() -> Arguments.notEmpty(4, 5)).doesNotThrowAnyException();
  }

  @Test
  void learningRatesAreFiniteAndNotNegative() {
    String expected = ", expected a finite number that is at least 0";
    for (float rate :
        new float[] {Float.NaN, -Float.MIN_VALUE, -0.1f, -Float.MAX_VALUE, 1f / 0, -1f / 0}) {
      assertRefused(() -> Arguments.learningRate(rate), "learningRate is " + rate + expected);
    }
    for (double rate :
        new double[] {Double.NaN, -Double.MIN_VALUE, -0.1, -Double.MAX_VALUE, 1.0 / 0, -1.0 / 0}) {
      assertRefused(() -> Arguments.learningRate(rate), "learningRate is " + rate + expected);
    }
    for (float rate : new float[] {0, -0f, Float.MIN_VALUE, 0.1f, Float.MAX_VALUE}) {
      assertThatCode(() -> Arguments.learningRate(rate)).doesNotThrowAnyException();
      assertThatCode(() -> Arguments.learningRate((double) rate)).doesNotThrowAnyException();
    }
    assertThatCode(() -> Arguments.learningRate(Double.MAX_VALUE)).doesNotThrowAnyException();
  }

  @Test
  void checksAllocateNothing() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    float[][] rows = new float[10][7];
    checkAll(rows, 100_000);
    long before = threads.getCurrentThreadAllocatedBytes();
    checkAll(rows, 10_000);
    // Reading the counter may itself allocate a few bytes; 10,000 calls cannot hide in them.
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000);
  }

  private static void checkAll(float[][] rows, int times) {
    for (int i = 0; i < times; i++) {
      Arguments.length(rows[0], 7, "input");
      Arguments.rowCount(rows, 10, "z");
      Arguments.batch(rows, 0, 10, 7, "inputs");
      Arguments.notEmpty(0, 10);
      Arguments.indices(rows[0], i, "WORDS", 1, 0, 7, 1, 7);
      Arguments.learningRate(0.5f);
    }
  }

  private static void assertRefused(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  private static void assertOutOfBounds(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(IndexOutOfBoundsException.class).hasMessage(message);
  }

  private static void assertMissing(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(NullPointerException.class).hasMessage(message);
  }
}
