package io.github.gradsmith.processor.formula.render;

import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.ExprCases;
import io.github.gradsmith.processor.formula.expr.Function;
import io.github.gradsmith.processor.formula.expr.IntegerPowers;
import io.github.gradsmith.processor.formula.expr.Rational;
import io.github.gradsmith.processor.formula.expr.Terms;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes a formula in LaTeX, with no macro that GitHub refuses. Variables appear as they are named,
 * and a name may be LaTeX itself. A sum within a sum and a product within a product, which the
 * builders never make, stay apart in brackets or by a dot: so a formula can show a step of a
 * calculation.
 */
public enum LatexRenderer {
  /** Negative exponents stand below a fraction bar. */
  FRACTIONS,
  /** Negative exponents stay exponents. */
  POWERS;

  /** Longer numerators and denominators are no fraction to look at. */
  private static final BigInteger LONGEST_FRACTION = BigInteger.valueOf(1000);

  /** How tightly a text holds together, loosest first. */
  private enum Binding {
    CASES,
    SUM,
    PRODUCT,
    POWER,
    PRIMARY
  }

  private record Text(String text, Binding binding) {
    String atLeast(Binding required) {
      return binding.compareTo(required) >= 0 ? text : bracket(text);
    }
  }

  private static String bracket(String text) {
    return "\\left(" + text + "\\right)";
  }

  /** The formula. */
  public String render(Expr expr) {
    return text(expr).text();
  }

  /** The formula, in brackets unless it can stand as a factor. */
  public String factor(Expr expr) {
    return text(expr).atLeast(Binding.POWER);
  }

  /** Factors with a dot between each two; a product among them needs no brackets. */
  public String dotted(List<Expr> factors) {
    return String.join(" \\cdot ", factors.stream().map(this::besideDot).toList());
  }

  private String besideDot(Expr expr) {
    return text(expr).atLeast(Binding.PRODUCT);
  }

  private Text text(Expr expr) {
    return expr.fold(new Texts());
  }

  private static Text constant(Expr.Constant constant) {
    return switch (constant) {
      case PI -> new Text("\\pi", Binding.PRIMARY);
    };
  }

  private static Text number(Rational value) {
    if (value.signum() < 0) {
      return new Text("-" + number(value.negate()).text(), Binding.SUM);
    }
    if (value.isInteger()) {
      return new Text(value.toString(), Binding.PRIMARY);
    }
    return isDecimal(value)
        ? new Text(
            new BigDecimal(value.numerator()).divide(below(value)).toPlainString(), Binding.PRIMARY)
        : new Text(fraction(value.numerator() + "", value.denominator() + ""), Binding.POWER);
  }

  private static BigDecimal below(Rational value) {
    return new BigDecimal(value.denominator());
  }

  /** Whether a long fraction ends as a decimal: only 2 and 5 divide its denominator. */
  private static boolean isDecimal(Rational value) {
    BigInteger longer = value.numerator().max(value.denominator());
    BigInteger rest = value.denominator().shiftRight(value.denominator().getLowestSetBit());
    BigInteger five = BigInteger.valueOf(5);
    while (rest.mod(five).signum() == 0) {
      rest = rest.divide(five);
    }
    return longer.compareTo(LONGEST_FRACTION) > 0 && rest.equals(BigInteger.ONE);
  }

  private static String fraction(String above, String below) {
    return "\\frac{" + above + "}{" + below + "}";
  }

  private Text sum(Expr.Sum sum) {
    StringBuilder text = new StringBuilder();
    for (Expr term : sum.terms()) {
      boolean negative = Terms.isNegative(term);
      if (text.isEmpty()) {
        Binding loosest = term instanceof Expr.Sum ? Binding.PRODUCT : Binding.SUM;
        text.append(text(term).atLeast(loosest));
      } else {
        Expr absolute = negative ? Expr.negate(term) : term;
        text.append(negative ? " - " : " + ").append(text(absolute).atLeast(Binding.PRODUCT));
      }
    }
    return new Text(text.toString(), Binding.SUM);
  }

