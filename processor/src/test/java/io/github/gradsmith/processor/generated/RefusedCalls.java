package io.github.gradsmith.processor.generated;

import io.github.gradsmith.processor.generated.WrongArgumentsTest.Refusal;
import java.util.ArrayList;
import java.util.List;

/** Calls of a 5-4-3 network, each with one argument that does not fit. */
final class RefusedCalls {
  private final boolean single;
  private final List<Refusal> refusals = new ArrayList<>();

  RefusedCalls(boolean single) {
    this.single = single;
  }

  List<Refusal> all() {
    oneSample();
    trace();
    parameters();
    batch("forward", "outputs");
    batch("loss", "targets");
    batch("train", "targets", number(0.5));
    batch("gradient", "targets", row(39));
    weights();
    emptyRanges();
    learningRates();
    return refusals;
  }

  private void oneSample() {
    for (int width : new int[] {0, 4, 6}) {
      String input = "input has " + width + " values, expected 5";
      size(input, "forward", row(width));
      size(input, "forward", row(width), row(3));
      size(input, "classify", row(width));
      size(input, "trace", row(width), rows(5, 4, 3), rows(5, 4, 3));
      size(input, "loss", row(width), row(3));
      size(input, "train", row(width), row(3), number(0.5));
      String other = " has " + width + " values, expected 3";
      size("output" + other, "forward", row(5), row(width));
      size("target" + other, "loss", row(5), row(width));
      size("target" + other, "train", row(5), row(width), number(0.5));
    }
    missing("input is null", "forward", new Object[] {null});
    missing("input is null", "forward", null, row(3));
    missing("output is null", "forward", row(5), null);
    missing("input is null", "classify", new Object[] {null});
    missing("input is null", "loss", null, row(3));
    missing("target is null", "loss", row(5), null);
    missing("input is null", "train", null, row(3), number(0.5));
    missing("target is null", "train", row(5), null, number(0.5));
  }

  private void trace() {
    Object fit = rows(5, 4, 3);
    size("z has 2 rows, expected 3", "trace", row(5), rows(5, 4), fit);
    size("a has 1 row, expected 3", "trace", row(5), fit, rows(5));
    size("z[1] has 5 values, expected 4", "trace", row(5), rows(5, 5, 3), fit);
    size("z[2] has 1 value, expected 3", "trace", row(5), rows(5, 4, 1), fit);
    size("a[0] has 4 values, expected 5", "trace", row(5), fit, rows(4, 4, 3));
    size("a[1] has 3 values, expected 4", "trace", row(5), fit, rows(5, 3, 3));
    size("a[2] has 4 values, expected 3", "trace", row(5), fit, rows(5, 4, 4));
    missing("input is null", "trace", null, fit, fit);
    missing("z is null", "trace", row(5), null, fit);
    missing("a is null", "trace", row(5), fit, null);
    missing("z[2] is null", "trace", row(5), rows(5, 4, -1), fit);
    missing("a[0] is null", "trace", row(5), fit, rows(-1, 4, 3));
  }

  private void parameters() {
    for (int width : new int[] {38, 40}) {
      String wrong = " has " + width + " values, expected 39";
      size("destination" + wrong, "getParameters", row(width));
      size("source" + wrong, "setParameters", row(width));
      size("gradient" + wrong, "update", row(width), number(0.5));
      size("gradient" + wrong, "gradient", rows(5), rows(3), 0, 1, row(width));
    }
    missing("destination is null", "getParameters", new Object[] {null});
    missing("source is null", "setParameters", new Object[] {null});
    missing("gradient is null", "update", null, number(0.5));
    missing("gradient is null", "gradient", rows(5), rows(3), 0, 1, null);
  }

  /** The rows of {@code method}, whose second argument is called {@code second}. */
  private void batch(String method, String second, Object... more) {
    size("inputs[1] has 4 values, expected 5", method, with(more, rows(5, 4), rows(3, 3), 0, 2));
    size(second + "[1] has 1 value, expected 3", method, with(more, rows(5, 5), rows(3, 1), 0, 2));
    missing("inputs is null", method, with(more, null, rows(3), 0, 1));
    missing(second + " is null", method, with(more, rows(5), null, 0, 1));
    missing("inputs[0] is null", method, with(more, rows(-1), rows(3), 0, 1));
    missing(second + "[0] is null", method, with(more, rows(5), rows(-1), 0, 1));
    range("inputs: range [-1, 1)", method, with(more, rows(5, 5), rows(3, 3), -1, 1));
    range("inputs: range [0, 3)", method, with(more, rows(5, 5), rows(3, 3), 0, 3));
    range("inputs: range [2, 1)", method, with(more, rows(5, 5), rows(3, 3), 2, 1));
    range(second + ": range [0, 3)", method, with(more, rows(5, 5, 5), rows(3, 3), 0, 3));
    range("inputs: range [0, 3)", method, with(more, rows(5, 5), rows(3, 3, 3), 0, 3));
  }

  private void weights() {
    missing("weights is null", "loss", rows(5), rows(3), null, 0, 1);
    missing("weights is null", "gradient", rows(5), rows(3), null, 0, 1, row(39));
    Object[] three = {rows(5, 5, 5), rows(3, 3, 3), row(2), 0, 3};
    range("weights: range [0, 3)", "loss", three);
    range("weights: range [0, 3)", "gradient", with(new Object[] {row(39)}, three));
  }

  private void emptyRanges() {
    String message = "the range from 1 to 1 is empty: a mini-batch needs at least one sample";
    size(message, "loss", rows(5, 5), rows(3, 3), 1, 1);
    size(message, "train", rows(5, 5), rows(3, 3), 1, 1, number(0.5));
    size(message, "gradient", rows(5, 5), rows(3, 3), 1, 1, row(39));
  }

  private void learningRates() {
    for (double rate : new double[] {Double.NaN, 1.0 / 0, -1.0 / 0, -1e-3, -Float.MIN_VALUE}) {
      String message =
          "learningRate is " + number(rate) + ", expected a finite number that is at least 0";
      size(message, "train", row(5), row(3), number(rate));
      size(message, "train", rows(5), rows(3), 0, 1, number(rate));
      size(message, "update", row(39), number(rate));
    }
  }

  private void size(String message, String method, Object... arguments) {
    refuse(IllegalArgumentException.class, message, method, arguments);
  }

  private void missing(String message, String method, Object... arguments) {
    refuse(NullPointerException.class, message, method, arguments);
  }

  private void range(String range, String method, Object... arguments) {
    String message = range + " out of bounds for length 2";
    refuse(IndexOutOfBoundsException.class, message, method, arguments);
  }

  private void refuse(Class<?> exception, String message, String method, Object... arguments) {
    refusals.add(new Refusal(new Call(single, method, arguments), exception, message));
  }

  private Object row(int width) {
    return Call.row(single, width);
  }

  private Object rows(int... widths) {
    return Call.rows(single, widths);
  }

  private Object number(double value) {
    return Call.number(single, value);
  }

  private static Object[] with(Object[] more, Object... first) {
    List<Object> all = new ArrayList<>();
    for (Object argument : first) {
      all.add(argument);
    }
    for (Object argument : more) {
      all.add(argument);
    }
    return all.toArray();
  }
}
