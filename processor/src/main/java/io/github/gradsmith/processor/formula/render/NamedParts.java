package io.github.gradsmith.processor.formula.render;

import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.OperationCount;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A formula in which the parts that cost something and occur more than once have names.
 *
 * @param parts each in the names of those before it
 * @param value the formula in all names
 */
public record NamedParts(List<Part> parts, Expr value) {
  /** A part and its name. */
  public record Part(String name, Expr expr) {}

  /** Cheaper parts are written out again; the compiler finds them itself. */
  private static final long WORTH_A_NAME = 5;

  /**
   * Names the parts.
   *
   * @param taken names that they must not have
   */
  public static NamedParts of(Expr expr, Set<String> taken) {
    Naming naming = new Naming(taken);
    naming.count(expr);
    Expr value = naming.replace(expr);
    return new NamedParts(List.copyOf(naming.parts), value);
  }

  private static final class Naming {
    private final Set<String> taken;
    private final Map<Expr, Integer> occurrences = new HashMap<>();
    private final Map<Expr, Expr> named = new HashMap<>();
    private final List<Part> parts = new ArrayList<>();

    Naming(Set<String> taken) {
      this.taken = new TreeSet<>(taken);
    }

    /** Parts of a part that occurs again are not counted again. */
    void count(Expr expr) {
      if (occurrences.merge(expr, 1, Integer::sum) == 1) {
        expr.children().forEach(this::count);
        if (expr instanceof Expr.Power power && !isInverse(power)) {
          count(power.base());
        }
      }
    }

    private static boolean isInverse(Expr.Power power) {
      return power.exponent().equals(Expr.MINUS_ONE);
    }

    Expr replace(Expr expr) {
      if (named.containsKey(expr)) {
        return named.get(expr);
      }
      Expr inner = expr.withChildren(expr.children().stream().map(this::replace).toList());
      boolean again = occurrences.getOrDefault(expr, 0) > 1;
      if (!again || OperationCount.of(expr) < WORTH_A_NAME) {
        return inner;
      }
      String name = freeName(expr instanceof Expr.Call call ? call.function().text() : "part");
      parts.add(new Part(name, inner));
      named.put(expr, Expr.variable(name));
      return Expr.variable(name);
    }

    private String freeName(String wish) {
      String name = wish;
      for (int i = 2; !taken.add(name); i++) {
        name = wish + i;
      }
      return name;
    }
  }
}