  private Text product(List<Expr> factors) {
    if (Terms.isNegative(factors.get(0))) {
      return new Text("-" + text(negated(factors)).atLeast(Binding.PRODUCT), Binding.SUM);
    }
    boolean divides = this == FRACTIONS && factors.stream().anyMatch(Terms::isReciprocal);
    List<Expr> above = new ArrayList<>();
    List<Expr> below = new ArrayList<>();
    for (Expr factor : factors) {
      if (divides && Terms.isReciprocal(factor)) {
        below.add(Terms.reciprocal(factor));
      } else if (factor instanceof Expr.Number number && goesBelow(number.value(), divides)) {
        below.add(0, Expr.number(number.value().inverse()));
      } else if (!factor.isOne()) {
        above.add(factor);
      }
    }
    return below.isEmpty()
        ? new Text(joined(above), Binding.PRODUCT)
        : new Text(fraction(alone(above), alone(below)), Binding.POWER);
  }

  /** A single factor above or below a bar needs no brackets. */
  private String alone(List<Expr> factors) {
    return factors.size() == 1 ? render(factors.get(0)) : joined(factors);
  }

  /** The same product with the other sign; its parts stay apart. */
  private static Expr negated(List<Expr> factors) {
    List<Expr> rest = factors.subList(1, factors.size());
    Expr first = Expr.negate(factors.get(0));
    if (!first.isOne()) {
      return new Expr.Product(Stream.concat(Stream.of(first), rest.stream()).toList());
    }
    return rest.size() == 1 ? rest.get(0) : new Expr.Product(rest);
  }

  /** 1/3 or 1/100, by which a product is divided; ½ goes before it unless there is a bar anyhow. */
  private static boolean goesBelow(Rational value, boolean divides) {
    boolean isHalf = value.equals(Rational.of(1, 2));
    return value.numerator().equals(BigInteger.ONE)
        && !value.isInteger()
        && !isDecimal(value)
        && (divides || !isHalf);
  }

  /** Side by side, with a dot where two factors could be taken for one. */
  private String joined(List<Expr> factors) {
    StringBuilder text = new StringBuilder();
    boolean apart = false;
    for (int i = 0; i < factors.size(); i++) {
      String next = inProduct(factors.get(i), i == factors.size() - 1);
      boolean nested = factors.get(i) instanceof Expr.Product || isOperator(factors.get(i));
      if (i > 0) {
        text.append(apart || nested || Character.isDigit(next.charAt(0)) ? " \\cdot " : " ");
      }
      text.append(next);
      apart = nested;
    }
    return text.isEmpty() ? "1" : text.toString();
  }

  /** A derivative to be taken ends before the next factor. */
  private String inProduct(Expr factor, boolean isLast) {
    if (isOperator(factor)) {
      return isLast ? render(factor) : bracket(render(factor));
    }
    return factor instanceof Expr.Product ? besideDot(factor) : factor(factor);
  }

  /** Whether it is the name of a derivative to be taken, d/dx of something. */
  private static boolean isOperator(Expr expr) {
    return expr instanceof Expr.Variable variable
        && (variable.name().startsWith("\\frac{d}")
            || variable.name().startsWith("\\frac{\\partial}"));
  }

  private Text power(Expr.Power power) {
    if (this == FRACTIONS && Terms.isReciprocal(power)) {
      return new Text(fraction("1", render(Terms.reciprocal(power))), Binding.POWER);
    }
    String exponent = "^{" + render(power.exponent()) + "}";
    if (power.base() instanceof Expr.Call call
        && !name(call.function()).isEmpty()
        && IntegerPowers.integer(power.exponent()).orElse(0) > 0) {
      return new Text(
          name(call.function()) + exponent + argument(render(call.argument())), Binding.POWER);
    }
    Text base = text(power.base());
    boolean raised = base.text().contains("^");
    String text = raised ? bracket(base.text()) : base.atLeast(Binding.PRIMARY);
    return new Text(text + exponent, Binding.POWER);
  }

