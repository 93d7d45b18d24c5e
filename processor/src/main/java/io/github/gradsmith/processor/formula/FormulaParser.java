package io.github.gradsmith.processor.formula;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads formulas: {@code + - * / ^}, parentheses, exact decimal numbers, variables, the functions
 * of {@link Function} and {@code where(x > y, then, otherwise)} with {@code > >= < <=}. Powers bind
 * to the right and tighter than a minus sign before them.
 */
public final class FormulaParser {
  /** Deeper nesting is refused rather than left to overflow the stack. */
  static final int DEEPEST = 100;

  private static final int LONGEST_NUMBER = 100;

  private final String text;
  private int position;
  private int depth;

  private FormulaParser(String text) {
    this.text = text;
  }

  /**
   * Reads a formula.
   *
   * @throws FormulaException if it is not one, with the place and the reason
   */
  public static Expr parse(String formula) {
    FormulaParser parser = new FormulaParser(formula);
    Expr expr = parser.sum();
    if (parser.start() < formula.length()) {
      throw parser.unexpected("the end of the formula");
    }
    return expr;
  }

  private Expr sum() {
    List<Expr> terms = new ArrayList<>(List.of(product()));
    while (true) {
      if (accept('+')) {
        terms.add(product());
      } else if (accept('-')) {
        terms.add(Expr.negate(product()));
      } else {
        return Expr.sum(terms);
      }
    }
  }

  private Expr product() {
    Expr result = unary();
    while (true) {
      if (accept('*')) {
        result = Expr.product(result, unary());
      } else if (accept('/')) {
        int start = start();
        Expr divisor = unary();
        if (divisor.isZero()) {
          throw new FormulaException(start, "division by zero");
        }
        result = Expr.divide(result, divisor);
      } else {
        return result;
      }
    }
  }

  private Expr unary() {
    if (++depth > DEEPEST) {
      throw new FormulaException(position, "nested deeper than " + DEEPEST + " levels");
    }
    Expr result = accept('-') ? Expr.negate(unary()) : power();
    depth--;
    return result;
  }

  private Expr power() {
    int start = start();
    Expr base = primary();
    if (!accept('^')) {
      return base;
    }
    Expr result = Expr.power(base, unary());
    if (result instanceof Expr.Power power && power.base().isZero()) {
      throw new FormulaException(start, "0 to a power that is not a positive number");
    }
    return result;
  }

  private Expr primary() {
    char c = peek();
    if (accept('(')) {
      Expr inner = sum();
      expect(')');
      return inner;
    }
    if (isDigit(c) || c == '.') {
      return number();
    }
    if (!Character.isLetter(c)) {
      throw unexpected("a number, a variable, a function or (");
    }
    int start = position;
    String name = name();
    return accept('(') ? call(name, start) : Expr.variable(name);
  }

  private Expr call(String name, int start) {
    if (name.equals("where")) {
      return choice();
    }
    for (Function function : Function.values()) {
      if (function.text().equals(name)) {
        Expr argument = sum();
        expect(')');
        return Expr.call(function, argument);
      }
    }
    throw new FormulaException(start, "unknown function " + name + "; known are " + known());
  }

  private static String known() {
    StringBuilder names = new StringBuilder();
    for (Function function : Function.values()) {
      names.append(function.text()).append(", ");
    }
    return names + "where";
  }

  private Expr choice() {
    Expr left = sum();
    Comparison comparison = comparison();
    Expr right = sum();
    expect(',');
    Expr then = sum();
    expect(',');
    Expr otherwise = sum();
    expect(')');
    return new Expr.Choice(comparison, left, right, then, otherwise);
  }

  private Comparison comparison() {
    if (accept('>')) {
      return accept('=') ? Comparison.GREATER_OR_EQUAL : Comparison.GREATER;
    }
    if (accept('<')) {
      return accept('=') ? Comparison.LESS_OR_EQUAL : Comparison.LESS;
    }
    throw unexpected("> >= < or <=");
  }

  private Expr number() {
    int start = position;
    digits();
    if (position < text.length() && text.charAt(position) == '.') {
      position++;
      digits();
    }
    String digits = text.substring(start, position);
    if (digits.equals(".")) {
      throw new FormulaException(start, "a number needs a digit");
    }
    if (digits.length() > LONGEST_NUMBER) {
      throw new FormulaException(start, "number of more than " + LONGEST_NUMBER + " digits");
    }
    return Expr.number(Rational.of(new BigDecimal(digits)));
  }

  private void digits() {
    while (position < text.length() && isDigit(text.charAt(position))) {
      position++;
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private String name() {
    int start = position;
    while (position < text.length() && Character.isLetterOrDigit(text.charAt(position))) {
      position++;
    }
    return text.substring(start, position);
  }

  private int start() {
    peek();
    return position;
  }

  /** The next character that is not a space; 0 at the end. */
  private char peek() {
    while (position < text.length() && text.charAt(position) == ' ') {
      position++;
    }
    return position < text.length() ? text.charAt(position) : 0;
  }

  private boolean accept(char c) {
    if (peek() != c) {
      return false;
    }
    position++;
    return true;
  }

  private void expect(char c) {
    if (!accept(c)) {
      throw unexpected(String.valueOf(c));
    }
  }

  private FormulaException unexpected(String wanted) {
    char c = peek();
    String found = c == 0 ? "the formula ends" : "found " + c;
    return new FormulaException(position, "expected " + wanted + ", but " + found);
  }
}
