package io.github.gradsmith.training.internal.schedule;

import io.github.gradsmith.internal.math.Powers;

/** A rate that is multiplied by γ every few epochs. */
public record StepDecay(double rate, int epochs, double gamma) implements Schedule {
  public StepDecay {
    Schedule.requirePositive(rate, "rate");
    Schedule.requirePositive(epochs, "epochs");
    Schedule.requirePositive(gamma, "gamma");
  }

  @Override
  public double at(long step, Plan plan) {
    return rate * Powers.power(gamma, plan.epoch(step) / epochs);
  }

  @Override
  public boolean usesLength() {
    return false;
  }

  @Override
  public String toString() {
    return "step(" + rate + ", " + epochs + ", " + gamma + ")";
  }
}
