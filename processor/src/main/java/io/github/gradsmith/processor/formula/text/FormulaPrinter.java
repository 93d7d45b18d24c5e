package io.github.gradsmith.processor.formula.text;

import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.ExprCases;
import io.github.gradsmith.processor.formula.expr.Rational;
import io.github.gradsmith.processor.formula.expr.Terms;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/** Writes a formula so that the parser reads the very same expression. */
public final class FormulaPrinter {
  private static final int SIMPLE_BITS = 7;
  private static final int MOST_DECIMALS = 40;
  private static final int MOST_ZEROS = 20;
  private static final BigInteger FIVE = BigInteger.valueOf(5);

  private static final ExprCases<String> TEXTS = new Texts();

  private FormulaPrinter() {}

  /** The formula in the parser's notation. */
  public static String print(Expr expr) {
    return expr.fold(TEXTS);
  }

  /** A simple fraction as such, such as 1/2; else as a decimal if it has a short one. */
  private static String number(Rational value) {
    if (value.denominator().bitLength() <= SIMPLE_BITS) {
      return fraction(value);
    }
    for (int digits = 1; digits <= MOST_DECIMALS; digits++) {
      if (value.times(Rational.of(BigDecimal.TEN.pow(digits))).isInteger()) {
        return plain(decimal(value));
      }
    }
    return hasDecimal(value.denominator()) ? plain(decimal(value)) : fraction(value);
  }

  private static BigDecimal decimal(Rational value) {
    return new BigDecimal(value.numerator()).divide(new BigDecimal(value.denominator()));
  }

  private static String fraction(Rational value) {
    String numerator = plain(new BigDecimal(value.numerator()));
    return value.isInteger()
        ? numerator
        : numerator + "/" + plain(new BigDecimal(value.denominator()));
  }

  /** With an exponent where zeros would fill the line. */
  private static String plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    boolean isShort = stripped.scale() <= MOST_DECIMALS && stripped.scale() >= -MOST_ZEROS;
    return isShort
        ? stripped.toPlainString()
        : stripped.toString().replace("E+", "e").replace('E', 'e');
  }

  /** Whether 2 and 5 are its only prime factors. */
  private static boolean hasDecimal(BigInteger denominator) {
    BigInteger rest = denominator.shiftRight(denominator.getLowestSetBit());
    while (rest.mod(FIVE).signum() == 0) {
      rest = rest.divide(FIVE);
    }
    return rest.equals(BigInteger.ONE);
  }

  private static String sum(Expr.Sum sum) {
    StringBuilder text = new StringBuilder();
    for (Expr term : sum.terms()) {
      boolean negative = Terms.isNegative(term);
      if (text.isEmpty()) {
        text.append(print(term));
      } else {
        text.append(negative ? " - " : " + ").append(absolute(negative ? Expr.negate(term) : term));
      }
    }
    return text.toString();
  }

  private static String absolute(Expr term) {
    return term instanceof Expr.Sum ? factor(term) : print(term);
  }

  private static String product(Expr.Product product) {
    List<Expr> factors = product.factors();
    boolean minus = factors.get(0).equals(Expr.MINUS_ONE);
    StringBuilder text = new StringBuilder(minus ? "-" : first(factors.get(0)));
    for (int i = 1; i < factors.size(); i++) {
      Expr factor = factors.get(i);
      if (minus && i == 1) {
        text.append(first(factor));
      } else if (Terms.isReciprocal(factor)) {
        text.append(" / ").append(factor(Terms.reciprocal(factor)));
      } else {
        text.append(" * ").append(factor(factor));
      }
    }
    return text.toString();
  }

  /** A fraction in front needs no parentheses: 1/3 * x is read from the left. */
  private static String first(Expr factor) {
    return factor instanceof Expr.Number ? print(factor) : factor(factor);
  }

  private static String factor(Expr expr) {
    boolean loose = expr instanceof Expr.Sum || expr instanceof Expr.Product;
    boolean number = expr instanceof Expr.Number && !isOneToken(expr);
    return loose || number ? "(" + print(expr) + ")" : print(expr);
  }

  private static String operand(Expr expr) {
    boolean loose =
        expr instanceof Expr.Sum || expr instanceof Expr.Product || expr instanceof Expr.Power;
    boolean tight = expr instanceof Expr.Number ? isOneToken(expr) : !loose;
    return tight ? print(expr) : "(" + print(expr) + ")";
  }

  private static boolean isOneToken(Expr expr) {
    return expr instanceof Expr.Number number
        && number.value().signum() >= 0
        && print(number).indexOf('/') < 0;
  }

  private static final class Texts implements ExprCases<String> {
    @Override
    public String number(Expr.Number number) {
      return FormulaPrinter.number(number.value());
    }

    @Override
    public String constant(Expr.Constant constant) {
      return constant.text();
    }

    @Override
    public String variable(Expr.Variable variable) {
      return variable.name();
    }

    @Override
    public String sum(Expr.Sum sum) {
      return FormulaPrinter.sum(sum);
    }

    @Override
    public String product(Expr.Product product) {
      return FormulaPrinter.product(product);
    }

    @Override
    public String power(Expr.Power power) {
      return Terms.isReciprocal(power)
          ? "1 / " + factor(Terms.reciprocal(power))
          : operand(power.base()) + "^" + operand(power.exponent());
    }

    @Override
    public String call(Expr.Call call) {
      return call.function().text() + "(" + print(call.argument()) + ")";
    }

    @Override
    public String extremum(Expr.Extremum extremum) {
      return extremum.text() + "(" + print(extremum.left()) + ", " + print(extremum.right()) + ")";
    }

    @Override
    public String choice(Expr.Choice choice) {
      String condition =
          print(choice.left()) + " " + choice.comparison().symbol() + " " + print(choice.right());
      return "where("
          + condition
          + ", "
          + print(choice.then())
          + ", "
          + print(choice.otherwise())
          + ")";
    }
  }
}
