package io.github.gradsmith.internal.parallel;

/**
 * Counts the changes of parameters that replicas share, so that each can tell whether what it
 * derived from them still holds. Not synchronized: whoever changes parameters is alone then.
 */
public final class Changes {
  private long count;

  /** None yet. */
  public Changes() {}

  /** The parameters have changed. */
  public void add() {
    count++;
  }

  /** The changes so far. */
  public long count() {
    return count;
  }
}
