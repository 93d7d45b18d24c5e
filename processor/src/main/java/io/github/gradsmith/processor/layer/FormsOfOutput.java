package io.github.gradsmith.processor.layer;

import io.github.gradsmith.processor.activation.ActivationForms;
import io.github.gradsmith.processor.activation.ActivationFormula;
import io.github.gradsmith.processor.activation.Softmax;
import io.github.gradsmith.processor.check.Chosen;
import io.github.gradsmith.processor.check.FormChoice;
import io.github.gradsmith.processor.check.Points;
import io.github.gradsmith.processor.check.SamplePoints;
import io.github.gradsmith.processor.formula.derive.Derivative;
import io.github.gradsmith.processor.formula.expr.Evaluator;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.form.Complement;
import io.github.gradsmith.processor.formula.form.NanThrough;
import io.github.gradsmith.processor.formula.form.StableForm;
import io.github.gradsmith.processor.formula.machine.Arithmetic;
import io.github.gradsmith.processor.formula.machine.MachineForm;
import io.github.gradsmith.processor.loss.LossFormula;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Chooses the forms of the last layer. Those of the toolbox are stable by themselves; where a
 * formula is of the user's own, activation and loss are tried out together: a logarithm of 1 − a
 * needs more digits than a rounded a has, and z has them.
 */
final class FormsOfOutput {
  private static final String SUM = "sum";

  /** What the summands of a softmax layer may add up to. */
  private static final double[] SUMS = {0, 1, -0.3};

  private static final double[] TARGETS = {0, 1, 0.3};

  /** What a network puts out for these is a target, too, that its outputs come near and pass. */
  private static final double[] INPUTS = {0.7, -1.3};

  /** Logarithms of probabilities. */
  private static final double[] LOGARITHMS = {0, -0.3, -2.5};

  private final ActivationFormula activation;
  private final LossFormula loss;
  private final Arithmetic arithmetic;

  FormsOfOutput(ActivationFormula activation, LossFormula loss, Arithmetic arithmetic) {
    this.activation = activation;
    this.loss = loss;
    this.arithmetic = arithmetic;
  }

  OutputForms of(LossTerm term, OutputDelta.Elementwise delta) {
    Expr stable = delta.delta();
    if (!ActivationForms.isWritten(activation) && !loss.isWritten()) {
      Chosen trusted = trusted(stable);
      return new OutputForms(trustedLoss(term), trusted, trusted);
    }
    double[] targets = targets();
    SamplePoints points =
        ActivationForms.points(activation, loss.term(), targets, arithmetic).times("t", targets);
    Expr inInput = inInput(loss.term());
    Expr byRules =
        Expr.product(
            inInput(Derivative.byRules(loss.term(), "a")),
            Derivative.byRules(activation.value(), "z"));
    Chosen chosen =
        FormChoice.choose(byRules, deltas(stable, inInput, byRules), points, arithmetic);
    return new OutputForms(loss(term, inInput, points), chosen, chosen);
  }

  /** Those that the outputs can reach, also on their way, and those of usual data. */
  private double[] targets() {
    DoubleStream onTheWay =
        Arrays.stream(INPUTS)
            .map(z -> Evaluator.evaluate(activation.value(), Map.of("z", z)))
            .filter(Double::isFinite);
    return Stream.of(
            Arrays.stream(TARGETS), Arrays.stream(Points.targets(activation.value())), onTheWay)
        .flatMapToDouble(values -> values)
        .map(arithmetic::round)
        .filter(Double::isFinite)
        .distinct()
        .toArray();
  }

  private List<Supplier<Expr>> deltas(Expr delta, Expr loss, Expr byRules) {
    Expr slope = activation.slope().expression();
    Expr gradient = Derivative.byRules(this.loss.term(), "a");
    List<Supplier<Expr>> candidates = new ArrayList<>();
    candidates.add(() -> StableForm.of(delta));
    candidates.add(() -> Expr.product(gradient, slope));
    candidates.add(() -> Expr.product(this.loss.gradient(), slope));
    candidates.add(() -> StableForm.of(Derivative.of(loss, "z")));
    candidates.add(() -> bothStable(gradient));
    candidates.add(() -> byRules);
    return candidates;
  }

