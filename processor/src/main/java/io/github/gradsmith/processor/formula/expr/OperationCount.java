package io.github.gradsmith.processor.formula.expr;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an expression costs to evaluate, in additions. A part that occurs twice is counted once, for
 * the generated code keeps it in a local variable; what has no variables is a literal and free.
 */
public final class OperationCount {
  /** A division waits about as long as five additions on the machines of today. */
  private static final int DIVISION = 5;

  /** A call of pow, which the language's exactness makes slow. */
  private static final int POWER = 60;

  private final Set<Expr> counted = new HashSet<>();
  private final Map<Expr, Boolean> varying = new IdentityHashMap<>();
  private final ExprCases<Long> own = new Own();

  private OperationCount() {}

  public static long of(Expr expr) {
    return new OperationCount().count(expr);
  }

  private long count(Expr expr) {
    if (expr.children().isEmpty() || !hasVariables(expr) || !counted.add(expr)) {
      return 0;
    }
    return expr.children().stream().mapToLong(this::count).sum() + expr.fold(own);
  }

  private boolean hasVariables(Expr expr) {
    Boolean known = varying.get(expr);
    if (known == null) {
      known =
          expr instanceof Expr.Variable || expr.children().stream().anyMatch(this::hasVariables);
      varying.put(expr, known);
    }
    return known;
  }

  /** One operation less than there are parts; all numbers together are one part. */
  private long joined(List<Expr> parts) {
    long varying = parts.stream().filter(this::hasVariables).count();
    return varying - (varying == parts.size() ? 1 : 0);
  }

  /** In terms of the exponentials, logarithms and divisions that a function is computed by. */
  private static int call(Function function) {
    return switch (function) {
      case ABS, SIGN -> 1;
      case SQRT -> 6;
      case EXP, EXPM1, LOG, LOG1P -> 20;
      case SIN, COS, ATAN -> 30;
      case SIGMOID, TANH -> 25;
      case SINH, COSH -> 28;
      case SOFTPLUS, ERF -> 40;
    };
  }

  /** The operations of the expression itself, without those of its parts. */
  private final class Own implements ExprCases<Long> {
    @Override
    public Long number(Expr.Number number) {
      return 1L;
    }

    @Override
    public Long constant(Expr.Constant constant) {
      return 1L;
    }

    @Override
    public Long variable(Expr.Variable variable) {
      return 1L;
    }

    @Override
    public Long sum(Expr.Sum sum) {
      return joined(sum.terms());
    }

    @Override
    public Long product(Expr.Product product) {
      List<Expr> factors = product.factors();
      boolean minus = factors.get(0).equals(Expr.MINUS_ONE);
      return joined(minus ? factors.subList(1, factors.size()) : factors);
    }

    @Override
    public Long power(Expr.Power power) {
      int exponent = IntegerPowers.integer(power.exponent()).orElse(0);
      return exponent > 0 ? exponent - 1L : exponent < 0 ? DIVISION - exponent - 2L : (long) POWER;
    }

    @Override
    public Long call(Expr.Call call) {
      return (long) OperationCount.call(call.function());
    }

    @Override
    public Long extremum(Expr.Extremum extremum) {
      return 1L;
    }

    @Override
    public Long choice(Expr.Choice choice) {
      return 1L;
    }
  }
}
