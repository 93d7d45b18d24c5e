package io.github.gradsmith.processor.formula;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Answers to the last questions that were asked: the layers of a network, and the rooms that judge
 * and build it, ask the same of the same formulas. An answer depends on its question alone.
 */
public final class Remembered<Q, A> {
  private static final int MOST = 64;

  private final Map<Q, A> answers =
      new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Q, A> eldest) {
          return size() > MOST;
        }
      };
  private final Function<Q, A> answering;

  /** Takes what answers a question for the first time. */
  public Remembered(Function<Q, A> answering) {
    this.answering = answering;
  }

  /** The answer. */
  public A answer(Q question) {
    synchronized (answers) {
      A known = answers.get(question);
      if (known != null) {
        return known;
      }
    }
    A found = answering.apply(question);
    synchronized (answers) {
      answers.put(question, found);
    }
    return found;
  }
}
