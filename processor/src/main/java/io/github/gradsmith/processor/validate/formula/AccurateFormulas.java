package io.github.gradsmith.processor.validate.formula;

import io.github.gradsmith.processor.activation.ActivationForms;
import io.github.gradsmith.processor.activation.ActivationFormula;
import io.github.gradsmith.processor.activation.Activations;
import io.github.gradsmith.processor.check.Chosen;
import io.github.gradsmith.processor.check.Deviation;
import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.Located;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.diagnostic.Place;
import io.github.gradsmith.processor.formula.machine.Arithmetic;
import io.github.gradsmith.processor.layer.OutputForms;
import io.github.gradsmith.processor.layer.OutputLayer;
import io.github.gradsmith.processor.loss.LossFormula;
import io.github.gradsmith.processor.loss.Losses;
import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.NetworkInterface;
import io.github.gradsmith.processor.model.Precision;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import io.github.gradsmith.processor.resolve.WrittenFormula;
import io.github.gradsmith.processor.validate.rule.Rule;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What generated code computes of a formula, in the precision of the network, is the formula's
 * value, and likewise its derivative, the loss and the gradient that starts from it.
 */
public final class AccurateFormulas implements Rule {
  @Override
  public List<Fault> faults(ResolvedNetwork network) {
    if (network.declaration().interfaces().isEmpty()
        || network.formulas().stream().anyMatch(f -> f.fault().isPresent())) {
      return List.of();
    }
    Precision precision =
        network.declaration().interfaces().stream()
            .map(NetworkInterface::precision)
            .findFirst()
            .get();
    Judgement judgement = new Judgement(network, precision);
    Set<String> seen = new LinkedHashSet<>();
    for (WrittenFormula formula : network.formulas()) {
      if (formula.kind() == WrittenFormula.Kind.ACTIVATION && seen.add(formula.text())) {
        judgement.activation(formula);
      }
    }
    if (judgement.faults.isEmpty() && !network.declaration().predictsOnly()) {
      judgement.output();
    }
    return List.copyOf(judgement.faults);
  }

  private static final class Judgement {
    private static final MathContext SHOWN = new MathContext(7);
    private static final BigDecimal SMALL = new BigDecimal("1e-3");
    private static final BigDecimal LARGE = new BigDecimal("1e7");

    private final ResolvedNetwork network;
    private final Precision precision;
    private final Arithmetic arithmetic;
    private final List<Fault> faults = new ArrayList<>();

    Judgement(ResolvedNetwork network, Precision precision) {
      this.network = network;
      this.precision = precision;
      this.arithmetic = Arithmetic.of(precision);
    }

    void activation(WrittenFormula formula) {
      ActivationFormula activation =
          Activations.of(new ActivationChoice.Written(formula.canonical()), precision);
      int before = faults.size();
      judge(ActivationForms.value(activation, arithmetic), formula, "value");
      if (faults.size() == before && !network.declaration().predictsOnly()) {
        judge(ActivationForms.delta(activation, arithmetic), formula, "derivative");
      }
    }

    /** Activation and loss of the last layer together, if one of them is the user's own. */
    void output() {
      List<Located<ActivationChoice>> activations = network.activations();
      Optional<WrittenFormula> formula = ofOutput();
      if (activations.isEmpty() || formula.isEmpty()) {
        return;
      }
      ActivationChoice last = activations.get(activations.size() - 1).value();
      LossFormula loss = Losses.of(network.loss(), last, 1);
      OutputForms forms = OutputLayer.of(Activations.of(last, precision), loss, arithmetic).forms();
      judge(forms.loss(), formula.get(), "loss");
      if (faults.isEmpty()) {
        judge(forms.delta(), formula.get(), "gradient");
      }
      if (faults.isEmpty()) {
        judge(forms.summand(), formula.get(), "gradient");
      }
    }

    /** The formula of the loss, or else that of the last layer. */
    private Optional<WrittenFormula> ofOutput() {
      List<WrittenFormula> formulas = network.formulas();
      if (formulas.isEmpty()) {
        return Optional.empty();
      }
      WrittenFormula last = formulas.get(formulas.size() - 1);
      List<Located<ActivationChoice>> activations = network.activations();
      boolean ends =
          last.kind() == WrittenFormula.Kind.LOSS
              || !activations.isEmpty()
                  && activations.get(activations.size() - 1).value()
                      instanceof ActivationChoice.Written;
      return Optional.of(last).filter(formula -> ends);
    }

    private void judge(Chosen chosen, WrittenFormula formula, String what) {
      chosen
          .deviation()
          .ifPresent(
              deviation -> faults.add(fault(deviation, formula.text(), formula.place(), what)));
    }

    private Fault fault(Deviation deviation, String text, Place place, String what) {
      String type = precision.name().toLowerCase(Locale.ROOT);
      String where =
          deviation.further() == 0
              ? point(deviation)
              : point(deviation)
                  + " and "
                  + deviation.further()
                  + " more of "
                  + deviation.tried()
                  + " points";
      String cure = precision == Precision.FLOAT ? ", or extend a network of doubles" : "";
      return Message.FORMULA_INACCURATE.at(
          place,
          text,
          type,
          where,
          what,
          number(deviation.found()),
          number(deviation.expected()),
          cure);
    }

    private static String point(Deviation deviation) {
      return deviation.point().entrySet().stream()
          .filter(entry -> !entry.getKey().equals(ActivationForms.ERROR))
          .map(Judgement::variable)
          .collect(Collectors.joining(", "));
    }

    private static String variable(Map.Entry<String, Double> entry) {
      return entry.getKey() + " = " + number(entry.getValue());
    }

    private static String number(double value) {
      if (!Double.isFinite(value)) {
        return Double.toString(value);
      }
      BigDecimal rounded = new BigDecimal(value).round(SHOWN).stripTrailingZeros();
      boolean plain = rounded.abs().compareTo(SMALL) >= 0 && rounded.abs().compareTo(LARGE) < 0;
      return plain || rounded.signum() == 0 ? rounded.toPlainString() : rounded.toString();
    }
  }
}
