package io.github.gradsmith.processor.formula.expr;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * A function that depends on its argument alone and remembers the results for its last arguments:
 * the networks of one compilation, and of the next ones in the same compiler daemon, ask for the
 * same formulas again and again.
 *
 * @param <A> the argument, a value
 * @param <R> the result, immutable
 */
public final class Remembered<A, R> {
  private static final int MOST = 512;

  private final Function<A, R> function;
  private final Map<A, R> results =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<A, R> eldest) {
          return size() > MOST;
        }
      };

  public Remembered(Function<A, R> function) {
    this.function = function;
  }

  /** The result for an argument. */
  public R of(A argument) {
    R known = known(argument);
    if (known != null) {
      return known;
    }
    R result = function.apply(argument); // outside of the lock: it may ask others that remember
    remember(argument, result);
    return result;
  }

  private synchronized R known(A argument) {
    return results.get(argument);
  }

  private synchronized void remember(A argument, R result) {
    results.put(argument, result);
  }
}
