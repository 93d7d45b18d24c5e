package io.github.gradsmith.training.internal.schedule;

/** Up, then far down, each as half a cosine. */
public record OneCycle(double most) implements Schedule {
  /** The first rate is the largest one divided by this, PyTorch's {@code div_factor}. */
  private static final double FIRST = 25;

  /** The last rate is the first one divided by this, PyTorch's {@code final_div_factor}. */
  private static final double LAST = 1e4;

  /** The share of the steps that go up, PyTorch's {@code pct_start}. */
  private static final double RISE = 0.3;

  public OneCycle {
    Schedule.requirePositive(most, "most");
  }

  @Override
  public double at(long step, Plan plan) {
    double first = most / FIRST;
    double top = RISE * plan.steps() - 1;
    if (step <= top) {
      return Cosine.between(first, most, step / top);
    }
    double last = plan.steps() - 1;
    return Cosine.between(most, first / LAST, (step - top) / (last - top));
  }

  @Override
  public boolean usesLength() {
    return true;
  }

  @Override
  public void requireFit(Plan plan) {
    if (plan.steps() < 2) {
      throw new IllegalArgumentException(
          "oneCycle needs at least 2 steps, but this run leaves it " + plan.steps());
    }
  }

  @Override
  public String toString() {
    return "oneCycle(" + most + ")";
  }
}
