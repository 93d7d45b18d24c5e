package io.github.gradsmith.processor.formula.derive;

import io.github.gradsmith.Activation;
import io.github.gradsmith.Loss;
import io.github.gradsmith.processor.activation.ActivationFormula;
import io.github.gradsmith.processor.activation.Activations;
import io.github.gradsmith.processor.activation.Softmax;
import io.github.gradsmith.processor.formula.expr.BigEvaluator;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.UserFormulas;
import io.github.gradsmith.processor.formula.text.FormulaParser;
import io.github.gradsmith.processor.loss.Losses;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A formula and every form in which the engine has its derivative.
 *
 * @param variable by which it is derived
 * @param outputs what the slopes' other variables stand for: a for the value itself
 */
record DerivedFormula(
    String name, Expr value, String variable, Map<String, Expr> outputs, Map<String, Expr> slopes) {

  /** All activations, all losses, and what users may write instead. */
  static Stream<DerivedFormula> all() {
    Stream<DerivedFormula> activations =
        Arrays.stream(Activation.values()).map(DerivedFormula::activation);
    Stream<DerivedFormula> losses = Arrays.stream(Loss.values()).map(DerivedFormula::loss);
    Stream<DerivedFormula> users = UserFormulas.ALL.stream().map(x -> inInput(x, parse(x)));
    return Stream.of(
            activations,
            Stream.of(cross(Activation.SOFTMAX), cross(Activation.LOG_SOFTMAX)),
            losses,
            users)
        .flatMap(x -> x);
  }

  private static DerivedFormula activation(Activation activation) {
    ActivationFormula formula = Activations.formula(activation);
    DerivedFormula derived = inInput(activation.name(), formula.value());
    derived.slopes().put("the activation's", formula.slope().expression());
    return derived;
  }

  private static DerivedFormula inInput(String name, Expr value) {
    Map<String, Expr> slopes = new LinkedHashMap<>();
    slopes.put("in z", Derivative.of(value, "z"));
    OutputForm.find(value, "z", "a").ifPresent(slope -> slopes.put("in a", slope));
    return new DerivedFormula(name, value, "z", Map.of("a", value), slopes);
  }

  private static DerivedFormula cross(Activation activation) {
    Softmax softmax = (Softmax) Activations.formula(activation);
    Expr other = softmax.crossValue();
    Map<String, Expr> outputs = Map.of("a", softmax.value(), "b", other);
    return new DerivedFormula(
        "another's " + activation, other, "z", outputs, Map.of("cross", softmax.crossSlope()));
  }

  private static DerivedFormula loss(Loss loss) {
    Expr term = Losses.formula(loss).term();
    Map<String, Expr> slopes =
        Map.of("in a", Derivative.of(term, "a"), "gradient", Losses.formula(loss).gradient());
    return new DerivedFormula(loss.name(), term, "a", Map.of(), slopes);
  }

  private static Expr parse(String formula) {
    return FormulaParser.parse(formula);
  }

  /** A slope's value at a point, with outputs put in. */
  BigDecimal slopeAt(Expr slope, Map<String, BigDecimal> point, int digits) {
    Map<String, BigDecimal> all = new HashMap<>(point);
    BigEvaluator evaluator = new BigEvaluator(digits, point);
    outputs.forEach(
        (name, output) -> {
          if (slope.variables().contains(name)) {
            all.put(name, evaluator.evaluate(output));
          }
        });
    return new BigEvaluator(digits, all).evaluate(slope);
  }

  /** By how much rounding may move an output in which z stands beside a logarithm of its size. */
  float cancellation(Map<String, Double> point) {
    boolean cancels = name.endsWith(Activation.LOG_SOFTMAX.name());
    return cancels ? Math.ulp(point.get("z").floatValue()) : 0;
  }

  /** All variables a point needs. */
  Set<String> variables() {
    Set<String> names = new TreeSet<>(value.variables());
    outputs.values().forEach(output -> names.addAll(output.variables()));
    return names;
  }

  @Override
  public String toString() {
    return name;
  }
}
