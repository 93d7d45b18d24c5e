package io.github.gradsmith.training.internal.schedule;

/** One rate. */
public record Constant(double rate) implements Schedule {
  public Constant {
    Schedule.requirePositive(rate, "rate");
  }

  @Override
  public double at(long step, Plan plan) {
    return rate;
  }

  @Override
  public boolean usesLength() {
    return false;
  }

  @Override
  public String toString() {
    return "constant(" + rate + ")";
  }
}
