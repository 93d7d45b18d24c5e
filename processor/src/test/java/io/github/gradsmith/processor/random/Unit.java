package io.github.gradsmith.processor.random;

import io.github.gradsmith.Activation;
import io.github.gradsmith.processor.model.ActivationChoice;

/** The activation of a layer, with what it means. */
sealed interface Unit {
  /** As the processor's model has it. */
  ActivationChoice choice();

  /** As it stands in the annotation. */
  String text();

  /** The output of a neuron alone; softmax has none. */
  DualNumber of(DualNumber z);

  default boolean isSoftmax() {
    return choice().equals(new ActivationChoice.Named(Activation.SOFTMAX));
  }

  default boolean isLogSoftmax() {
    return choice().equals(new ActivationChoice.Named(Activation.LOG_SOFTMAX));
  }

  /** Whether f(2 z) = 2 f(z), to the bit. */
  default boolean isHomogeneous() {
    return this instanceof Named named
        && (named.activation == Activation.RELU
            || named.activation == Activation.LEAKY_RELU
            || named.activation == Activation.IDENTITY);
  }

  /** A formula of the user's own. */
  record Written(Term formula) implements Unit {
    @Override
    public ActivationChoice choice() {
      return ActivationChoice.ofFormula(formula.text());
    }

    @Override
    public String text() {
      return '"' + formula.text() + '"';
    }

    @Override
    public DualNumber of(DualNumber z) {
      return formula.at(z, 0);
    }
  }

  /** Softmax or its logarithm among formulas. */
  record WrittenSoftmax(boolean logarithm) implements Unit {
    @Override
    public ActivationChoice choice() {
      return new ActivationChoice.Named(logarithm ? Activation.LOG_SOFTMAX : Activation.SOFTMAX);
    }

    @Override
    public String text() {
      return logarithm ? "\"logsoftmax(z)\"" : "\"softmax(z)\"";
    }

    @Override
    public DualNumber of(DualNumber z) {
      throw new IllegalStateException("softmax looks at a whole layer");
    }
  }

  /** One of the toolbox, as its documentation defines it. */
  record Named(Activation activation) implements Unit {
    private static final double SELU_LAMBDA = 1.0507009873554804934193349852946;
    private static final double SELU_ALPHA = 1.6732632423543772848170429916717;

    @Override
    public ActivationChoice choice() {
      return new ActivationChoice.Named(activation);
    }

    @Override
    public String text() {
      return activation.name();
    }

    @Override
    public DualNumber of(DualNumber z) {
      return switch (activation) {
        case SIGMOID -> z.sigmoid();
        case TANH -> z.tanh();
        case RELU -> z.isAbove(0) ? z : z.times(0);
        case LEAKY_RELU -> z.isAbove(0) ? z : z.times(0.01);
        case ELU -> z.isAbove(0) ? z : z.expm1();
        case SELU ->
            z.isAbove(0) ? z.times(SELU_LAMBDA) : z.expm1().times(SELU_LAMBDA * SELU_ALPHA);
        case SOFTPLUS -> z.softplus();
        case SOFTSIGN ->
            z.over(Math.abs(z.value()) == 0 ? z.times(0).plus(1) : smoothAbs(z).plus(1));
        case SILU -> z.times(z.sigmoid());
        case GELU -> z.times(0.5).times(z.times(Math.sqrt(0.5)).erf().plus(1));
        case MISH -> z.times(z.softplus().tanh());
        case HARD_SIGMOID -> hardSigmoid(z);
        case IDENTITY -> z;
        case SOFTMAX, LOG_SOFTMAX ->
            throw new IllegalStateException(activation + " looks at a whole layer");
      };
    }

    /** |z|, without a note of its kink: softsign has none. */
    private static DualNumber smoothAbs(DualNumber z) {
      return z.value() < 0 ? z.negated() : z;
    }

    private static DualNumber hardSigmoid(DualNumber z) {
      if (!z.isAbove(-3)) {
        return z.times(0);
      }
      return z.isAbove(3) ? z.times(0).plus(1) : z.times(1.0 / 6).plus(0.5);
    }
  }
}
