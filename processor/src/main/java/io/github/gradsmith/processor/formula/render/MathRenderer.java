package io.github.gradsmith.processor.formula.render;

import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.ExprCases;
import io.github.gradsmith.processor.formula.expr.Function;
import io.github.gradsmith.processor.formula.expr.Rational;
import io.github.gradsmith.processor.formula.expr.Terms;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a formula on one line of plain text as a lecture does: {@code (a − t) a (1 − a)}. A
 * comparison appears with its sign, which HTML needs escaped.
 */
public final class MathRenderer {
  private static final String DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  private static final String LETTERS = "abdeghklmnoprstuvwxyz";
  private static final String RAISED = "ᵃᵇᵈᵉᵍʰᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ";

  /** How tightly a text holds together, loosest first. */
  private enum Binding {
    SUM,
    PRODUCT,
    POWER,
    PRIMARY
  }

  private record Text(String text, Binding binding) {
    String atLeast(Binding required) {
      return binding.compareTo(required) >= 0 ? text : "(" + text + ")";
    }
  }

  private static final ExprCases<Text> TEXTS = new Texts();

  private MathRenderer() {}

  /** The formula as text. */
  public static String render(Expr expr) {
    return text(expr).text();
  }

  private static Text text(Expr expr) {
    return expr.fold(TEXTS);
  }

  private static Text number(Rational value) {
    if (value.abs().equals(Rational.of(1, 2))) {
      boolean negative = value.signum() < 0;
      return new Text(negative ? "−½" : "½", negative ? Binding.SUM : Binding.PRIMARY);
    }
    String text = value.toString().replace('-', '−').replace("/", " / ");
    boolean simple = value.isInteger() && value.signum() >= 0;
    return new Text(text, simple ? Binding.PRIMARY : Binding.SUM);
  }

  private static Text sum(Expr.Sum sum) {
    StringBuilder text = new StringBuilder();
    for (Expr term : sum.terms()) {
      boolean negative = Terms.isNegative(term);
      if (text.isEmpty()) {
        text.append(text(term).text());
      } else {
        Expr absolute = negative ? Expr.negate(term) : term;
        text.append(negative ? " − " : " + ").append(text(absolute).atLeast(termBinding(absolute)));
      }
    }
    return new Text(text.toString(), Binding.SUM);
  }

  /** A fraction may stand in a sum as it is. */
  private static Binding termBinding(Expr term) {
    return term instanceof Expr.Number ? Binding.SUM : Binding.PRODUCT;
  }

  private static Text product(List<Expr> factors) {
    if (Terms.isNegative(factors.get(0))) {
      Expr absolute = Expr.negate(Expr.product(factors));
      return new Text("−" + text(absolute).atLeast(Binding.PRODUCT), Binding.SUM);
    }
    List<String> above = new ArrayList<>();
    List<String> below = new ArrayList<>();
    for (Expr factor : factors) {
      if (factor instanceof Expr.Number number && isUnitFraction(number.value())) {
        below.add(number.value().denominator().toString());
      } else if (Terms.isReciprocal(factor)) {
        below.add(text(Terms.reciprocal(factor)).atLeast(Binding.POWER));
      } else {
        above.add(text(factor).atLeast(Binding.POWER));
      }
    }
    String numerator = above.isEmpty() ? "1" : String.join(" ", above);
    if (below.isEmpty()) {
      return new Text(numerator, Binding.PRODUCT);
    }
    String denominator = String.join(" ", below);
    return new Text(
        numerator + " / " + (below.size() == 1 ? denominator : "(" + denominator + ")"),
        Binding.PRODUCT);
  }

  /** 1 / 3 or 1 / 100, by which a product is divided; ½ goes before it. */
  private static boolean isUnitFraction(Rational value) {
    return value.numerator().equals(BigInteger.ONE)
        && !value.isInteger()
        && !value.equals(Rational.of(1, 2));
  }

