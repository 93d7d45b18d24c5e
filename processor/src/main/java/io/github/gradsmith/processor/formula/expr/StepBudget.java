package io.github.gradsmith.processor.formula.expr;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * The work that one question to the engine may take, in steps: a node looked at or built, a term
 * added. Whatever the formula, the answer then comes soon, and the same on every machine, which a
 * limit on the time would not ensure. What is asked in the course of an answer shares its limit.
 */
public final class StepBudget {
  private static final long MOST = 2_000_000;

  /** Whole first, then part by part: each attempt leaves most of the work to those after it. */
  private static final int SHARE = 3;

  private static final ThreadLocal<StepBudget> CURRENT = new ThreadLocal<>();

  private long spent;
  private long limit = MOST;

  private StepBudget() {}

  /** The answer to a question, within the limit of the one in whose course it is asked, if any. */
  public static <T> T bounded(Supplier<T> question) {
    if (CURRENT.get() != null) {
      return question.get();
    }
    CURRENT.set(new StepBudget());
    try {
      return question.get();
    } finally {
      CURRENT.remove();
    }
  }

  /** Whether a question is being answered, whose limit another one would share. */
  public static boolean isShared() {
    return CURRENT.get() != null;
  }

  /** The result of an attempt, unless it takes more than its share of the work that is left. */
  public static <T> Optional<T> attempt(Supplier<T> attempt) {
    return bounded(() -> CURRENT.get().share(attempt));
  }

  private <T> Optional<T> share(Supplier<T> attempt) {
    long whole = limit;
    limit = spent + Math.max(0, whole - spent) / SHARE;
    try {
      return Optional.of(attempt.get());
    } catch (TooLargeException e) {
      return Optional.empty();
    } finally {
      limit = whole;
    }
  }

  /**
   * Counts steps.
   *
   * @throws TooLargeException if they are too many
   */
  public static void spend(int steps) {
    StepBudget effort = CURRENT.get();
    if (effort != null) {
      effort.spent += steps;
      if (effort.spent > effort.limit) {
        throw new TooLargeException();
      }
    }
  }

  /** Counts the nodes of what was built; parts in common count each time, as for whoever walks. */
  public static Expr spendOn(Expr built) {
    spend(1);
    built.children().forEach(StepBudget::spendOn);
    return built;
  }
}
