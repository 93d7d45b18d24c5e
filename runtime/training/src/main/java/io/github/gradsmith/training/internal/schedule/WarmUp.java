package io.github.gradsmith.training.internal.schedule;

import io.github.gradsmith.training.LearningRate;

/** A rise in even parts before a schedule. */
public final class WarmUp implements Schedule {
  private final LearningRate then;
  private final long steps;

  /** What the schedule is told, kept so that a step takes no memory; it belongs to one plan. */
  private volatile Later later;

  /** The rise takes so many steps, at least 1. */
  public WarmUp(LearningRate then, long steps) {
    if (steps < 1) {
      throw new IllegalArgumentException("warmUp is " + steps + ", expected at least 1 step");
    }
    this.then = then;
    this.steps = steps;
  }

  @Override
  public double at(long step, Plan plan) {
    Plan rest = rest(plan);
    return step < steps ? then.at(0, rest) * (step + 1) / (steps + 1) : then.at(step - steps, rest);
  }

  private Plan rest(Plan plan) {
    Later known = later;
    if (known == null || known.of != plan) {
      known = new Later(plan, after(plan));
      later = known;
    }
    return known.rest;
  }

  private Plan after(Plan plan) {
    return new Plan(plan.epochs(), plan.stepsPerEpoch(), plan.warmUp() + steps);
  }

  @Override
  public boolean usesLength() {
    return Schedule.usesLength(then);
  }

  @Override
  public void requireFit(Plan plan) {
    if (steps >= plan.steps()) {
      throw new IllegalArgumentException(
          "warmUp is "
              + steps
              + ", but this run has "
              + count(plan.steps(), "step")
              + " ("
              + count(plan.epochs(), "epoch")
              + " of "
              + plan.stepsPerEpoch()
              + ")");
    }
    Schedule.requireFit(then, after(plan));
  }

  private static String count(long number, String unit) {
    return number + " " + unit + (number == 1 ? "" : "s");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WarmUp same && same.then.equals(then) && same.steps == steps;
  }

  @Override
  public int hashCode() {
    return then.hashCode() * 31 + Long.hashCode(steps);
  }

  @Override
  public String toString() {
    return Schedule.text(then) + ".warmUp(" + steps + ")";
  }

  private record Later(Plan of, Plan rest) {}
}
