package io.github.gradsmith.processor.plan;

/**
 * The conditions under which the loops of a plan compute every sum whole; {@link BufferCheck} holds
 * that what is read later is kept. The rules that choose shapes weigh speed; this is what any
 * choice of theirs must meet, and it is asked of every plan before code is made from it.
 */
public final class PlanCheck {
  private final NetworkPlan plan;

  private PlanCheck(NetworkPlan plan) {
    this.plan = plan;
  }

  /**
   * The same plan, if it meets all conditions.
   *
   * @throws BrokenPlanException if not
   */
  public static NetworkPlan checked(NetworkPlan plan) {
    PlanCheck check = new PlanCheck(plan);
    require(plan.tile() >= 1, "a tile of %s samples", plan.tile());
    for (LayerPlan layer : plan.layers()) {
      layer.loops().check(layer);
      check.slope(layer);
    }
    BufferCheck.check(plan);
    return plan;
  }

  /** Deltas go back with z if the derivative is computed from it. */
  private void slope(LayerPlan layer) {
    boolean last = layer.number() == plan.last().number();
    boolean backInZ =
        !layer.activation().slope().inOutput() || last && plan.output().forms().deltaNeedsZ();
    require(layer.keepsZ() || !plan.trains() || !backInZ, "%s has no z to go back with", layer);
  }

  public static void require(boolean met, String otherwise, Object... values) {
    if (!met) {
      throw new BrokenPlanException(String.format(otherwise, values));
    }
  }
}
