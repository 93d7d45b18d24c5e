package io.github.gradsmith.processor.onnx.operator;

import io.github.gradsmith.processor.formula.expr.Expr;
import java.util.Optional;

/** Formulas that are straight lines in z: f z + s. */
public final class Lines {
  private Lines() {}

  /** Factor and shift, if the formula is made of sums and of products with numbers alone. */
  public static Optional<double[]> of(Expr formula) {
    if (formula instanceof Expr.Number number) {
      return Optional.of(new double[] {0, number.value().toDouble()});
    }
    if (formula instanceof Expr.Variable) {
      return Optional.of(new double[] {1, 0});
    }
    if (formula instanceof Expr.Sum sum) {
      return ofSum(sum);
    }
    if (formula instanceof Expr.Product product) {
      return ofProduct(product);
    }
    return formula instanceof Expr.Power power ? ofPower(power) : Optional.empty();
  }

  private static Optional<double[]> ofSum(Expr.Sum sum) {
    double[] line = {0, 0};
    for (Expr term : sum.terms()) {
      Optional<double[]> one = of(term);
      if (one.isEmpty()) {
        return Optional.empty();
      }
      line[0] += one.get()[0];
      line[1] += one.get()[1];
    }
    return Optional.of(line);
  }

  private static Optional<double[]> ofProduct(Expr.Product product) {
    double[] line = {0, 1};
    for (Expr factor : product.factors()) {
      Optional<double[]> one = of(factor);
      if (one.isEmpty() || line[0] != 0 && one.get()[0] != 0) {
        return Optional.empty();
      }
      double[] other = one.get();
      line = new double[] {line[0] * other[1] + line[1] * other[0], line[1] * other[1]};
    }
    return Optional.of(line);
  }

  /** 1 over a number. */
  private static Optional<double[]> ofPower(Expr.Power power) {
    return of(power.base())
        .filter(base -> base[0] == 0 && power.exponent().equals(Expr.MINUS_ONE))
        .map(base -> new double[] {0, 1 / base[1]});
  }
}
