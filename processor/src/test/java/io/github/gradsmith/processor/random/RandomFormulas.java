package io.github.gradsmith.processor.random;

import io.github.gradsmith.processor.random.Term.Constant;
import io.github.gradsmith.processor.random.Term.Pair;
import io.github.gradsmith.processor.random.Term.Variable;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * Random formulas that are finite and continuous everywhere, with derivatives that stay small: they
 * grow no faster than a line, so that deep networks of them can be compared.
 */
final class RandomFormulas {
  private static final Term Z = new Variable("z");
  private static final Term ERROR = Term.difference(new Variable("a"), new Term.Target());

  private record Named(String name, UnaryOperator<DualNumber> function) {}

  private static final List<Named> BOUNDED =
      List.of(
          new Named("tanh", DualNumber::tanh),
          new Named("sigmoid", DualNumber::sigmoid),
          new Named("sin", DualNumber::sin),
          new Named("cos", DualNumber::cos),
          new Named("atan", DualNumber::atan),
          new Named("erf", DualNumber::erf));

  private final Random random;

  RandomFormulas(Random random) {
    this.random = random;
  }

  /** A formula in z. */
  Term activation() {
    return random.nextInt(4) == 0 ? bounded(2) : linear(2);
  }

  /** One output's loss in a and t, 0 or more and least where they agree or near it. */
  Term loss() {
    return switch (random.nextInt(7)) {
      case 0 -> new Term.Call("log(cosh(%s))", DualNumber::logCosh, ERROR);
      case 1 -> Term.difference(rootOfOnePlusSquare(ERROR), new Constant(1));
      case 2 -> Term.sum(scaled(Term.squared(ERROR)), scaled(absolute(ERROR)));
      case 3 -> scaled(Term.squared(ERROR));
      case 4 -> Term.call("log1p", DualNumber::log1p, Term.squared(ERROR));
      case 5 -> guardedRoot(ERROR);
      default ->
          Term.sum(Term.call("softplus", DualNumber::softplus, ERROR), scaled(Term.squared(ERROR)));
    };
  }

  private Term bounded(int depth) {
    Term argument = linear(depth - 1);
    return switch (random.nextInt(7)) {
      case 0 -> Term.quotient(argument, Term.sum(new Constant(1), absolute(argument)));
      case 1 -> Term.quotient(argument, Term.sum(new Constant(1), Term.squared(argument)));
      case 2 -> new Term.Call("exp(-(%s)^2)", x -> x.squared().negated().exp(), argument);
      case 3 -> Term.quotient(argument, Term.sum(new Constant(1), overLarge(argument)));
      default -> {
        Named named = BOUNDED.get(random.nextInt(BOUNDED.size()));
        yield Term.call(named.name, named.function, argument);
      }
    };
  }

  private Term linear(int depth) {
    if (depth <= 0) {
      return random.nextBoolean() ? Z : scaled(Z);
    }
    return switch (random.nextInt(10)) {
      case 0 -> Term.call("softplus", DualNumber::softplus, linear(depth - 1));
      case 1 -> rootOfOnePlusSquare(linear(depth - 1));
      case 2 -> Term.call("log1p", DualNumber::log1p, Term.squared(linear(depth - 1)));
      case 3 -> new Pair("max(%1, %2)", DualNumber::max, linear(depth - 1), scaled(Z));
      case 4 -> new Pair("min(%1, %2)", DualNumber::min, linear(depth - 1), scaled(Z));
      case 5 -> Term.sum(linear(depth - 1), bounded(depth - 1));
      case 6 -> Term.product(scaled(Z), bounded(depth - 1));
      case 7 -> guardedRoot(linear(depth - 1));
      case 8 ->
          new Term.Switch(Term.product(Z, bounded(depth - 1)), Term.product(Z, bounded(depth - 1)));
      default -> Term.sum(scaled(Z), constant());
    };
  }

  private static Term rootOfOnePlusSquare(Term argument) {
    return new Term.Call("sqrt(1 + (%s)^2)", x -> x.squared().plus(1).sqrt(), argument);
  }

  /** A root whose slope is finite at 0, as many write it: with a number that a float barely has. */
  private Term guardedRoot(Term argument) {
    Term guarded = Term.sum(Term.squared(argument), powerOfTen(-38, -2));
    return Term.call("sqrt", DualNumber::sqrt, guarded);
  }

  private Term overLarge(Term argument) {
    return Term.quotient(Term.squared(argument), powerOfTen(2, 30));
  }

  private Term powerOfTen(int least, int most) {
    int exponent = least + random.nextInt(most - least + 1);
    return new Constant(Double.parseDouble("1e" + exponent));
  }

  private static Term absolute(Term argument) {
    return Term.call("abs", DualNumber::abs, argument);
  }

  private Term scaled(Term argument) {
    return Term.product(constant(), argument);
  }

  /** With two digits, so that no two of a formula cancel often. */
  private Term constant() {
    return new Constant((10 + random.nextInt(90)) / (random.nextBoolean() ? 100.0 : -100.0));
  }
}
