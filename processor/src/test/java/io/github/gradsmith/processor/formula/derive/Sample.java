package io.github.gradsmith.processor.formula.derive;

import io.github.gradsmith.processor.formula.expr.BigNumericDerivative;
import io.github.gradsmith.processor.formula.expr.Points;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A point where a formula is smooth, and its slope there by numerical differentiation. */
record Sample(Map<String, Double> point, BigDecimal slope) {
  static final int DIGITS = 100;

  private static final int MOST_BATCHES = 20;

  /**
   * The first points, of those at which formulas are tried, that are no kink or gap of this one.
   */
  static List<Sample> of(DerivedFormula formula, int count) {
    Iterator<Map<String, Double>> points = Points.of(formula.variables()).iterator();
    List<Sample> samples = new ArrayList<>();
    for (int batch = 0; batch < MOST_BATCHES && samples.size() < count; batch++) {
      List<Map<String, Double>> some = Stream.generate(points::next).limit(count).toList();
      some.parallelStream()
          .map(point -> of(formula, point))
          .flatMap(Optional::stream)
          .forEachOrdered(samples::add);
    }
    return samples.subList(0, Math.min(count, samples.size()));
  }

  private static Optional<Sample> of(DerivedFormula formula, Map<String, Double> point) {
    try {
      BigDecimal slope =
          BigNumericDerivative.of(formula.value(), formula.variable(), Points.exact(point), DIGITS);
      return Optional.of(new Sample(point, slope));
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }
}
