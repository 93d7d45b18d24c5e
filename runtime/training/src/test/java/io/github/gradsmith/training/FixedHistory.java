package io.github.gradsmith.training;

import java.util.Arrays;
import java.util.List;

/** A history of given numbers. */
final class FixedHistory implements History {
  final double[] losses;
  double[] validationLosses;
  double[] rates;
  double[] norms;
  List<Metric> metrics = List.of();
  double[][] metricValues = {};
  List<LayerHistory> layers = List.of();
  int keptEpoch;
  Stop stop = Stop.EPOCHS;

  FixedHistory(double... losses) {
    this.losses = losses;
    rates = new double[losses.length];
    Arrays.fill(rates, 0.1);
    norms = new double[losses.length];
    Arrays.fill(norms, Double.NaN);
  }

  @Override
  public int epochs() {
    return losses.length;
  }

  @Override
  public List<Metric> metrics() {
    return metrics;
  }

  @Override
  public boolean hasValidation() {
    return validationLosses != null;
  }

  @Override
  public double value(Monitor monitor, int epoch) {
    return values(monitor)[epoch - 1];
  }

  @Override
  public double[] values(Monitor monitor) {
    if (monitor.equals(Monitor.trainingLoss())) {
      return losses.clone();
    }
    if (monitor.equals(Monitor.validationLoss())) {
      return validationLosses.clone();
    }
    return metricValues[metrics.indexOf(monitor.metric().orElseThrow())].clone();
  }

  @Override
  public double best(Monitor monitor) {
    int epoch = bestEpoch(monitor);
    return epoch == 0 ? Double.NaN : value(monitor, epoch);
  }

  @Override
  public int bestEpoch(Monitor monitor) {
    double[] values = values(monitor);
    int best = 0;
    for (int e = 1; e <= values.length; e++) {
      double value = values[e - 1];
      if (!Double.isNaN(value) && (best == 0 || monitor.goal().isBetter(value, values[best - 1]))) {
        best = e;
      }
    }
    return best;
  }

  @Override
  public int keptEpoch() {
    return keptEpoch;
  }

  @Override
  public double[] learningRates() {
    return rates.clone();
  }

  @Override
  public double[] gradientNorms() {
    return norms.clone();
  }

  @Override
  public List<LayerHistory> layers() {
    return layers;
  }

  @Override
  public long steps() {
    return 7L * losses.length;
  }

  @Override
  public long skippedSteps() {
    return 0;
  }

  @Override
  public Stop stop() {
    return stop;
  }
}
