package io.github.gradsmith.processor.formula.form;

import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.ExprOrder;
import io.github.gradsmith.processor.formula.expr.Function;
import io.github.gradsmith.processor.formula.expr.OperationCount;
import io.github.gradsmith.processor.formula.expr.StepBudget;
import io.github.gradsmith.processor.formula.normal.Factoring;
import io.github.gradsmith.processor.formula.normal.Fraction;
import io.github.gradsmith.processor.formula.normal.Normalizer;
import io.github.gradsmith.processor.formula.normal.Presenter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Writes a normal form as an expression in the functions that suit it best: what the normal form
 * spells with exponentials may be a sigmoid or a hyperbolic tangent. Where there is a choice, the
 * fewest operations win.
 */
abstract class Composer {
  /** What stands for a variable while the rest is put together. */
  private final Map<String, Expr> meanings = new HashMap<>();

  /** The same part may be asked for at many places, and would ask for its own parts each time. */
  private final Map<Fraction, Expr> composed = new HashMap<>();

  /** The expression, with all its parts, in the best form. */
  Expr compose(Expr expr) {
    boolean simple = expr.children().isEmpty();
    return simple ? expr : compose(Normalizer.normalize(expr));
  }

  Expr compose(Fraction fraction) {
    Expr known = composed.get(fraction);
    if (known == null) {
      known = best(fraction);
      composed.put(fraction, known);
    }
    return known;
  }

  private Expr best(Fraction fraction) {
    Fraction renamed = rename(fraction);
    ExponentialGroups sorted = ExponentialGroups.of(renamed);
    return sorted.groups().isEmpty() && sorted.mixed().isEmpty()
        ? write(renamed)
        : cheapest(forms(renamed, sorted));
  }

  /** With variables that stand for the atoms that are to be written in another way. */
  Fraction rename(Fraction fraction) {
    Map<Expr, Expr> names = renamings(fraction);
    return names.isEmpty() ? fraction : fraction.map(polynomial -> polynomial.rename(names));
  }

  /** The atoms that are written in another way, each with a variable that stands for it. */
  private Map<Expr, Expr> renamings(Fraction fraction) {
    SortedSet<Expr> atoms = new TreeSet<>(ExprOrder.INSTANCE);
    fraction.factors().keySet().forEach(polynomial -> atoms.addAll(polynomial.atoms()));
    Map<Expr, Expr> names = new HashMap<>();
    for (Expr atom : atoms) {
      Expr written = Presenter.isExp(atom) ? atom : atom(atom);
      if (!written.equals(atom)) {
        names.put(atom, stand(written));
      }
    }
    return names;
  }

  /** How an atom that is no exponential is written. */
  Expr atom(Expr atom) {
    return atom.withChildren(atom.children().stream().map(this::compose).toList());
  }

  /** All ways to write a normal form that has sums of exponentials. */
  abstract List<Expr> forms(Fraction fraction, ExponentialGroups sorted);

  /**
   * A variable that stands for the expression: none that a formula can name, and after them all.
   */
  final Expr stand(Expr meaning) {
    String name = "~%04d".formatted(meanings.size());
    meanings.put(name, meaning);
    return Expr.variable(name);
  }

  /** The first of the cheapest. */
  static Expr cheapest(List<Expr> forms) {
    return forms.stream().min(Comparator.comparingLong(OperationCount::of)).orElseThrow();
  }

  /** The normal form as it is, each variable replaced by what it stands for. */
  final Expr write(Fraction fraction) {
    List<Expr> forms = new ArrayList<>(List.of(Presenter.present(fraction)));
    Factoring.alternatives(fraction).forEach(forms::add);
    return cheapest(forms.stream().map(this::finish).toList());
  }

  final Expr finish(Expr expr) {
    Expr inner = composeExponents(expr);
    Expr written = StepBudget.spendOn(inner.substitute(meanings));
    return PeepholeRewrites.of(written, isForMachines());
  }

  /** Whether accuracy near 0 goes before readability. */
  boolean isForMachines() {
    return false;
  }

  private Expr composeExponents(Expr expr) {
    if (Presenter.isExp(expr)) {
      Expr argument = ((Expr.Call) expr).argument();
      return hasCall(argument) ? Expr.call(Function.EXP, compose(argument)) : expr;
    }
    return expr.withChildren(expr.children().stream().map(this::composeExponents).toList());
  }

  private static boolean hasCall(Expr expr) {
    return expr instanceof Expr.Call || expr.children().stream().anyMatch(Composer::hasCall);
  }
}
