package io.github.gradsmith.processor.formula.text;

import io.github.gradsmith.processor.formula.expr.Comparison;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.Function;
import io.github.gradsmith.processor.formula.expr.Rational;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Seeded random expressions over x, y and z, of all kinds and functions. Each has a seed of its
 * own: {@code -Dformulas.seed=… -Dformulas.count=1} brings back the one that failed.
 */
public record RandomFormulas(Random random) {
  private static final long SEED = Long.getLong("formulas.seed", 20_240_607L);

  /** A formula and what it grew from. */
  public record Seeded(long seed, Expr expr) {
    @Override
    public String toString() {
      return "formulas.seed=" + seed + ": " + FormulaPrinter.print(expr);
    }
  }

  public static Stream<Seeded> stream(int count) {
    int wanted = Integer.getInteger("formulas.count", count);
    return IntStream.range(0, wanted).mapToObj(i -> seeded(SEED + i));
  }

  private static Seeded seeded(long seed) {
    Random random = new Random(seed);
    return new Seeded(seed, new RandomFormulas(random).expr(2 + random.nextInt(3)));
  }

  private Expr expr(int depth) {
    if (depth == 0 || random.nextInt(8) == 0) {
      return leaf();
    }
    return switch (random.nextInt(12)) {
      case 0, 1 -> Expr.sum(expr(depth - 1), expr(depth - 1));
      case 2 -> Expr.subtract(expr(depth - 1), expr(depth - 1));
      case 3, 4 -> Expr.product(expr(depth - 1), expr(depth - 1));
      case 5 -> quotient(expr(depth - 1), expr(depth - 1));
      case 6 -> power(expr(depth - 1), depth - 1);
      case 7, 8, 9 -> Expr.call(function(), expr(depth - 1));
      case 10 -> new Expr.Extremum(random.nextBoolean(), expr(depth - 1), expr(depth - 1));
      default -> choice(depth - 1);
    };
  }

  private Expr leaf() {
    int kind = random.nextInt(12);
    return kind == 0 ? Expr.Constant.PI : kind < 4 ? number() : variable();
  }

  private static Expr quotient(Expr x, Expr y) {
    return y.isZero() ? x : Expr.divide(x, y);
  }

  /** Mostly to small integers, at times to a fraction; to anything if the base is positive. */
  private Expr power(Expr base, int depth) {
    return switch (random.nextInt(6)) {
      case 0 -> base.isZero() ? base : Expr.power(base, number());
      case 1 -> Expr.power(positive(base), expr(depth));
      default -> base.isZero() ? base : Expr.power(base, random.nextInt(-3, 5));
    };
  }

  private Expr positive(Expr x) {
    List<Function> functions = List.of(Function.EXP, Function.COSH, Function.SOFTPLUS);
    return random.nextBoolean()
        ? Expr.number(random.nextInt(1, 5))
        : Expr.call(functions.get(random.nextInt(3)), x);
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
