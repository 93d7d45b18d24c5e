package io.github.gradsmith.training;

import io.github.gradsmith.DoubleRows;
import io.github.gradsmith.FloatRows;
import java.util.List;
import java.util.Random;

/** One report of each kind, with fixed numbers. */
final class ReportSamples {
  private static final double[] LOSSES = {1.25, 0.5, 0.3, Double.NaN, 0.2, 0.15};

  private ReportSamples() {}

  private static FixedHistory history() {
    FixedHistory history = new FixedHistory(LOSSES);
    history.validationLosses = new double[] {1.5, 0.75, 0.5, 0.4375, 0.5, 0.625};
    history.norms = new double[] {3, 2, 1.5, 1, 0.5, 0.25};
    history.rates = new double[] {0.1, 0.08, 0.05, 0.01, 0.002, 0.001};
    history.keptEpoch = 4;
    history.stop = Stop.PATIENCE;
    return history;
  }

  private static float[] ramp(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (i * 37 % 101 - 50) / 40f;
    }
    return values;
  }

  static Report classes() {
    FloatRows rows = ReportRows.classes(30, 4, 3, new Random(1));
    var network = new ReportNets_ClassesImpl(1);
    network.setParameters(ramp(network.parameterCount()));
    FixedHistory history = history();
    List<Double> hidden = List.of(0.01, 0.008, 0.004, 0.002, 0.001, 0.0005);
    List<Double> last = List.of(0.02, 0.01, 0.005, Double.NaN, 0.0015, 0.001);
    history.layers =
        List.of(
            new LayerHistory(
                network.topology().layers().get(1), hidden, List.of(3d, 2d, 1d, 1d, 1d, 0.5)),
            new LayerHistory(
                network.topology().layers().get(2), last, List.of(2d, 1d, 1d, 0.5, 1d, 0.25)));
    return Report.of(history)
        .title("Flowers & <others>")
        .training(rows)
        .network(network)
        .validation(rows)
        .names("setosa", "versicolor", "virginica")
        .images(2, 2);
  }

  static Report numbers() {
    DoubleRows rows = ReportRows.numbers(30, new Random(2));
    return Report.of(history())
        .network(new ReportNets_NumbersImpl(1))
        .validation(rows)
        .names("price", "rent");
  }
}
