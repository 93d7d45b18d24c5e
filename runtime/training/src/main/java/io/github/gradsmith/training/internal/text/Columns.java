package io.github.gradsmith.training.internal.text;

import io.github.gradsmith.training.History;
import io.github.gradsmith.training.Metric;
import io.github.gradsmith.training.Monitor;
import java.util.LinkedHashMap;
import java.util.Map;

/** The numbers of an epoch by name, in the order in which they are written. */
public final class Columns {
  private Columns() {}

  /** All numbers of a finished epoch, from 1. */
  public static Map<String, Double> of(History history, int epoch) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    numbers.put("epoch", (double) epoch);
    numbers.put("loss", history.value(Monitor.trainingLoss(), epoch));
    if (history.hasValidation()) {
      numbers.put("val loss", history.value(Monitor.validationLoss(), epoch));
    }
    for (Metric metric : history.metrics()) {
      numbers.put(metric.name(), history.value(Monitor.validation(metric), epoch));
    }
    numbers.put("rate", history.learningRates()[epoch - 1]);
    double norm = history.gradientNorms()[epoch - 1];
    if (!Double.isNaN(norm)) {
      numbers.put("gradient norm", norm);
    }
    return numbers;
  }

  /** A number in full: a whole one without a point. */
  public static String number(double value) {
    return value == (long) value && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
