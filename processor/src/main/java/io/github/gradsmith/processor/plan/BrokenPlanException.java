package io.github.gradsmith.processor.plan;

/**
 * A decision of the planner does not meet its condition. Code made from it would compute wrong
 * numbers, so that none is made: a defect of ours, which the user is asked to report.
 */
public final class BrokenPlanException extends IllegalStateException {
  private static final long serialVersionUID = 1;

  public BrokenPlanException(String broken) {
    super("broken plan: " + broken);
  }
}