  /** The loss's derivative as it is written, of an output none of whose exponentials overflow. */
  private Expr bothStable(Expr gradient) {
    Expr output = StableForm.of(StableForm.ofValue(activation.value()));
    Expr slope = StableForm.of(Derivative.of(activation.value(), "z"));
    return Complement.of(Expr.product(gradient.substitute(Map.of("a", output)), slope));
  }

  private Chosen loss(LossTerm term, Expr inInput, SamplePoints points) {
    List<Supplier<Expr>> candidates =
        List.of(
            () -> StableForm.of(StableForm.ofValue(term.expression())),
            () -> NanThrough.of(loss.term()),
            () -> StableForm.of(StableForm.ofValue(inInput)),
            () -> NanThrough.of(inInput));
    return FormChoice.choose(inInput, candidates, points, arithmetic);
  }

  private Expr inInput(Expr expr) {
    return expr.substitute(Map.of("a", activation.value()));
  }

  /** The outputs of a softmax are what there is: its z alone do not make them. */
  OutputForms of(LossTerm term, OutputDelta.Coupled delta, Softmax softmax) {
    Expr share = Expr.product(delta.share(), Expr.variable(SUM));
    Expr joined = Expr.sum(share, delta.direct());
    if (!loss.isWritten()) {
      return new OutputForms(trustedLoss(term), trusted(joined), trusted(delta.summand()));
    }
    Expr gradient = Derivative.byRules(loss.term(), "a");
    Expr summand = Expr.product(gradient, OutputLayer.crossFactor(softmax));
    Expr whole = Expr.sum(share, Expr.product(gradient, OutputLayer.own(softmax)));
    double[] targets =
        DoubleStream.concat(
                Arrays.stream(TARGETS),
                Arrays.stream(softmax.isLogarithm() ? LOGARITHMS : new double[0]))
            .map(arithmetic::round)
            .distinct()
            .toArray();
    SamplePoints points = SamplePoints.of("a", outputs(softmax, targets)).times("t", targets);
    Chosen ofSummand =
        FormChoice.choose(
            summand,
            List.of(() -> StableForm.of(delta.summand()), () -> summand),
            points,
            arithmetic);
    Chosen ofWhole =
        FormChoice.choose(
            whole,
            List.of(
                () -> StableForm.of(joined),
                () -> Expr.sum(share, StableForm.of(delta.direct())),
                () -> whole),
            points.times(SUM, SUMS),
            arithmetic);
    Expr written = loss.term();
    Chosen ofLoss =
        term instanceof LossTerm.InShiftedSum
            ? trustedLoss(term)
            : FormChoice.choose(
                written,
                List.of(
                    () -> StableForm.of(StableForm.ofValue(written)), () -> NanThrough.of(written)),
                points,
                arithmetic);
    return new OutputForms(ofLoss, ofWhole, ofSummand);
  }

  /**
   * Probabilities, also about the targets and as near to 1 as to 0, where a logarithm of 1 − a
   * needs them; or their logarithms.
   */
  private double[] outputs(Softmax softmax, double[] targets) {
    double[] numbers =
        SamplePoints.weightedSums(loss.term(), Expr.variable("z"), targets, arithmetic);
    if (softmax.isLogarithm()) {
      return Arrays.stream(numbers).filter(a -> a <= 0).toArray();
    }
    double[] probabilities = Arrays.stream(numbers).filter(a -> a >= 0 && a <= 1).toArray();
    return DoubleStream.concat(
            Arrays.stream(probabilities),
            Arrays.stream(probabilities).map(a -> arithmetic.round(1 - a)))
        .distinct()
        .toArray();
  }

  private Chosen trusted(Expr expr) {
    return new Chosen(MachineForm.stable(expr, arithmetic), Optional.empty());
  }

  private Chosen trustedLoss(LossTerm term) {
    return new Chosen(MachineForm.stableValue(term.expression(), arithmetic), Optional.empty());
  }
}
