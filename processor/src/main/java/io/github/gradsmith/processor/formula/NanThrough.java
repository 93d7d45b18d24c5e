package io.github.gradsmith.processor.formula;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes choices let NaN through. A comparison with NaN is false, so that where(z &gt; 0, 1, 0)
 * would be 0 for it: the branch that is taken then must have the compared variables itself.
 */
final class NanThrough {
  private NanThrough() {}

  /** The same values, except that a choice that compares NaN gives NaN. */
  static Expr of(Expr expr) {
    Expr inner = expr.withChildren(expr.children().stream().map(NanThrough::of).toList());
    if (!(inner instanceof Expr.Choice c) || follows(c.otherwise(), c) || isExtremum(c)) {
      return inner;
    }
    Expr.Choice turned =
        new Expr.Choice(c.comparison().negated(), c.left(), c.right(), c.otherwise(), c.then());
    if (follows(c.then(), c)) {
      return turned;
    }
    Expr nan = Expr.sum(c.left(), c.right());
    Expr last =
        new Expr.Choice(turned.comparison(), turned.left(), turned.right(), turned.then(), nan);
    return new Expr.Choice(c.comparison(), c.left(), c.right(), c.then(), last);
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
    } else if (value instanceof Expr.Choice c && !isExtremum(c)) {
      names.addAll(certain(c.then()));
      names.addAll(compared(c));
      names.retainAll(certain(c.otherwise()));
    } else {
      value.children().forEach(child -> names.addAll(certain(child)));
    }
    return names;
  }

  /** where(x &gt; y, x, y), which the renderer writes as max(x, y). */
  private static boolean isExtremum(Expr.Choice c) {
    return c.then().equals(c.left()) && c.otherwise().equals(c.right())
        || c.then().equals(c.right()) && c.otherwise().equals(c.left());
  }
}
