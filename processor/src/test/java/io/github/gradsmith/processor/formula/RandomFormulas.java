package io.github.gradsmith.processor.formula;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Seeded random expressions over x, y and z. */
final class RandomFormulas {
  static final long SEED = 20_240_607L;

  private final Random random;

  private RandomFormulas(long seed) {
    random = new Random(seed);
  }

  static Stream<Expr> stream(int count) {
    return IntStream.range(0, count).mapToObj(i -> new RandomFormulas(SEED + i).expr(4));
  }

  private Expr expr(int depth) {
    if (depth == 0 || random.nextInt(8) == 0) {
      return random.nextInt(3) == 0 ? number() : variable();
    }
    return switch (random.nextInt(9)) {
      case 0, 1 -> Expr.sum(expr(depth - 1), expr(depth - 1));
      case 2 -> Expr.subtract(expr(depth - 1), expr(depth - 1));
      case 3, 4 -> Expr.product(expr(depth - 1), expr(depth - 1));
      case 5 -> quotient(expr(depth - 1), expr(depth - 1));
      case 6 -> power(expr(depth - 1));
      case 7 -> Expr.call(function(), expr(depth - 1));
      default -> choice(depth - 1);
    };
  }

  private Expr quotient(Expr x, Expr y) {
    return y.isZero() ? x : Expr.divide(x, y);
  }

  private Expr power(Expr base) {
    int exponent = random.nextInt(-3, 5);
    return base.isZero() ? base : Expr.power(base, exponent);
  }

  private Expr choice(int depth) {
    Comparison comparison = Comparison.values()[random.nextInt(4)];
    return new Expr.Choice(comparison, expr(depth), expr(depth), expr(depth), expr(depth));
  }

  private Function function() {
    return Function.values()[random.nextInt(Function.values().length)];
  }

  private Expr variable() {
    return Expr.variable(List.of("x", "y", "z").get(random.nextInt(3)));
  }

  private Expr number() {
    return Expr.number(Rational.of(random.nextInt(-6, 7), random.nextInt(1, 5)));
  }
}
