package io.github.gradsmith.training.internal.schedule;

import io.github.gradsmith.training.LearningRate;

/** A schedule that somebody gave a name. */
public record Named(LearningRate schedule, String name) implements Schedule {
  public Named {
    if (name.isBlank() || name.contains("\n") || name.contains(CUSTOM)) {
      throw new IllegalArgumentException(
          "name is \"" + name + "\", expected one line of text other than " + CUSTOM);
    }
  }

  @Override
  public double at(long step, Plan plan) {
    return schedule.at(step, plan);
  }

  @Override
  public boolean usesLength() {
    return Schedule.usesLength(schedule);
  }

  @Override
  public void requireFit(Plan plan) {
    Schedule.requireFit(schedule, plan);
  }

  @Override
  public String toString() {
    return name;
  }
}
