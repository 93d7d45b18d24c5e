package io.github.gradsmith.training.internal.schedule;

import io.github.gradsmith.internal.math.DoubleMath;

/** Half a cosine over the whole run. */
public record Cosine(double rate, double least) implements Schedule {
  public Cosine {
    Schedule.requirePositive(rate, "rate");
    if (!(least >= 0 && least < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "least is " + least + ", expected a finite number that is at least 0");
    }
  }

  @Override
  public double at(long step, Plan plan) {
    return between(rate, least, (double) step / plan.steps());
  }

  /** Half a cosine from one rate to another; p goes from 0 to 1. */
  static double between(double start, double end, double p) {
    return end + (start - end) / 2 * (DoubleMath.cos(Math.PI * p) + 1);
  }

  @Override
  public boolean usesLength() {
    return true;
  }

  @Override
  public String toString() {
    return "cosine(" + rate + ", " + least + ")";
  }
}
