package io.github.gradsmith.processor.derivation;

import io.github.gradsmith.processor.formula.derive.Derivative;
import io.github.gradsmith.processor.formula.derive.DifferentiationRules;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.Function;
import io.github.gradsmith.processor.formula.render.LatexRenderer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes any derivative as one does on paper: each line applies the rule that comes next to every
 * derivative still to be taken, until none is left.
 */
final class Differentiation extends DifferentiationRules {
  /** Parts of a formula that still fit a line; a longer line says nothing to a reader. */
  private static final int LONGEST_LINE = 150;

  private final String operator;
  private final Map<String, Expr> pending = new LinkedHashMap<>();
  private final Set<String> rules = new LinkedHashSet<>();

  private Differentiation(Expr value, String variable) {
    super(variable);
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
        steps.add(new Step(Derivative.of(value, variable()), "all rules, simplified"));
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

  private Expr later(Expr expr) {
    String name = operator + LatexRenderer.FRACTIONS.factor(expr);
    pending.put(name, expr);
    return Expr.variable(name);
  }

  /** What needs no rule: no variable, the variable itself, sums and multiples of them. */
  private boolean isLinear(Expr expr) {
    if (!isDerived(expr) || expr instanceof Expr.Variable) {
      return true;
    }
    if (expr instanceof Expr.Product product) {
      List<Expr> derived = product.factors().stream().filter(this::isDerived).toList();
      return derived.size() == 1 && derived.get(0) instanceof Expr.Variable;
    }
    return expr instanceof Expr.Sum sum && sum.terms().stream().allMatch(this::isLinear);
  }

  /** A derivative that the next line takes; what needs no rule is taken at once. */
  @Override
  protected Expr part(Expr part) {
    return isLinear(part) ? derivative(part) : later(part);
  }

  @Override
  protected Expr inner(Expr inner) {
    if (!(inner instanceof Expr.Variable)) {
      rules.add("chain rule");
    }
    return part(inner);
  }

  @Override
  protected Expr outer(Function function, Expr argument) {
    if (argument instanceof Expr.Variable) {
      rules.add("derivative of " + name(function));
    }
    Expr atName = Derivative.of(Expr.call(function, Expr.variable("u")), "u");
    return atName.substitute(Map.of("u", argument));
  }

  @Override
  protected void applies(String rule) {
    rules.add(rule);
  }

  /** As it is written. */
  private static String name(Function function) {
    return switch (function) {
      case EXPM1 -> "exp";
      case LOG1P -> "log";
      default -> function.text();
    };
  }
}
