package io.github.gradsmith.processor.derivation;

import io.github.gradsmith.processor.formula.derive.Derivative;
import io.github.gradsmith.processor.formula.expr.Comparison;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.Function;
import io.github.gradsmith.processor.formula.expr.Rational;
import io.github.gradsmith.processor.formula.render.LatexRenderer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes any derivative as one does on paper: each line applies the rule that comes next to every
 * derivative still to be taken, until none is left.
 */
final class Differentiation {
  /** Parts of a formula that still fit a line; a longer line says nothing to a reader. */
  private static final int LONGEST_LINE = 150;

  private final String variable;
  private final String operator;
  private final Map<String, Expr> pending = new LinkedHashMap<>();
  private final Set<String> rules = new LinkedHashSet<>();

  private Differentiation(Expr value, String variable) {
    this.variable = variable;
    this.operator =
        value.variables().size() > 1
            ? "\\frac{\\partial}{\\partial " + variable + "} "
            : "\\frac{d}{d" + variable + "} ";
  }

  /** The derivative of a value by a variable. */
  static Calculation of(String subject, Expr value, String variable) {
    return new Calculation(subject, variable, new Differentiation(value, variable).steps(value));
  }

  private List<Step> steps(Expr value) {
    Expr line = later(value);
    List<Step> steps = new ArrayList<>();
    steps.add(step(line, ""));
    while (isPending(line)) {
      rules.clear();
      line = applied(line);
      if (Calculation.size(line) > LONGEST_LINE) {
        steps.add(new Step(Derivative.of(value, variable), "all rules, simplified"));
        return steps;
      }
      steps.add(step(line, String.join(", ", rules)));
    }
    return steps;
  }

  private Step step(Expr line, String reason) {
    Map<String, Expr> used = new LinkedHashMap<>(pending);
    used.keySet().retainAll(line.variables());
    return new Step(line, LatexRenderer.FRACTIONS, reason, used);
  }

  private boolean isPending(Expr line) {
    return line.variables().stream().anyMatch(pending::containsKey);
  }

  /** The same line with the next rule applied to all that is pending. */
  private Expr applied(Expr line) {
    if (line instanceof Expr.Variable name && pending.containsKey(name.name())) {
      return derivative(pending.get(name.name()));
    }
    return line.withChildren(line.children().stream().map(this::applied).toList());
  }

  /** A derivative that the next line takes; what needs no rule is taken at once. */
  private Expr later(Expr expr) {
    Optional<Expr> obvious = obvious(expr);
    if (obvious.isPresent() && !pending.isEmpty()) {
      return obvious.get();
    }
    String name = operator + LatexRenderer.FRACTIONS.factor(expr);
    pending.put(name, expr);
    return Expr.variable(name);
  }

  /** The derivative of what is linear. */
  private Optional<Expr> obvious(Expr expr) {
    if (!expr.variables().contains(variable)) {
      return Optional.of(Expr.ZERO);
    }
    if (expr.equals(Expr.variable(variable))) {
      return Optional.of(Expr.ONE);
    }
    List<Optional<Expr>> parts = expr.children().stream().map(this::obvious).toList();
    boolean all = parts.stream().allMatch(Optional::isPresent);
    if (all && expr instanceof Expr.Sum) {
      return Optional.of(Expr.sum(parts.stream().map(Optional::get).toList()));
    }
    return all && expr instanceof Expr.Product product ? multiple(product) : Optional.empty();
  }

  /** c in c z. */
  private Optional<Expr> multiple(Expr.Product product) {
    List<Expr> constants = product.factors().stream().filter(x -> !isDerived(x)).toList();
    boolean linear =
        constants.size() == product.factors().size() - 1
            && product.factors().contains(Expr.variable(variable));
    return linear ? Optional.of(Expr.product(constants)) : Optional.empty();
  }

  /** One rule applied. */
  private Expr derivative(Expr expr) {
    Optional<Expr> obvious = obvious(expr);
    if (obvious.isPresent()) {
      return obvious.get();
    }
    if (expr instanceof Expr.Sum sum) {
      return Expr.sum(sum.terms().stream().map(this::derivative).toList());
    }
    if (expr instanceof Expr.Product product) {
      return product(product.factors());
    }
    if (expr instanceof Expr.Power power) {
      return power(power);
    }
    if (expr instanceof Expr.Extremum extremum) {
      return extremum(extremum);
    }
    return expr instanceof Expr.Call call ? call(call) : choice((Expr.Choice) expr);
  }

  /** Factors without the variable stay; of the others, one after the other is derived. */
  private Expr product(List<Expr> factors) {
    List<Expr> constants = factors.stream().filter(factor -> !isDerived(factor)).toList();
    List<Expr> derived = factors.stream().filter(this::isDerived).toList();
    if (derived.size() == 1) {
      return Expr.product(Expr.product(constants), derivative(derived.get(0)));
    }
    rules.add("product rule");
    List<Expr> terms = new ArrayList<>();
    for (int i = 0; i < derived.size(); i++) {
      List<Expr> term = new ArrayList<>(derived);
      term.set(i, later(derived.get(i)));
      terms.add(Expr.product(Expr.product(constants), Expr.product(term)));
    }
    return Expr.sum(terms);
  }

  private boolean isDerived(Expr expr) {
    return expr.variables().contains(variable);
  }

  /** (uᵛ)' = v uᵛ⁻¹ u' + uᵛ log(u) v'. */
  private Expr power(Expr.Power power) {
    Expr base = power.base();
    Expr exponent = power.exponent();
    rules.add("power rule");
    Expr reduced = Expr.power(base, Expr.subtract(exponent, Expr.ONE));
    Expr byBase = isDerived(base) ? Expr.product(exponent, reduced, inner(base)) : Expr.ZERO;
    return isDerived(exponent)
        ? Expr.sum(byBase, Expr.product(power, Expr.call(Function.LOG, base), later(exponent)))
        : byBase;
  }

  private Expr inner(Expr expr) {
    if (!(expr instanceof Expr.Variable)) {
      rules.add("chain rule");
    }
    return later(expr);
  }

  private Expr call(Expr.Call call) {
    Expr atName = Derivative.of(Expr.call(call.function(), Expr.variable("u")), "u");
    if (call.argument() instanceof Expr.Variable) {
      rules.add("derivative of " + name(call.function()));
    }
    Expr outer = atName.substitute(Map.of("u", call.argument()));
    return Expr.product(outer, inner(call.argument()));
  }

  /** As it is written. */
  private static String name(Function function) {
    return switch (function) {
      case EXPM1 -> "exp";
      case LOG1P -> "log";
      default -> function.text();
    };
  }

  private Expr choice(Expr.Choice choice) {
    rules.add("branch by branch");
    Expr then = later(choice.then());
    Expr otherwise = later(choice.otherwise());
    return new Expr.Choice(choice.comparison(), choice.left(), choice.right(), then, otherwise);
  }

  /** The side that is taken; half of each at a tie. */
  private Expr extremum(Expr.Extremum extremum) {
    rules.add("side by side, half of each at a tie");
    Comparison first = extremum.largest() ? Comparison.GREATER : Comparison.LESS;
    Comparison second = extremum.largest() ? Comparison.LESS : Comparison.GREATER;
    Expr left = later(extremum.left());
    Expr right = later(extremum.right());
    Expr tie = Expr.product(Expr.number(Rational.of(1, 2)), Expr.sum(left, right));
    Expr notFirst = new Expr.Choice(second, extremum.left(), extremum.right(), right, tie);
    return new Expr.Choice(first, extremum.left(), extremum.right(), left, notFirst);
  }
}
