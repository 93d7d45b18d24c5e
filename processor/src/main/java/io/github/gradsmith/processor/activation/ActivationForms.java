package io.github.gradsmith.processor.activation;

import io.github.gradsmith.processor.check.Chosen;
import io.github.gradsmith.processor.check.FormChoice;
import io.github.gradsmith.processor.check.SamplePoints;
import io.github.gradsmith.processor.formula.derive.Derivative;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.Remembered;
import io.github.gradsmith.processor.formula.form.NanThrough;
import io.github.gradsmith.processor.formula.form.Simplifier;
import io.github.gradsmith.processor.formula.form.StableForm;
import io.github.gradsmith.processor.formula.machine.Arithmetic;
import io.github.gradsmith.processor.formula.machine.MachineForm;
import io.github.gradsmith.processor.formula.machine.MachineValues;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The forms in which generated code has an activation of each neuron for itself. Those of the
 * toolbox are stable by themselves; a formula of the user's own is tried out.
 */
public final class ActivationForms {
  /** What reaches a neuron's output on the way back, a variable of {@link #delta}. */
  public static final String ERROR = "e";

  private record Question(Expr value, Slope slope, Arithmetic arithmetic) {}

  private static final Remembered<Question, Chosen> VALUES =
      new Remembered<>(ActivationForms::chooseValue);
  private static final Remembered<Question, Chosen> DELTAS =
      new Remembered<>(ActivationForms::chooseDelta);

  private ActivationForms() {}

  /** The output in {@code z}. */
  public static Chosen value(ActivationFormula activation, Arithmetic arithmetic) {
    return isWritten(activation)
        ? VALUES.of(new Question(activation.value(), activation.slope(), arithmetic))
        : trusted(MachineForm.stableValue(activation.value(), arithmetic));
  }

  /** What reaches the output times the slope: in {@value #ERROR} and that in which the slope is. */
  public static Chosen delta(ActivationFormula activation, Arithmetic arithmetic) {
    return isWritten(activation)
        ? DELTAS.of(new Question(activation.value(), activation.slope(), arithmetic))
        : trusted(MachineForm.stable(error(activation.slope().expression()), arithmetic));
  }

  /**
   * Points in {@code z} and the output {@code a} as generated code computes it there: about the
   * numbers of activation and loss, and about where the output is one of the targets.
   */
  public static SamplePoints points(
      ActivationFormula activation, Expr loss, double[] targets, Arithmetic arithmetic) {
    Expr both = Expr.sum(activation.value(), loss);
    SamplePoints points =
        SamplePoints.of(
            "z", SamplePoints.weightedSums(both, activation.value(), targets, arithmetic));
    MachineForm value = value(activation, arithmetic).form();
    return points.with("a", MachineValues.of(value, arithmetic, points.exact()));
  }

  /** Whether it is a formula of the user's own. */
  public static boolean isWritten(ActivationFormula activation) {
    return activation instanceof ElementwiseFormula && activation.symbol().isEmpty();
  }

  private static Chosen trusted(MachineForm stable) {
    return new Chosen(stable, Optional.empty());
  }

  private static Expr error(Expr slope) {
    return Expr.product(Expr.variable(ERROR), slope);
  }

  private static Chosen chooseValue(Question question) {
    Expr value = question.value();
    return FormChoice.choose(
        value,
        List.of(
            () -> StableForm.of(StableForm.ofValue(value)),
            () -> NanThrough.of(value),
            () -> NanThrough.of(Simplifier.simplify(value))),
        SamplePoints.of("z", SamplePoints.weightedSums(value, question.arithmetic())),
        question.arithmetic());
  }

  private static Chosen chooseDelta(Question question) {
    Arithmetic arithmetic = question.arithmetic();
    Expr derivative = Derivative.byRules(question.value(), "z");
    Expr slope = question.slope().expression();
    Supplier<Expr> stable = () -> StableForm.of(error(slope));
    List<Supplier<Expr>> candidates =
        question.slope().inOutput()
            ? List.of(stable, () -> error(slope))
            : List.of(stable, () -> error(derivative), () -> error(slope));
    Chosen value = VALUES.of(question);
    SamplePoints points =
        SamplePoints.of("z", SamplePoints.weightedSums(question.value(), arithmetic));
    SamplePoints all =
        points
            .with("a", MachineValues.of(value.form(), arithmetic, points.exact()))
            .times(ERROR, new double[] {1});
    return FormChoice.choose(error(derivative), candidates, all, arithmetic);
  }
}
