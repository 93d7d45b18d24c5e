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

  private OperationCount() {}

  public static long of(Expr expr) {
    return new OperationCount().count(expr);
  }

  private long count(Expr expr) {
    if (expr.children().isEmpty() || !hasVariables(expr) || !counted.add(expr)) {
      return 0;
    }
    return expr.children().stream().mapToLong(this::count).sum() + own(expr);
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

  private long own(Expr expr) {
    if (expr instanceof Expr.Sum sum) {
      return joined(sum.terms());
    }
    if (expr instanceof Expr.Product product) {
      List<Expr> factors = product.factors();
      boolean minus = factors.get(0).equals(Expr.MINUS_ONE);
      return joined(minus ? factors.subList(1, factors.size()) : factors);
    }
    if (expr instanceof Expr.Power power) {
      int exponent = IntegerPowers.integer(power.exponent()).orElse(0);
      return exponent > 0 ? exponent - 1 : exponent < 0 ? DIVISION - exponent - 2 : POWER;
    }
    return expr instanceof Expr.Call call ? call(call.function()) : 1;
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
}