  private static Text power(Expr.Power power) {
    if (Terms.isReciprocal(power)) {
      return product(List.of(power));
    }
    String base = text(power.base()).atLeast(Binding.PRIMARY);
    Text exponent = text(power.exponent());
    String raised = raised(exponent.text());
    return raised.isEmpty()
        ? new Text(base + "^" + exponent.atLeast(Binding.PRIMARY), Binding.POWER)
        : new Text(base + raised, Binding.POWER);
  }

  private static Text call(Expr.Call call) {
    Text argument = text(call.argument());
    String raised = call.function() == Function.EXP ? raised(argument.text()) : "";
    if (!raised.isEmpty()) {
      return new Text("e" + raised, Binding.POWER);
    }
    boolean variable = call.argument() instanceof Expr.Variable;
    return switch (call.function()) {
      case ABS -> new Text("|" + argument.text() + "|", Binding.PRIMARY);
      case SQRT -> new Text("√" + argument.atLeast(Binding.PRIMARY), Binding.PRIMARY);
      case SIGMOID -> new Text("σ(" + argument.text() + ")", Binding.PRIMARY);
      case EXP, SOFTPLUS, EXPM1, LOG1P ->
          new Text(call.function().text() + "(" + argument.text() + ")", Binding.PRIMARY);
      default ->
          variable
              ? new Text(call.function().text() + " " + argument.text(), Binding.POWER)
              : new Text(call.function().text() + "(" + argument.text() + ")", Binding.PRIMARY);
    };
  }

  /** An integer, a letter or its negative as a superscript; "" for anything else. */
  private static String raised(String text) {
    StringBuilder raised = new StringBuilder();
    boolean digits = text.matches("−?[0-9]+");
    if (!digits && !text.matches("−?[a-z]")) {
      return "";
    }
    for (char c : text.toCharArray()) {
      int letter = LETTERS.indexOf(c);
      if (c != '−' && !digits && letter < 0) {
        return "";
      }
      raised.append(c == '−' ? '⁻' : digits ? DIGITS.charAt(c - '0') : RAISED.charAt(letter));
    }
    return raised.toString();
  }

  /** max, min, Iverson's bracket for 1 or 0, or both branches. */
  private static Text choice(Expr.Choice c) {
    String left = text(c.left()).text();
    String right = text(c.right()).text();
    boolean takesLeft = c.then().equals(c.left()) && c.otherwise().equals(c.right());
    if (takesLeft) {
      String name = c.comparison().isGreater() ? "max" : "min";
      return new Text(name + "(" + left + ", " + right + ")", Binding.PRIMARY);
    }
    String sign = c.comparison().symbol().replace(">=", "≥").replace("<=", "≤");
    String condition = left + " " + sign + " " + right;
    if (c.then().isOne() && c.otherwise().isZero()) {
      return new Text("[" + condition + "]", Binding.PRIMARY);
    }
    String then = text(c.then()).text();
    String otherwise = text(c.otherwise()).text();
    return new Text("where(" + condition + ", " + then + ", " + otherwise + ")", Binding.PRIMARY);
  }

  private static final class Texts implements ExprCases<Text> {
    @Override
    public Text number(Expr.Number number) {
      return MathRenderer.number(number.value());
    }

    @Override
    public Text constant(Expr.Constant constant) {
      return switch (constant) {
        case PI -> new Text("π", Binding.PRIMARY);
      };
    }

    @Override
    public Text variable(Expr.Variable variable) {
      return new Text(variable.name(), Binding.PRIMARY);
    }

    @Override
    public Text sum(Expr.Sum sum) {
      return MathRenderer.sum(sum);
    }

    @Override
    public Text product(Expr.Product product) {
      return MathRenderer.product(product.factors());
    }

    @Override
    public Text power(Expr.Power power) {
      return MathRenderer.power(power);
    }

    @Override
    public Text call(Expr.Call call) {
      return MathRenderer.call(call);
    }

    @Override
    public Text extremum(Expr.Extremum extremum) {
      String sides = text(extremum.left()).text() + ", " + text(extremum.right()).text();
      return new Text(extremum.text() + "(" + sides + ")", Binding.PRIMARY);
    }

    @Override
    public Text choice(Expr.Choice choice) {
      return MathRenderer.choice(choice);
    }
  }
}
