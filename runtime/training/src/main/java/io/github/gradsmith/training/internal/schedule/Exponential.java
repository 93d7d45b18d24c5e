package io.github.gradsmith.training.internal.schedule;

import io.github.gradsmith.internal.math.Powers;

/** A rate that is multiplied by γ after each epoch. */
public record Exponential(double rate, double gamma) implements Schedule {
  public Exponential {
    Schedule.requirePositive(rate, "rate");
    Schedule.requirePositive(gamma, "gamma");
  }

  @Override
  public double at(long step, Plan plan) {
    return rate * Powers.power(gamma, plan.epoch(step));
  }

  @Override
  public boolean usesLength() {
    return false;
  }

  @Override
  public String toString() {
    return "exponential(" + rate + ", " + gamma + ")";
  }
}
