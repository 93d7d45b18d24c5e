package io.github.gradsmith.processor.formula.derive;

import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.form.StableForm;
import io.github.gradsmith.processor.formula.render.EmittedFormulas;
import io.github.gradsmith.processor.model.Precision;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Values and slopes of all formulas in the Java of both precisions, compiled once. */
final class EmittedSlopes {
  private record Form(String formula, String name, Precision precision) {}

  private static final String VALUE = "value";

  private final EmittedFormulas emitted = new EmittedFormulas();
  private final Map<Form, Integer> numbers = new HashMap<>();

  EmittedSlopes(List<DerivedFormula> formulas) {
    for (DerivedFormula formula : formulas) {
      add(formula.name(), VALUE, StableForm.ofValue(formula.value()));
      formula
          .outputs()
          .forEach((name, expr) -> add(formula.name(), name, StableForm.ofValue(expr)));
      formula.slopes().forEach((name, expr) -> add(formula.name(), name, expr));
    }
    emitted.compile();
  }

  private void add(String formula, String name, Expr expr) {
    Expr stable = StableForm.of(expr);
    for (Precision precision : Precision.values()) {
      numbers.put(new Form(formula, name, precision), emitted.add(stable, precision));
    }
  }

  double value(DerivedFormula formula, Precision precision, Map<String, Double> point) {
    return call(formula, VALUE, precision, point);
  }

  /** A slope, at outputs that are computed in the same precision. */
  double slope(
      DerivedFormula formula, String name, Precision precision, Map<String, Double> point) {
    Map<String, Double> all = new HashMap<>(point);
    for (String output : formula.outputs().keySet()) {
      if (formula.slopes().get(name).variables().contains(output)) {
        all.put(output, call(formula, output, precision, point));
      }
    }
    return call(formula, name, precision, all);
  }

  private double call(
      DerivedFormula formula, String name, Precision precision, Map<String, Double> point) {
    return emitted.call(numbers.get(new Form(formula.name(), name, precision)), point);
  }
}
