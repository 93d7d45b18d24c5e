package io.github.gradsmith.processor.random;

import io.github.gradsmith.Loss;
import io.github.gradsmith.processor.model.LossChoice;

/** The loss of a network, with one output's term of it. Cross entropies are computed from z. */
sealed interface Objective {
  /** As the processor's model has it. */
  LossChoice choice();

  /** The attribute of the annotation. */
  String attribute();

  /** The term of an output a with target t, of {@code outputs}; cross entropies have none. */
  DualNumber term(DualNumber a, double t, int outputs);

  /** Whether this is the toolbox's {@code loss}. */
  default boolean is(Loss loss) {
    return choice().equals(new LossChoice.Named(loss));
  }

  /** One of the toolbox, as its documentation defines it. */
  record Named(Loss loss) implements Objective {
    @Override
    public LossChoice choice() {
      return new LossChoice.Named(loss);
    }

    @Override
    public String attribute() {
      return "loss = " + loss;
    }

    @Override
    public DualNumber term(DualNumber a, double t, int outputs) {
      DualNumber error = a.plus(-t);
      return switch (loss) {
        case HALF_SQUARED_ERROR -> error.squared().times(0.5);
        case MEAN_SQUARED_ERROR -> error.squared().times(1.0 / outputs);
        case ABSOLUTE_ERROR -> error.abs();
        case HUBER ->
            Math.abs(error.value()) <= 1
                ? error.squared().times(0.5)
                : error.times(Math.signum(error.value())).plus(-0.5);
        case BINARY_CROSS_ENTROPY, CROSS_ENTROPY ->
            throw new IllegalStateException(loss + " is computed from z");
      };
    }
  }

  /** A formula of the user's own. */
  record Written(Term formula) implements Objective {
    @Override
    public LossChoice choice() {
      return new LossChoice.Written(formula.text());
    }

    @Override
    public String attribute() {
      return "lossFormula = \"" + formula.text() + '"';
    }

    @Override
    public DualNumber term(DualNumber a, double t, int outputs) {
      return formula.at(a, t);
    }
  }
}
