package io.github.gradsmith.processor.formula.text;

import io.github.gradsmith.processor.formula.expr.Comparison;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.Function;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads formulas: {@code + - * / ^}, parentheses, exact decimal numbers ({@code 0.5}, {@code
 * 1e-3}), {@code pi}, variables, the functions of {@link Function}, {@code max(x, y)}, {@code
 * min(x, y)} and {@code where(x > y, then, otherwise)} with {@code > >= < <=}. Powers bind to the
 * right and tighter than a minus sign before them.
 *
 * <p>A formula is refused that is longer than {@value #LONGEST} characters, has more than {@value
 * #MOST_OPERANDS} numbers, names and parentheses, or is nested deeper than {@value #DEEPEST}
 * levels.
 */
public final class FormulaParser {
  /** Deeper nesting is refused: deriving and simplifying it would take too long. */
  public static final int DEEPEST = 30;

  /** Longer formulas are refused rather than left to fill a method of the generated class. */
  public static final int LONGEST = 2000;

  /** More numbers, names and parentheses are refused, for the same reason. */
  public static final int MOST_OPERANDS = 200;

  /** Those of 1e5000 times a number of as many digits as a formula may have. */
  private static final int MOST_BITS = 24_000;

  private final FormulaScanner scanner;
  private final Optional<Set<String>> allowed;
  private int depth;
  private int operands;

  private FormulaParser(String text, Optional<Set<String>> allowed) {
    if (text.length() > LONGEST) {
      throw new FormulaException(LONGEST, "longer than " + LONGEST + " characters");
    }
    this.scanner = new FormulaScanner(text);
    this.allowed = allowed;
  }

  /**
   * Reads a formula in any variables.
   *
   * @throws FormulaException if it is not one, with the place and the reason
   */
  public static Expr parse(String formula) {
    return new FormulaParser(formula, Optional.empty()).formula();
  }

  /**
   * Reads a formula in the given variables.
   *
   * @throws FormulaException if it is not one or has another variable, with the place and the
   *     reason
   */
  public static Expr parse(String formula, Set<String> allowedVariables) {
    return new FormulaParser(formula, Optional.of(allowedVariables)).formula();
  }

  private Expr formula() {
    Expr expr = sum();
    if (!scanner.isAtEnd()) {
      throw scanner.unexpected("the end of the formula");
    }
    return expr;
  }

  private Expr sum() {
    List<Expr> terms = new ArrayList<>(List.of(product()));
    while (true) {
      if (scanner.accept('+')) {
        terms.add(product());
      } else if (scanner.accept('-')) {
        terms.add(Expr.negate(product()));
      } else {
        return Expr.sum(terms);
      }
    }
  }

  private Expr product() {
    int first = scanner.position();
    Expr result = unary();
    while (true) {
      if (isTooLarge(result)) {
        throw new FormulaException(first, "numbers multiply to one beyond 1e±5000");
      }
      if (scanner.accept('*')) {
        result = Expr.product(result, unary());
      } else if (scanner.accept('/')) {
        int start = scanner.position();
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

  private static boolean isTooLarge(Expr product) {
    Expr number = product instanceof Expr.Product p ? p.factors().get(0) : product;
    return number instanceof Expr.Number n && n.value().bitLength() > MOST_BITS;
  }

  private Expr unary() {
    if (++depth > DEEPEST) {
      throw new FormulaException(scanner.position(), "nested deeper than " + DEEPEST + " levels");
    }
    Expr result = scanner.accept('-') ? Expr.negate(unary()) : power();
    depth--;
    return result;
  }

  private Expr power() {
    int start = scanner.position();
    Expr base = primary();
    if (!scanner.accept('^')) {
      return base;
    }
    Expr result = Expr.power(base, unary());
    if (result instanceof Expr.Power power && power.base().isZero()) {
      throw new FormulaException(start, "0 to a power that is not a positive number");
    }
    return result;
  }

  private Expr primary() {
    if (++operands > MOST_OPERANDS) {
      String reason = "more than " + MOST_OPERANDS + " numbers, names and parentheses";
      throw new FormulaException(scanner.position(), reason);
    }
    if (scanner.accept('(')) {
      Expr inner = sum();
      scanner.expect(')');
      return inner;
    }
    if (scanner.startsNumber()) {
      return Expr.number(scanner.number());
    }
    if (!Character.isLetter(scanner.peek())) {
      throw scanner.unexpected("a number, a variable, a function or (");
    }
    int start = scanner.position();
    String name = scanner.name();
    return scanner.accept('(') ? call(name, start) : named(name, start);
  }

  private Expr named(String name, int start) {
    if (Vocabulary.constant(name).isPresent()) {
      return Vocabulary.constant(name).get();
    }
    if (Vocabulary.isCall(name)) {
      throw scanner.unexpected("( after " + name);
    }
    if (allowed.isPresent() && !allowed.get().contains(name)) {
      throw Vocabulary.unknownVariable(start, name, allowed.get());
    }
    return Expr.variable(name);
  }

  private Expr call(String name, int start) {
    if (name.equals("where")) {
      return choice();
    }
    if (name.equals("max") || name.equals("min")) {
      String arity = name + " takes two arguments";
      Expr left = argument(',', arity);
      return new Expr.Extremum(name.equals("max"), left, argument(')', arity));
    }
    Function function =
        Vocabulary.function(name).orElseThrow(() -> Vocabulary.unknownFunction(start, name));
    return Expr.call(function, argument(')', name + " takes one argument"));
  }

  /** where(left > right, then, otherwise), from after the parenthesis. */
  private Expr choice() {
    String arity = "where takes a condition and two values";
    Expr left = sum();
    Comparison comparison = comparison();
    Expr right = argument(',', arity);
    Expr then = argument(',', arity);
    return new Expr.Choice(comparison, left, right, then, argument(')', arity));
  }

  /** An argument and what ends it; a comma or parenthesis in its place means a wrong number. */
  private Expr argument(char end, String arity) {
    boolean missing = scanner.peek() == ')' || scanner.peek() == ',';
    if (!missing) {
      Expr argument = sum();
      if (scanner.accept(end)) {
        return argument;
      }
    }
    if (missing || scanner.peek() == ')' || scanner.peek() == ',') {
      throw new FormulaException(scanner.position(), arity);
    }
    throw scanner.unexpected(String.valueOf(end));
  }

  private Comparison comparison() {
    if (scanner.accept('>')) {
      return scanner.accept('=') ? Comparison.GREATER_OR_EQUAL : Comparison.GREATER;
    }
    if (scanner.accept('<')) {
      return scanner.accept('=') ? Comparison.LESS_OR_EQUAL : Comparison.LESS;
    }
    throw scanner.unexpected("> >= < or <=");
  }
}
