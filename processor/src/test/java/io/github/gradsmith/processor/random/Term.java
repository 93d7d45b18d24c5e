package io.github.gradsmith.processor.random;

import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/**
 * A formula of a user's own that was made here: as its text, which the processor reads, and as what
 * it means, which the reference computes.
 */
sealed interface Term {
  /** As it is written; in parentheses unless it is a name, a number or a call. */
  String text();

  /**
   * Its value.
   *
   * @param variable z of an activation, a of a loss
   * @param target t of a loss
   */
  DualNumber at(DualNumber variable, double target);

  /** The variable by the name it has. */
  record Variable(String text) implements Term {
    @Override
    public DualNumber at(DualNumber variable, double target) {
      return variable;
    }
  }

  /** The target of a loss. */
  record Target() implements Term {
    @Override
    public String text() {
      return "t";
    }

    @Override
    public DualNumber at(DualNumber variable, double target) {
      return variable.arithmetic().constant(target);
    }
  }

  /** A number. */
  record Constant(double value) implements Term {
    @Override
    public String text() {
      String digits = Double.toString(value);
      return value < 0 ? "(" + digits + ")" : digits;
    }

    @Override
    public DualNumber at(DualNumber variable, double target) {
      return variable.arithmetic().constant(value);
    }
  }

  /** A function of one argument, whose {@code pattern} has %s in its place. */
  record Call(String pattern, UnaryOperator<DualNumber> function, Term argument) implements Term {
    @Override
    public String text() {
      return pattern.replace("%s", argument.text());
    }

    @Override
    public DualNumber at(DualNumber variable, double target) {
      return function.apply(argument.at(variable, target));
    }
  }

  /** A function or operator of two arguments, whose {@code pattern} has %1 and %2 for them. */
  record Pair(String pattern, BinaryOperator<DualNumber> function, Term left, Term right)
      implements Term {
    @Override
    public String text() {
      return pattern.replace("%1", left.text()).replace("%2", right.text());
    }

    @Override
    public DualNumber at(DualNumber variable, double target) {
      return function.apply(left.at(variable, target), right.at(variable, target));
    }
  }

  /** One term where the variable is positive, another elsewhere; both are 0 at 0. */
  record Switch(Term positive, Term other) implements Term {
    @Override
    public String text() {
      return "where(z > 0, " + positive.text() + ", " + other.text() + ")";
    }

    @Override
    public DualNumber at(DualNumber variable, double target) {
      return (variable.isAbove(0) ? positive : other).at(variable, target);
    }
  }

  static Term sum(Term left, Term right) {
    return new Pair("(%1 + %2)", DualNumber::plus, left, right);
  }

  static Term difference(Term left, Term right) {
    return new Pair("(%1 - %2)", DualNumber::minus, left, right);
  }

  static Term product(Term left, Term right) {
    return new Pair("(%1 * %2)", DualNumber::times, left, right);
  }

  static Term quotient(Term left, Term right) {
    return new Pair("(%1 / %2)", DualNumber::over, left, right);
  }

  static Term squared(Term argument) {
    return new Call("(%s)^2", DualNumber::squared, argument);
  }

  static Term call(String name, UnaryOperator<DualNumber> function, Term argument) {
    return new Call(name + "(%s)", function, argument);
  }
}
