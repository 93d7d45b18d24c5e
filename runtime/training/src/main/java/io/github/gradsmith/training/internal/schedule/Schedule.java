package io.github.gradsmith.training.internal.schedule;

import io.github.gradsmith.training.LearningRate;

/** A schedule that is known by its text, {@link Object#toString}. */
public interface Schedule extends LearningRate {
  /** The text of a schedule that has none. */
  String CUSTOM = "custom";

  /** Whether the rates depend on the number of epochs. */
  boolean usesLength();

  /** Demands that a run is long enough. */
  default void requireFit(Plan plan) {}

  /** The text of any schedule. */
  static String text(LearningRate rate) {
    return rate instanceof Schedule ? rate.toString() : CUSTOM;
  }

  /** Whether the rates of any schedule may depend on the number of epochs. */
  static boolean usesLength(LearningRate rate) {
    return !(rate instanceof Schedule schedule) || schedule.usesLength();
  }

  /** Demands that a run is long enough for any schedule. */
  static void requireFit(LearningRate rate, Plan plan) {
    if (rate instanceof Schedule schedule) {
      schedule.requireFit(plan);
    }
  }

  /** Demands a positive, finite number. */
  static void requirePositive(double value, String name) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          name + " is " + value + ", expected a positive finite number");
    }
  }
}
