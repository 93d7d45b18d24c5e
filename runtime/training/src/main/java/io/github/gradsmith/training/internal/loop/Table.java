package io.github.gradsmith.training.internal.loop;

import io.github.gradsmith.TopologyLayer;
import io.github.gradsmith.safetensors.Tensor;
import io.github.gradsmith.training.History;
import io.github.gradsmith.training.LayerHistory;
import io.github.gradsmith.training.Metric;
import io.github.gradsmith.training.Monitor;
import io.github.gradsmith.training.Stop;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;

/** The history of a run: a row for each epoch, all taken at the beginning. */
final class Table implements History {
  private static final int LOSS = 0;
  private static final int RATE = 1;
  private static final int NORM = 2;
  private static final int VALIDATION_LOSS = 3;
  private static final int METRICS = 4;

  private final double[][] rows;
  private final List<Metric> metrics;
  private final boolean hasValidation;
  private final List<TopologyLayer> layers;
  int epochs;
  int keptEpoch;
  long steps;
  long skipped;
  Stop stop;

  Table(int epochs, List<Metric> metrics, boolean hasValidation, List<TopologyLayer> layers) {
    this.metrics = metrics;
    this.hasValidation = hasValidation;
    this.layers = layers;
    rows = new double[epochs][columnCount()];
  }

  /** Sets what an epoch, counted from 0, has in every run. */
  void set(int epoch, double loss, double rate, double norm, double validationLoss) {
    rows[epoch][LOSS] = loss;
    rows[epoch][RATE] = rate;
    rows[epoch][NORM] = norm;
    rows[epoch][VALIDATION_LOSS] = validationLoss;
  }

  /** Sets a metric of a row. */
  void setMetric(int epoch, int metric, double value) {
    rows[epoch][METRICS + metric] = value;
  }

  /** Sets what the last step of a row did to the layers. */
  void setLayers(int epoch, double... values) {
    System.arraycopy(values, 0, rows[epoch], METRICS + metrics.size(), values.length);
  }

  private int columnCount() {
    return METRICS + metrics.size() + 2 * layers.size();
  }

  /** What the columns are. */
  String columns() {
    List<String> names = new ArrayList<>(List.of("loss", "rate", "gradient norm", "val loss"));
    metrics.forEach(metric -> names.add(metric.name()));
    layers.forEach(layer -> names.add("step of " + layer.name()));
    layers.forEach(layer -> names.add("gradient of " + layer.name()));
    return String.join("\t", names);
  }

  /** The finished epochs as a tensor. */
  Tensor tensor(String name) {
    int columns = columnCount();
    double[] values = new double[epochs * columns];
    for (int e = 0; e < epochs; e++) {
      System.arraycopy(rows[e], 0, values, e * columns, columns);
    }
    return Tensor.of(name, values, epochs, columns);
  }

  /** Takes finished epochs from a tensor of as many columns. */
  void take(Tensor tensor) {
    int columns = columnCount();
    double[] values = tensor.toDoubles();
    epochs = values.length / columns;
    for (int e = 0; e < epochs; e++) {
      System.arraycopy(values, e * columns, rows[e], 0, columns);
    }
  }

  @Override
  public int epochs() {
    return epochs;
  }

  @Override
  public List<Metric> metrics() {
    return metrics;
  }

  @Override
  public boolean hasValidation() {
    return hasValidation;
  }

  @Override
  public double value(Monitor monitor, int epoch) {
    return rows[Objects.checkIndex(epoch - 1, epochs)][column(monitor)];
  }

  @Override
  public double[] values(Monitor monitor) {
    return column(column(monitor));
  }

  @Override
  public double best(Monitor monitor) {
    int epoch = bestEpoch(monitor);
    return epoch == 0 ? Double.NaN : value(monitor, epoch);
  }

  @Override
  public int bestEpoch(Monitor monitor) {
    int column = column(monitor);
    int best = 0;
    for (int e = 1; e <= epochs; e++) {
      double value = rows[e - 1][column];
      if (best == 0
          ? !Double.isNaN(value)
          : monitor.goal().isBetter(value, rows[best - 1][column])) {
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
    return column(RATE);
  }

  @Override
  public double[] gradientNorms() {
    return column(NORM);
  }

  @Override
  public List<LayerHistory> layers() {
    List<LayerHistory> all = new ArrayList<>();
    for (int l = 0; l < layers.size(); l++) {
      int column = METRICS + metrics.size() + l;
      List<Double> ratios = DoubleStream.of(column(column)).boxed().toList();
      List<Double> norms = DoubleStream.of(column(column + layers.size())).boxed().toList();
      all.add(new LayerHistory(layers.get(l), ratios, norms));
    }
    return List.copyOf(all);
  }

  @Override
  public long steps() {
    return steps;
  }

  @Override
  public long skippedSteps() {
    return skipped;
  }

  @Override
  public Stop stop() {
    if (stop == null) {
      throw new IllegalStateException("the run has not ended yet");
    }
    return stop;
  }

  private double[] column(int column) {
    double[] values = new double[epochs];
    for (int e = 0; e < epochs; e++) {
      values[e] = rows[e][column];
    }
    return values;
  }

  /** The column of a number. */
  private int column(Monitor monitor) {
    if (monitor.equals(Monitor.trainingLoss())) {
      return LOSS;
    }
    if (!hasValidation) {
      throw new IllegalArgumentException(
          "this run had no validation rows, and so has no " + monitor);
    }
    if (monitor.equals(Monitor.validationLoss())) {
      return VALIDATION_LOSS;
    }
    int metric = metrics.indexOf(monitor.metric().orElseThrow());
    if (metric < 0) {
      throw new IllegalArgumentException(
          "this run did not compute " + monitor + ": add it to metrics(…)");
    }
    return METRICS + metric;
  }

  /** The number of an epoch that is not finished yet. */
  double pending(Monitor monitor, int epoch) {
    return rows[epoch][column(monitor)];
  }

  @Override
  public String toString() {
    return epochs + (epochs == 1 ? " epoch" : " epochs") + (stop == null ? "" : ", " + stop);
  }
}
