package io.github.gradsmith.processor.formula.expr;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * Trees as words, each before its parts, from which the very same tree is read: a formula's text
 * would be read as the builders of {@link Expr} put it together.
 */
final class ExprCode {
  private static final String NUMBER = "#";
  private static final String VARIABLE = "'";
  private static final String SUM = "+";
  private static final String PRODUCT = "*";
  private static final String POWER = "^";
  private static final String CHOICE = "?";

  private static final ExprCases<String> WORDS = new Words();

  private ExprCode() {}

  static String write(Expr expr) {
    StringBuilder text = new StringBuilder();
    write(expr, text);
    return text.toString();
  }

  private static void write(Expr expr, StringBuilder text) {
    text.append(text.isEmpty() ? "" : " ").append(expr.fold(WORDS));
    for (Expr child : expr.children()) {
      write(child, text);
    }
  }

  static Expr read(String text) {
    return read(Arrays.asList(text.split(" ")).iterator());
  }

  private static Expr read(Iterator<String> words) {
    String word = words.next();
    String rest = word.substring(1);
    return switch (word.substring(0, 1)) {
      case NUMBER -> number(rest);
      case VARIABLE -> Expr.variable(rest);
      case SUM -> new Expr.Sum(parts(words, Integer.parseInt(rest)));
      case PRODUCT -> new Expr.Product(parts(words, Integer.parseInt(rest)));
      case POWER -> new Expr.Power(read(words), read(words));
      case CHOICE ->
          new Expr.Choice(
              Comparison.valueOf(rest), read(words), read(words), read(words), read(words));
      default -> named(word, words);
    };
  }

  private static Expr number(String fraction) {
    int slash = fraction.indexOf('/');
    BigInteger numerator = new BigInteger(fraction.substring(0, slash));
    return new Expr.Number(new Rational(numerator, new BigInteger(fraction.substring(slash + 1))));
  }

  private static List<Expr> parts(Iterator<String> words, int count) {
    List<Expr> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parts.add(read(words));
    }
    return parts;
  }

  private static Expr named(String word, Iterator<String> words) {
    if (word.equals(Expr.Constant.PI.name())) {
      return Expr.Constant.PI;
    }
    if (word.equals("max") || word.equals("min")) {
      return new Expr.Extremum(word.equals("max"), read(words), read(words));
    }
    return Expr.call(Function.valueOf(word), read(words));
  }

  private static final class Words implements ExprCases<String> {
    @Override
    public String number(Expr.Number number) {
      return NUMBER + number.value().numerator() + "/" + number.value().denominator();
    }

    @Override
    public String constant(Expr.Constant constant) {
      return constant.name();
    }

    @Override
    public String variable(Expr.Variable variable) {
      return VARIABLE + variable.name();
    }

    @Override
    public String sum(Expr.Sum sum) {
      return SUM + sum.terms().size();
    }

    @Override
    public String product(Expr.Product product) {
      return PRODUCT + product.factors().size();
    }

    @Override
    public String power(Expr.Power power) {
      return POWER;
    }

    @Override
    public String call(Expr.Call call) {
      return call.function().name();
    }

    @Override
    public String extremum(Expr.Extremum extremum) {
      return extremum.text();
    }

    @Override
    public String choice(Expr.Choice choice) {
      return CHOICE + choice.comparison();
    }
  }
}
