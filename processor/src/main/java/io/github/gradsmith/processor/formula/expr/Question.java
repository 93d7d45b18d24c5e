package io.github.gradsmith.processor.formula.expr;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A question to the engine about one formula, answered with another. What has been answered lately
 * is remembered; what the toolbox asks of its own formulas stands in {@link Answers}, so that a
 * compiler that has just started need not load the engine for them.
 */
public final class Question {
  /** Is told what is asked; for the test that writes the answers down. */
  private static final ThreadLocal<Consumer<Asked>> LISTENER = new ThreadLocal<>();

  private final String name;
  private final UnaryOperator<Expr> engine;
  private final Remembered<Expr, Expr> answers = new Remembered<>(this::answer);

  /**
   * What is asked of a formula.
   *
   * @param name by which answers are written down
   * @param engine finds the answer, which depends on the formula alone
   */
  public Question(String name, UnaryOperator<Expr> engine) {
    this.name = name;
    this.engine = engine;
  }

  /** A question, the formula of which it is asked, and the engine's own answer. */
  record Asked(String name, Expr formula, Expr answer) {}

  /** The answer. */
  public Expr of(Expr formula) {
    Consumer<Asked> listener = LISTENER.get();
    if (listener == null) {
      return answers.of(formula);
    }
    LISTENER.remove(); // what the engine asks itself is none of it
    try {
      listener.accept(new Asked(name, formula, engine.apply(formula)));
      return answers.of(formula);
    } finally {
      LISTENER.set(listener);
    }
  }

  private Expr answer(Expr formula) {
    return Answers.written(name, formula).orElseGet(() -> engine.apply(formula));
  }

  /** What is asked in the course of some work. */
  static void listen(Runnable work, Consumer<Asked> listener) {
    LISTENER.set(listener);
    try {
      work.run();
    } finally {
      LISTENER.remove();
    }
  }
}
