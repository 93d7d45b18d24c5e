package io.github.gradsmith.training.internal.block;

import io.github.gradsmith.TrainingRows;
import java.io.Serializable;

/** Sums over consecutive rows; they travel from one machine to another. */
public abstract class Sums implements Serializable {
  private static final long serialVersionUID = 1;

  private double loss;
  private double weight;

  Sums(double loss, double weight) {
    this.loss = loss;
    this.weight = weight;
  }

  /** Σ w of rows, in their order. */
  static double weight(TrainingRows<?> rows, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += rows.weight(i);
    }
    return sum;
  }

  /** Adds the sums of the rows that follow. */
  final void add(Sums next) {
    addValues(next);
    loss += next.loss;
    weight += next.weight;
  }

  abstract void addValues(Sums next);

  /** Another object with the same sums. */
  public abstract Sums copy();

  /** Σ w l. */
  public final double loss() {
    return loss;
  }

  /** Σ w. */
  public final double weight() {
    return weight;
  }
}
