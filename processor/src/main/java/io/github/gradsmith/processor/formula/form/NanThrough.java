package io.github.gradsmith.processor.formula.form;

import io.github.gradsmith.processor.formula.expr.Comparison;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.Function;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes choices let NaN through. A comparison with NaN is false, so that where(z &gt; 0, 1, 0)
 * would be 0 for it: the branch that is taken then must have the compared variables itself.
 */
public final class NanThrough {
  private NanThrough() {}

  /** The same values, except that a choice that compares NaN gives NaN. */
  public static Expr of(Expr expr) {
    Expr inner = expr.withChildren(expr.children().stream().map(NanThrough::of).toList());
    if (!(inner instanceof Expr.Choice c)) {
      return inner;
    }
    Optional<Expr> extremum = extremum(c);
    if (extremum.isPresent() || follows(c.otherwise(), c)) {
      return extremum.orElse(inner);
    }
    Expr.Choice turned =
        new Expr.Choice(c.comparison().negated(), c.left(), c.right(), c.otherwise(), c.then());
    if (follows(c.then(), c)) {
      return turned;
    }
    if (hasChoice(c.left()) || hasChoice(c.right())) {
      return guarded(c);
    }
    Expr nan = Expr.sum(c.left(), c.right());
    Expr last =
        new Expr.Choice(turned.comparison(), turned.left(), turned.right(), turned.then(), nan);
    return new Expr.Choice(c.comparison(), c.left(), c.right(), c.then(), last);
  }

  private static boolean hasChoice(Expr expr) {
    return expr instanceof Expr.Choice || expr.children().stream().anyMatch(NanThrough::hasChoice);
  }

  /** Choices compared in choices: each is written once, or they would triple at each level. */
  private static Expr guarded(Expr.Choice c) {
    Expr largest =
        compared(c).stream()
            .map(Expr::variable)
            .reduce((x, y) -> new Expr.Extremum(true, x, y))
            .orElse(Expr.ZERO);
    Expr magnitude = Expr.call(Function.ABS, largest);
    Expr otherwise =
        new Expr.Choice(Comparison.GREATER_OR_EQUAL, magnitude, Expr.ZERO, c.otherwise(), largest);
    return new Expr.Choice(c.comparison(), c.left(), c.right(), c.then(), otherwise);
  }

  /** Whether the value is NaN if one of the compared variables is. */
  private static boolean follows(Expr value, Expr.Choice choice) {
    return certain(value).containsAll(compared(choice));
  }

  private static Set<String> compared(Expr.Choice choice) {
    return Expr.sum(List.of(choice.left(), Expr.negate(choice.right()))).variables();
  }

  /** Variables that make the value NaN if they are. */
  private static Set<String> certain(Expr value) {
    Set<String> names = new TreeSet<>();
    if (value instanceof Expr.Variable variable) {
      names.add(variable.name());
    } else if (value instanceof Expr.Choice c) {
      names.addAll(certain(c.then()));
      names.addAll(compared(c));
      names.retainAll(certain(c.otherwise()));
    } else {
      value.children().forEach(child -> names.addAll(certain(child)));
    }
    return names;
  }

  /** where(x &gt; y, x, y) is max(x, y), which is NaN if a side is. */
  private static Optional<Expr> extremum(Expr.Choice c) {
    boolean takesLeft = c.then().equals(c.left()) && c.otherwise().equals(c.right());
    boolean takesRight = c.then().equals(c.right()) && c.otherwise().equals(c.left());
    return takesLeft || takesRight
        ? Optional.of(
            new Expr.Extremum(c.comparison().isGreater() == takesLeft, c.left(), c.right()))
        : Optional.empty();
  }
}
