package io.github.gradsmith.processor.formula.form;

import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.Function;
import io.github.gradsmith.processor.formula.expr.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes 1 − σ(x) as σ(−x), which keeps its digits where σ(x) rounds to 1; 1.001 − σ(x) becomes
 * 0.001 + σ(−x).
 */
public final class Complement {
  private static final Rational HALF = Rational.of(1, 2);

  private Complement() {}

  /** The same with no such difference. */
  public static Expr of(Expr expr) {
    Expr inner = expr.withChildren(expr.children().stream().map(Complement::of).toList());
    return inner instanceof Expr.Sum sum ? of(sum) : inner;
  }

  private static Expr of(Expr.Sum sum) {
    Optional<Expr> one = sum.terms().stream().filter(Complement::isNearOne).findFirst();
    Optional<Expr> minus =
        sum.terms().stream().filter(term -> sigmoid(term).isPresent()).findFirst();
    if (one.isEmpty() || minus.isEmpty()) {
      return sum;
    }
    Rational rest = ((Expr.Number) one.get()).value().plus(Rational.ONE.negate());
    List<Expr> terms = new ArrayList<>(sum.terms());
    terms.remove(one.get());
    terms.set(
        terms.indexOf(minus.get()),
        Expr.call(Function.SIGMOID, Expr.negate(sigmoid(minus.get()).get().argument())));
    terms.add(Expr.number(rest));
    return Expr.sum(terms.stream().filter(term -> !term.isZero()).toList());
  }

  private static boolean isNearOne(Expr term) {
    return term instanceof Expr.Number number
        && number.value().plus(Rational.ONE.negate()).abs().compareTo(HALF) < 0;
  }

  /** What −σ(x) takes away. */
  private static Optional<Expr.Call> sigmoid(Expr term) {
    return term instanceof Expr.Product product
            && product.factors().size() == 2
            && product.factors().get(0).equals(Expr.MINUS_ONE)
            && product.factors().get(1) instanceof Expr.Call call
            && call.function() == Function.SIGMOID
        ? Optional.of(call)
        : Optional.empty();
  }
}
