package io.github.gradsmith.sample.benchmarks.sweep;

import io.github.gradsmith.sample.benchmarks.report.Median;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * One shape and all its trials: one, and three more if the first found it slower.
 *
 * @param trials in the order in which they ran
 */
record Row(Shape shape, List<TrialResult> trials) {

  /** Slower by more than ten per cent counts; less is within what a shared machine does. */
  private static final double SLOWER = 1 / 1.1;

  double forwardSpeedUp() {
    return median(TrialResult::forwardSpeedUp);
  }

  double trainSpeedUp() {
    return median(TrialResult::trainSpeedUp);
  }

  boolean slower() {
    return isSlower(Math.min(forwardSpeedUp(), trainSpeedUp()));
  }

  static boolean isSlower(double speedUp) {
    return speedUp < SLOWER;
  }

  private double median(ToDoubleFunction<TrialResult> value) {
    return Median.of(trials.stream().mapToDouble(value).boxed().toList());
  }

  /** As progress shows it. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s forward %.2f, train %.2f times as fast%s",
        shape,
        forwardSpeedUp(),
        trainSpeedUp(),
        slower() ? ": SLOWER" : "");
  }

  /** The shape, then each trial's values, all on one line. */
  String csv() {
    return shape + ";" + trials.stream().map(TrialResult::csv).collect(Collectors.joining(";"));
  }

  /** Reads such a line. */
  static Row parse(String csv) {
    String[] cells = csv.split(";");
    String[] widths = cells[0].split("-");
    Shape shape = new Shape(Integer.parseInt(widths[0]), Integer.parseInt(widths[1]));
    return new Row(shape, Arrays.stream(cells).skip(1).map(TrialResult::parse).toList());
  }
}
