package io.github.gradsmith.training.internal.outcome;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How many rows of a class, and how many others, have an output of at least a bound, for all
 * bounds.
 *
 * @param falseRates the shares of other rows, from 0 to 1
 * @param trueRates the shares of the class's rows, as many
 * @param area below the curve, as {@link io.github.gradsmith.training.Metrics#rocAuc}; NaN if the
 *     class has no rows, or all, or an output is NaN
 */
public record RocCurve(double[] falseRates, double[] trueRates, double area) {
  private static final RocCurve NONE = new RocCurve(new double[0], new double[0], Double.NaN);

  /** Of one output of all rows, and the class that it stands for. */
  static RocCurve of(Outcomes rows, int output, int ofClass, int[] labels) {
    double[] scores = rows.outputs(output);
    List<Integer> order =
        IntStream.range(0, scores.length).boxed().collect(Collectors.toCollection(ArrayList::new));
    if (order.stream().anyMatch(i -> Double.isNaN(scores[i]))) {
      return NONE;
    }
    order.sort(Comparator.comparingDouble((Integer i) -> scores[i]).reversed());
    double positive = 0;
    double negative = 0;
    List<double[]> corners = new ArrayList<>(List.of(new double[] {0, 0}));
    for (int n = 0; n < order.size(); n++) {
      int row = order.get(n);
      if (labels[row] == ofClass) {
        positive += rows.weights()[row];
      } else {
        negative += rows.weights()[row];
      }
      if (n + 1 == order.size() || scores[order.get(n + 1)] != scores[row]) {
        corners.add(new double[] {negative, positive});
      }
    }
    return positive > 0 && negative > 0 ? scaled(corners, negative, positive) : NONE;
  }

  private static RocCurve scaled(List<double[]> corners, double negative, double positive) {
    double[] falseRates = corners.stream().mapToDouble(corner -> corner[0] / negative).toArray();
    double[] trueRates = corners.stream().mapToDouble(corner -> corner[1] / positive).toArray();
    double area = 0;
    for (int i = 1; i < falseRates.length; i++) {
      double height = (trueRates[i] + trueRates[i - 1]) / 2;
      area += (falseRates[i] - falseRates[i - 1]) * height;
    }
    return new RocCurve(falseRates, trueRates, area);
  }
}
