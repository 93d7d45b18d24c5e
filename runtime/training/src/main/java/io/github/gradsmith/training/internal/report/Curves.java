package io.github.gradsmith.training.internal.report;

import io.github.gradsmith.training.Goal;
import io.github.gradsmith.training.History;
import io.github.gradsmith.training.Metric;
import io.github.gradsmith.training.Monitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * The numbers of a run that are drawn over its epochs.
 *
 * @param losses the running loss, and that of validation if there is one
 * @param others metrics, learning rate and, if it was computed, the gradient's norm
 * @param keptEpoch whose parameters the network has, from 1; 0 if it has those of the last step
 */
public record Curves(List<Curve> losses, List<Curve> others, int keptEpoch) {
  /** Of a run. */
  public static Curves of(History history) {
    List<Curve> losses = new ArrayList<>();
    losses.add(curve(history, "running", "Running loss", Monitor.trainingLoss()));
    if (history.hasValidation()) {
      losses.add(curve(history, "validation", "Validation loss", Monitor.validationLoss()));
    }
    List<Curve> others = new ArrayList<>();
    int number = 1;
    for (Metric metric : history.metrics()) {
      String name = capital(metric.name());
      others.add(curve(history, "metric" + number++, name, Monitor.validation(metric)));
    }
    others.add(new Curve("rate", "Learning rate", history.learningRates(), 0, ""));
    double[] norms = history.gradientNorms();
    if (!DoubleStream.of(norms).allMatch(Double::isNaN)) {
      others.add(new Curve("norm", "Gradient norm", norms, 0, ""));
    }
    return new Curves(losses, others, history.keptEpoch());
  }

  private static Curve curve(History history, String key, String name, Monitor monitor) {
    String word = monitor.goal() == Goal.MAXIMIZE ? "highest" : "lowest";
    return new Curve(key, name, history.values(monitor), history.bestEpoch(monitor), word);
  }

  private static String capital(String name) {
    return name.isEmpty()
        ? name
        : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  /** All of them. */
  List<Curve> all() {
    List<Curve> all = new ArrayList<>(losses);
    all.addAll(others);
    return all;
  }

  int epochs() {
    return losses.get(0).values().length;
  }

  /** The curve that says best how the run went. */
  Curve main() {
    return losses.get(losses.size() - 1);
  }
}
