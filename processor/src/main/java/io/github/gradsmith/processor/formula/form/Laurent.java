package io.github.gradsmith.processor.formula.form;

import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.normal.Factoring;
import io.github.gradsmith.processor.formula.normal.Fraction;
import io.github.gradsmith.processor.formula.normal.Polynomial;
import io.github.gradsmith.processor.formula.normal.Presenter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sums of exponentials without a denominator: written as such they overflow only if they must. */
final class Laurent {
  private Laurent() {}

  /** The fraction as products of such sums, if it is one and they cannot give ∞ · 0. */
  static Optional<Expr> sum(Fraction fraction, ExponentialGroups sorted) {
    List<Map.Entry<Polynomial, Integer>> sums =
        fraction.factors().entrySet().stream().filter(entry -> isSum(entry.getKey())).toList();
    if (sums.stream().anyMatch(entry -> entry.getValue() < 0)) {
      return Optional.empty();
    }
    if (sums.size() == 1 && sums.get(0).getValue() == 1) {
      return Factoring.spread(fraction, sums.get(0).getKey())
          .or(() -> Optional.of(Presenter.present(fraction)));
    }
    boolean oneGroup =
        sorted.groups().size() == 1 && sorted.mixed().isEmpty() && sorted.exponent().isZero();
    return oneGroup && growsOneWay(sorted.groups().get(0))
        ? Optional.of(Presenter.present(fraction))
        : Optional.empty();
  }

  private static boolean isSum(Polynomial polynomial) {
    return polynomial.asAtom().isEmpty()
        && polynomial.atoms().stream().anyMatch(Presenter::isVaryingExp);
  }

  /** Whether all exponents are of one sign, so that no factor vanishes where another overflows. */
  private static boolean growsOneWay(ExponentialGroups.Group group) {
    Decay decay = Decay.of(group, group.unit());
    return decay.growthBelow() >= 0 || decay.growthAbove() <= 0;
  }
}
