package io.github.gradsmith.processor.plan.backward;

/**
 * A step on the way back, which changes the delta of one value.
 *
 * @param action what it does
 * @param reader the number of the layer through which the delta comes; of CLEAR and SLOPE, too
 * @param use which of the values that the reader reads
 * @param value the number of the value
 */
public record DeltaStep(Action action, int reader, int use, int value) {
  /** Whether something comes back through the reader; or else the delta alone changes. */
  public boolean isThroughReader() {
    return action != Action.CLEAR && action != Action.SLOPE;
  }

  /** What becomes of a delta. */
  public enum Action {
    /** It is all that comes through its one reader, times the slope of its own activation. */
    ONLY,
    /** It becomes zero. */
    CLEAR,
    /** It becomes what comes through the reader. */
    SET,
    /** What comes through the reader is added to it. */
    ADD,
    /** It is complete, and multiplied by the slope of its own activation. */
    SLOPE
  }
}
