package io.github.gradsmith.processor.check;

import io.github.gradsmith.Activation;
import io.github.gradsmith.processor.activation.Activations;
import io.github.gradsmith.processor.formula.derive.Derivative;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.machine.Arithmetic;
import io.github.gradsmith.processor.formula.text.FormulaParser;
import io.github.gradsmith.processor.layer.LossTerm;
import io.github.gradsmith.processor.layer.OutputForms;
import io.github.gradsmith.processor.layer.OutputLayer;
import io.github.gradsmith.processor.loss.Losses;
import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.LossChoice;
import io.github.gradsmith.processor.model.Precision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A loss behind a softmax or its logarithm, by the chain rule on paper. With g = ∂E/∂a of one
 * output: SOFTMAX has ∂aⱼ/∂zᵢ = aⱼ(δᵢⱼ − aᵢ), so ∂E/∂zᵢ = gᵢaᵢ + aᵢ Σⱼ(−gⱼaⱼ); LOG_SOFTMAX has
 * ∂aⱼ/∂zᵢ = δᵢⱼ − exp aᵢ, so ∂E/∂zᵢ = gᵢ + exp(aᵢ) Σⱼ(−gⱼ).
 *
 * @param term one output's share of the loss
 * @param summand what stands in the sum
 * @param whole ∂E/∂zᵢ, with {@code sum} for the sum
 * @param inShiftedSum whether the loss is computed from exponentials and their sum s
 */
record CoupledLoss(
    Activation softmax,
    OutputForms forms,
    Expr term,
    Expr summand,
    Expr whole,
    boolean inShiftedSum) {
  private static final List<Double> TARGETS = List.of(0.0, 1.0, 0.3);

  static CoupledLoss of(Activation softmax, String formula, Precision precision) {
    ActivationChoice choice = new ActivationChoice.Named(softmax);
    OutputLayer layer =
        OutputLayer.of(
            Activations.of(choice, precision),
            Losses.of(new LossChoice.Written(formula), choice, 1),
            Arithmetic.of(precision));
    boolean shifted = layer.lossTerm() instanceof LossTerm.InShiftedSum;
    Expr term = FormulaParser.parse(formula);
    Expr gradient = Derivative.byRules(term, "a");
    boolean logarithm = softmax == Activation.LOG_SOFTMAX;
    Expr output = Expr.variable("a");
    Expr summand = Expr.product(Expr.number(-1), gradient, logarithm ? Expr.number(1) : output);
    Expr share = logarithm ? FormulaParser.parse("exp(a)") : output;
    Expr whole =
        Expr.sum(
            Expr.product(share, Expr.variable("sum")),
            logarithm ? gradient : Expr.product(gradient, output));
    Expr loss = shifted ? term.substitute(Map.of("a", FormulaParser.parse("exp(z) / s"))) : term;
    return new CoupledLoss(softmax, layer.forms(), loss, summand, whole, shifted);
  }

  /** Outputs that there are: of ordinary size, near 0 and 1, and near the formula's own numbers. */
  List<Map<String, Double>> points(Arithmetic network, Random random) {
    List<Double> outputs = new ArrayList<>(List.of(0.0, 0.3));
    List<Double> numbers = EmittedFormsTest.numbers(term);
    boolean logarithm = softmax == Activation.LOG_SOFTMAX;
    for (int i = 0; i < 10; i++) {
      double tiny = Math.pow(10, random.nextDouble(-40, 0));
      outputs.add(random.nextDouble());
      outputs.add(tiny);
      outputs.add(logarithm ? random.nextDouble(0, 80) : 1 - tiny);
      if (logarithm) {
        outputs.add(Math.pow(10, random.nextDouble(0, 6)));
      }
      if (!numbers.isEmpty()) {
        double number = Math.abs(numbers.get(random.nextInt(numbers.size())));
        outputs.add((random.nextBoolean() ? number : Math.sqrt(number)) * random.nextDouble(2));
      }
    }
    double most = logarithm ? 1e6 : 1;
    return outputs.stream()
        .filter(a -> a <= most)
        .map(a -> point(logarithm ? -a : a, network, random))
        .toList();
  }

  private static Map<String, Double> point(double a, Arithmetic network, Random random) {
    Map<String, Double> point = new HashMap<>();
    point.put("a", network.round(a));
    point.put("t", network.round(TARGETS.get(random.nextInt(TARGETS.size()))));
    point.put("sum", network.round(random.nextInt(3) == 0 ? 0 : random.nextDouble(-2, 2)));
    return point;
  }

  /** The loss's own points: the largest z is 0, and s at least 1. */
  List<Map<String, Double>> shiftedPoints(Arithmetic network, Random random) {
    List<Map<String, Double>> points = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      double z = i == 0 ? 0 : -Math.pow(10, random.nextDouble(-8, 4));
      Map<String, Double> point = point(0, network, random);
      point.put("z", network.round(z));
      point.put("s", network.round(Math.max(1, Math.exp(z)) + random.nextDouble(9)));
      points.add(point);
    }
    return points;
  }
}