  private Text call(Expr.Call call) {
    if (call.function() == Function.LOG1P) {
      return call(new Expr.Call(Function.LOG, Expr.sum(Expr.ONE, call.argument())));
    }
    String argument = render(call.argument());
    return switch (call.function()) {
      case EXP -> new Text("e^{" + argument + "}", Binding.POWER);
      case EXPM1 -> new Text("e^{" + argument + "} - 1", Binding.SUM);
      case SQRT -> new Text("\\sqrt{" + argument + "}", Binding.PRIMARY);
      case ABS -> new Text("\\left|" + argument + "\\right|", Binding.PRIMARY);
      default -> new Text(name(call.function()) + argument(argument), Binding.PRIMARY);
    };
  }

  private static String argument(String argument) {
    return argument.length() == 1 ? "(" + argument + ")" : bracket(argument);
  }

  /** A function's name, or "" for one that is written in another way. */
  private static String name(Function function) {
    return switch (function) {
      case EXP, EXPM1, LOG1P, SQRT, ABS -> "";
      case LOG -> "\\log";
      case SIN -> "\\sin";
      case COS -> "\\cos";
      case ATAN -> "\\arctan";
      case SINH -> "\\sinh";
      case COSH -> "\\cosh";
      case TANH -> "\\tanh";
      case SIGMOID -> "\\sigma";
      case SOFTPLUS -> "\\mathop{\\mathrm{softplus}}";
      case ERF -> "\\mathop{\\mathrm{erf}}";
      case SIGN -> "\\mathop{\\mathrm{sign}}";
    };
  }

  private Text extremum(Expr.Extremum extremum) {
    String sides = render(extremum.left()) + ", " + render(extremum.right());
    return new Text((extremum.largest() ? "\\max" : "\\min") + bracket(sides), Binding.PRIMARY);
  }

  /** A choice in the otherwise of a choice is one more line. */
  private Text choice(Expr.Choice choice) {
    StringBuilder lines = new StringBuilder();
    Expr rest = choice;
    while (rest instanceof Expr.Choice next) {
      lines.append(render(next.then()) + " & \\text{if } " + condition(next) + " \\\\ ");
      rest = next.otherwise();
    }
    lines.append(render(rest)).append(" & \\text{otherwise}");
    return new Text("\\begin{cases} " + lines + " \\end{cases}", Binding.CASES);
  }

  private String condition(Expr.Choice choice) {
    String sign =
        switch (choice.comparison()) {
          case GREATER -> ">";
          case GREATER_OR_EQUAL -> "\\ge";
          case LESS -> "<";
          case LESS_OR_EQUAL -> "\\le";
        };
    return render(choice.left()) + " " + sign + " " + render(choice.right());
  }

  private final class Texts implements ExprCases<Text> {
    @Override
    public Text number(Expr.Number number) {
      return LatexRenderer.number(number.value());
    }

    @Override
    public Text constant(Expr.Constant constant) {
      return LatexRenderer.constant(constant);
    }

    @Override
    public Text variable(Expr.Variable variable) {
      return new Text(variable.name(), Binding.PRIMARY);
    }

    @Override
    public Text sum(Expr.Sum sum) {
      return LatexRenderer.this.sum(sum);
    }

    @Override
    public Text product(Expr.Product product) {
      return LatexRenderer.this.product(product.factors());
    }

    @Override
    public Text power(Expr.Power power) {
      return LatexRenderer.this.power(power);
    }

    @Override
    public Text call(Expr.Call call) {
      return LatexRenderer.this.call(call);
    }

    @Override
    public Text extremum(Expr.Extremum extremum) {
      return LatexRenderer.this.extremum(extremum);
    }

    @Override
    public Text choice(Expr.Choice choice) {
      return LatexRenderer.this.choice(choice);
    }
  }
}
