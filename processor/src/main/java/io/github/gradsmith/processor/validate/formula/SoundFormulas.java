package io.github.gradsmith.processor.validate.formula;

import static java.util.stream.Collectors.toMap;

import io.github.gradsmith.processor.activation.Activations;
import io.github.gradsmith.processor.check.Finding;
import io.github.gradsmith.processor.check.FormulaCheck;
import io.github.gradsmith.processor.check.Points;
import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.Located;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.formula.derive.Derivative;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.Remembered;
import io.github.gradsmith.processor.formula.text.FormulaPrinter;
import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.NetworkInterface;
import io.github.gradsmith.processor.model.Precision;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import io.github.gradsmith.processor.resolve.WrittenFormula;
import io.github.gradsmith.processor.validate.rule.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Formulas are finite, continuous and differentiable wherever weighted sums from −80 to 80 may lead
 * them; those of a predictor, which knows neither derivatives nor losses, need only be finite. A
 * formula that stands several times is judged once.
 */
public final class SoundFormulas implements Rule {
  /** Softmax gives a neuron what the logistic function gives, the others being one such neuron. */
  private static final Map<String, Expr> ONE_OTHER = Map.of("r", Expr.ONE);

  private record Activation(Expr value, double largest) {}

  private record Loss(Expr value, Expr activation, double largest) {}

  private static final Remembered<Activation, List<Finding>> OF_ACTIVATIONS =
      new Remembered<>(activation -> check(activation));
  private static final Remembered<Loss, Map<Double, List<Finding>>> OF_LOSSES =
      new Remembered<>(loss -> check(loss));

  @Override
  public List<Fault> faults(ResolvedNetwork network) {
    Map<String, WrittenFormula> distinct =
        network.formulas().stream()
            .collect(
                toMap(
                    formula -> formula.kind() + formula.text(),
                    formula -> formula,
                    (first, same) -> first,
                    LinkedHashMap::new));
    List<Fault> faults = new ArrayList<>();
    for (WrittenFormula formula : distinct.values()) {
      Optional<Expr> expression = formula.expression();
      String variable = formula.kind().variable();
      boolean used =
          formula.kind() == WrittenFormula.Kind.ACTIVATION || !network.declaration().predictsOnly();
      if (used && expression.isPresent() && expression.get().variables().contains(variable)) {
        faults.addAll(faults(formula, expression.get(), network));
      }
    }
    return faults;
  }

  private static List<Fault> faults(WrittenFormula formula, Expr value, ResolvedNetwork network) {
    Precision precision = precision(network);
    double largest = precision == Precision.FLOAT ? Float.MAX_VALUE : Double.MAX_VALUE;
    Wording wording =
        new Wording(formula, Derivative.of(value, formula.kind().variable()), precision);
    if (formula.kind() == WrittenFormula.Kind.ACTIVATION) {
      return OF_ACTIVATIONS.of(new Activation(value, largest)).stream()
          .filter(finding -> !network.declaration().predictsOnly() || isOfValue(finding.kind()))
          .map(finding -> wording.fault(finding, ""))
          .toList();
    }
    Map<Finding.Kind, Fault> faults = new LinkedHashMap<>();
    OF_LOSSES
        .of(new Loss(value, lastActivation(network), largest))
        .forEach(
            (t, findings) ->
                findings.forEach(
                    finding ->
                        faults.putIfAbsent(
                            finding.kind(), wording.fault(finding, ", t = " + number(t)))));
    return List.copyOf(faults.values());
  }

  private static List<Finding> check(Activation activation) {
    return new FormulaCheck(
            activation.value(), Derivative.of(activation.value(), "z"), "z", activation.largest())
        .run(Points.weightedSums(), Map.of());
  }

  /** By the target, in the order in which they are tried. */
  private static Map<Double, List<Finding>> check(Loss loss) {
    double[] a = Points.outputs(loss.activation());
    FormulaCheck check =
        new FormulaCheck(loss.value(), Derivative.of(loss.value(), "a"), "a", loss.largest());
    Map<Double, List<Finding>> findings = new LinkedHashMap<>();
    for (double t : Points.targets(loss.activation())) {
      findings.computeIfAbsent(t, target -> check.run(a, Map.of("t", target)));
    }
    return findings;
  }

  private static boolean isOfValue(Finding.Kind kind) {
    return kind == Finding.Kind.UNDEFINED || kind == Finding.Kind.NOT_FINITE;
  }

  private static Precision precision(ResolvedNetwork network) {
    return network.declaration().interfaces().stream()
        .map(NetworkInterface::precision)
        .findFirst()
        .orElse(Precision.DOUBLE);
  }

  /** The last layer's activation, or z if there is none that can be read. */
  private static Expr lastActivation(ResolvedNetwork network) {
    List<Located<ActivationChoice>> activations = network.activations();
    if (activations.isEmpty()) {
      return Expr.variable("z");
    }
    Located<ActivationChoice> last = activations.get(activations.size() - 1);
    if (last.value() instanceof ActivationChoice.Written) {
      return network.expression(last).orElse(Expr.variable("z"));
    }
    return Activations.of(last.value()).value().substitute(ONE_OTHER);
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e6
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  /** How findings about a formula are said. */
  private record Wording(WrittenFormula formula, Expr derivative, Precision precision) {
    Fault fault(Finding finding, String otherVariables) {
      String variable = formula.kind().variable();
      String point = variable + " = " + number(finding.point()) + otherVariables;
      String where =
          finding.further() == 0
              ? point
              : point + " and " + finding.further() + " more of " + finding.tried() + " points";
      String text = formula.text();
      String slope = FormulaPrinter.print(derivative);
      String found = number(finding.found());
      return switch (finding.kind()) {
        case UNDEFINED -> Message.FORMULA_UNDEFINED.at(formula.place(), text, where, variable);
        case NOT_FINITE ->
            Message.FORMULA_NOT_FINITE.at(
                formula.place(),
                text,
                where,
                found,
                precision.name().toLowerCase(Locale.ROOT),
                variable);
        case JUMP ->
            Message.FORMULA_JUMPS.at(formula.place(), text, where, found, number(finding.other()));
        case DERIVATIVE_NOT_FINITE ->
            Message.DERIVATIVE_NOT_FINITE.at(formula.place(), text, where, slope, found);
        case DERIVATIVE_DIFFERS ->
            Message.DERIVATIVE_DIFFERS.at(
                formula.place(), text, slope, found, point, number(finding.other()));
      };
    }
  }
}
