package io.github.gradsmith.processor.formula.derive;

import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.ExprOrder;
import io.github.gradsmith.processor.formula.expr.Function;
import io.github.gradsmith.processor.formula.form.ReadableForm;
import io.github.gradsmith.processor.formula.normal.Elimination;
import io.github.gradsmith.processor.formula.normal.Fraction;
import io.github.gradsmith.processor.formula.normal.Normalizer;
import io.github.gradsmith.processor.formula.normal.Polynomial;
import io.github.gradsmith.processor.formula.normal.Presenter;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Solves a = f(u(z)) for u and puts it into the derivative, if z enters through one part u only.
 */
final class Inversion {
  private final String input;
  private final Expr output;

  private Inversion(String input, Expr output) {
    this.input = input;
    this.output = output;
  }

  static Optional<Expr> of(Expr value, Expr derivative, String input, Expr output) {
    return new Inversion(input, output).solve(value, derivative);
  }

  private Optional<Expr> solve(Expr value, Expr derivative) {
    List<Fraction> both = Normalizer.normalizeAll(List.of(value, derivative));
    List<Expr> parts = partsWithInput(both.get(0));
    if (parts.size() != 1) {
      return Optional.empty();
    }
    Expr part = parts.get(0);
    return part instanceof Expr.Call call && call.function() == Function.SOFTPLUS
        ? bySoftplus(value, derivative, call)
        : byPart(both.get(0), both.get(1), part);
  }

  private List<Expr> partsWithInput(Fraction value) {
    TreeSet<Expr> atoms = new TreeSet<>(ExprOrder.INSTANCE);
    value.factors().keySet().forEach(p -> atoms.addAll(p.atoms()));
    return atoms.stream().filter(atom -> atom.variables().contains(input)).toList();
  }

  private Optional<Expr> byPart(Fraction f, Fraction slope, Expr part) {
    int exponent = Elimination.commonExponent(f, part);
    if (exponent == 0 || Elimination.commonExponent(slope, part) % exponent != 0) {
      return Optional.empty();
    }
    Expr power = Expr.variable(input + "^" + exponent);
    Expr inPower = Presenter.present(Elimination.inPowers(f, part, exponent, power));
    Fraction slopeInPower = Elimination.inPowers(slope, part, exponent, power);
    return Elimination.solve(inPower, power, output)
        .flatMap(solution -> put(slopeInPower, power, solution));
  }

  private Optional<Expr> put(Fraction slope, Expr part, Expr solution) {
    Expr result = ReadableForm.of(Elimination.replace(slope, part, Normalizer.normalize(solution)));
    return Optional.of(result).filter(expr -> !expr.variables().contains(input));
  }

  /** From softplus(u) = y follows exp(u) = exp(y) − 1, in which the derivative can be written. */
  private Optional<Expr> bySoftplus(Expr value, Expr derivative, Expr.Call softplus) {
    Expr exp = Expr.call(Function.EXP, softplus.argument());
    List<Fraction> forms = Normalizer.normalizeAll(List.of(value, derivative, exp));
    List<Expr> parts = partsWithInput(forms.get(2));
    Optional<Expr> y = Elimination.solve(Presenter.present(forms.get(0)), softplus, output);
    if (parts.size() != 1 || y.isEmpty()) {
      return Optional.empty();
    }
    int exponent = forms.get(2).power(Polynomial.atom(parts.get(0)));
    Fraction slope = forms.get(1);
    if (exponent <= 0 || Elimination.commonExponent(slope, parts.get(0)) % exponent != 0) {
      return Optional.empty();
    }
    Expr power = Expr.variable(input + "^" + exponent);
    Fraction inPower = Elimination.inPowers(slope, parts.get(0), exponent, power);
    return put(inPower, power, Expr.subtract(Expr.call(Function.EXP, y.get()), Expr.ONE));
  }
}
