package io.github.gradsmith.processor.kernel.simd.math;

import com.palantir.javapoet.CodeBlock;
import io.github.gradsmith.processor.formula.expr.Comparison;
import io.github.gradsmith.processor.formula.expr.ConstantValue;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.Function;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A formula as statements over vectors: calls of methods in a chain, and a local variable for each
 * function and for what occurs more than once.
 */
public final class SimdFormulaCode {
  /** A larger power by multiplications would lose more than 4 ulp. */
  private static final int LARGEST_POWER = 8;

  /** More functions in one loop than these the compiler of the JVM might not take on. */
  private static final int MOST_FUNCTIONS = 6;

  /** Parts of fewer operations are written out again. */
  private static final int WORTH_A_NAME = 2;

  /** A vector, or a number that is the same in every place. */
  private record Operand(CodeBlock text, boolean isNumber) {}

  private final SimdStatements code;
  private final SimdType type;
  private final SimdFunctions functions;
  private final Map<Expr, Operand> known = new HashMap<>();
  private final Map<Expr, Integer> occurrences = new HashMap<>();

  /**
   * Formulas in these variables.
   *
   * @param variables names of vectors
   */
  public SimdFormulaCode(SimdStatements code, Map<String, CodeBlock> variables) {
    this.code = code;
    this.type = code.type();
    this.functions = new SimdFunctions(code);
    variables.forEach((name, vector) -> known.put(Expr.variable(name), new Operand(vector, false)));
  }

  /** Whether all of a formula can be written so. */
  public static boolean canWrite(Expr formula) {
    Set<Expr> calls = new HashSet<>();
    return canWrite(ConstantValue.fold(formula), calls) && calls.size() <= MOST_FUNCTIONS;
  }

  private static boolean canWrite(Expr expr, Set<Expr> calls) {
    if (expr instanceof Expr.Power power) {
      return exponent(power) != 0
          && Math.abs(exponent(power)) <= LARGEST_POWER
          && canWrite(power.base(), calls);
    }
    if (expr instanceof Expr.Call call && !isOperation(call.function())) {
      calls.add(call);
      return SimdFunctions.has(call.function()) && canWrite(call.argument(), calls);
    }
    return expr.children().stream().allMatch(child -> canWrite(child, calls));
  }

  private static boolean isOperation(Function function) {
    return function == Function.ABS || function == Function.SIGN || function == Function.SQRT;
  }

  /** The exponent if it is a whole number, or 0. */
  private static int exponent(Expr.Power power) {
    return power.exponent() instanceof Expr.Number number && number.value().isInteger()
        ? (int) Math.max(-1000, Math.min(1000, number.value().toDouble()))
        : 0;
  }

  /** Writes the statements that a formula needs, and gives its value, a vector. */
  public CodeBlock value(Expr formula) {
    Expr folded = ConstantValue.fold(formula);
    count(folded);
    return vector(folded);
  }

  private void count(Expr expr) {
    if (occurrences.merge(expr, 1, Integer::sum) == 1) {
      expr.children().forEach(this::count);
    }
  }

  private CodeBlock vector(Expr expr) {
    Operand operand = operand(expr);
    return operand.isNumber() ? type.broadcast(operand.text()) : operand.text();
  }

  private Operand operand(Expr expr) {
    Operand operand = known.get(expr);
    if (operand == null) {
      operand = named(expr, written(expr));
      known.put(expr, operand);
    }
    return operand;
  }

  private Operand named(Expr expr, Operand operand) {
    boolean again = occurrences.getOrDefault(expr, 0) > 1 && operations(expr) > WORTH_A_NAME;
    return again && !operand.isNumber()
        ? new Operand(name(operand.text(), "part"), false)
        : operand;
  }

  private static int operations(Expr expr) {
    return expr.children().stream().mapToInt(SimdFormulaCode::operations).sum()
        + Math.max(0, expr.children().size() - 1)
        + (expr instanceof Expr.Call || expr instanceof Expr.Power ? 1 : 0);
  }

  private Operand written(Expr expr) {
    if (expr instanceof Expr.Number number) {
      return new Operand(type.literal(number.value().toDouble()), true);
    }
    if (expr instanceof Expr.Constant constant) {
      return new Operand(type.literal(constant.value()), true);
    }
    return new Operand(text(expr), false);
  }

  private CodeBlock text(Expr expr) {
    if (expr instanceof Expr.Sum sum) {
      return sum(sum.terms());
    }
    if (expr instanceof Expr.Product product) {
      return product(product.factors());
    }
    if (expr instanceof Expr.Power power) {
      return exponent(power) < 0 ? product(List.of(power)) : power(power.base(), exponent(power));
    }
    if (expr instanceof Expr.Call call) {
      return call(call);
    }
    if (expr instanceof Expr.Extremum extremum) {
      return extremum(extremum.largest(), extremum.left(), extremum.right());
    }
    if (expr instanceof Expr.Choice choice) {
      return choice(choice);
    }
    throw new IllegalArgumentException("no vector for " + expr);
  }

  /** A number in front changes places with what is added to it. */
  private CodeBlock sum(List<Expr> terms) {
    List<Expr> order = new ArrayList<>(terms);
    if (operand(order.get(0)).isNumber() && !isNegative(order.get(1))) {
      Collections.swap(order, 0, 1);
    }
    CodeBlock sum = vector(order.get(0));
    for (Expr term : order.subList(1, order.size())) {
      boolean minus = isNegative(term);
      CodeBlock next = operand(minus ? Expr.negate(term) : term).text();
      sum = CodeBlock.of("$L$Z.$L($L)", sum, minus ? "sub" : "add", next);
    }
    return sum;
  }

  private static boolean isNegative(Expr term) {
    Expr first = term instanceof Expr.Product product ? product.factors().get(0) : term;
    return first instanceof Expr.Number number && number.value().signum() < 0;
  }

  private CodeBlock product(List<Expr> factors) {
    List<Expr> above = new ArrayList<>();
    List<Expr> below = new ArrayList<>();
    for (Expr factor : factors) {
      if (factor instanceof Expr.Power power && exponent(power) < 0) {
        below.add(Expr.power(power.base(), -exponent(power)));
      } else {
        above.add(factor);
      }
    }
    CodeBlock numerator = factors(above);
    if (below.isEmpty()) {
      return numerator;
    }
    Operand single = below.size() == 1 ? operand(below.get(0)) : null;
    return CodeBlock.of("$L$Z.div($L)", numerator, single == null ? factors(below) : single.text());
  }

  /** A number in front changes places with a vector; −1 changes the sign. */
  private CodeBlock factors(List<Expr> factors) {
    List<Expr> vectors = new ArrayList<>(factors);
    boolean hasNumber = vectors.size() > 1 && operand(vectors.get(0)).isNumber();
    Expr number = hasNumber ? vectors.remove(0) : Expr.ONE;
    CodeBlock product = vector(vectors.isEmpty() ? Expr.ONE : vectors.get(0));
    if (number.equals(Expr.MINUS_ONE)) {
      product = CodeBlock.of("$L.neg()", product);
    } else if (hasNumber) {
      product = CodeBlock.of("$L$Z.mul($L)", product, operand(number).text());
    }
    for (int i = 1; i < vectors.size(); i++) {
      product = CodeBlock.of("$L$Z.mul($L)", product, operand(vectors.get(i)).text());
    }
    return product;
  }

  /** By squaring. */
  private CodeBlock power(Expr base, int exponent) {
    CodeBlock square = name(vector(base), "base");
    CodeBlock result = null;
    for (int rest = exponent; ; rest /= 2) {
      if (rest % 2 == 1) {
        result = result == null ? square : CodeBlock.of("$L.mul($L)", result, square);
      }
      if (rest == 1) {
        return result;
      }
      CodeBlock product = CodeBlock.of("$L.mul($L)", square, square);
      square = rest > 3 ? name(product, "square") : product;
    }
  }

  /** The name of a vector, which is declared if it has none. */
  private CodeBlock name(CodeBlock vector, String wish) {
    boolean isName = vector.toString().chars().allMatch(Character::isJavaIdentifierPart);
    return isName ? vector : code.vector(wish, "$L", vector);
  }

  private CodeBlock call(Expr.Call call) {
    CodeBlock argument = vector(call.argument());
    return switch (call.function()) {
      case ABS -> CodeBlock.of("$L.abs()", argument);
      case SQRT -> CodeBlock.of("$L.sqrt()", argument);
      case SIGN -> sign(name(argument, "x"));
      default -> functions.call(call.function(), name(argument, "x"));
    };
  }

  /** Of 0 and NaN itself. */
  private CodeBlock sign(CodeBlock x) {
    return CodeBlock.of(
        "$1L.blend($2L, $1L.compare($3T.GT, $4L))$Z.blend(-$2L, $1L.compare($3T.LT, $4L))",
        x,
        type.literal(1),
        SimdType.OPERATORS,
        type.literal(0));
  }

  /** Either is symmetric; NaN if one side is. */
  private CodeBlock extremum(boolean largest, Expr left, Expr right) {
    boolean turned = operand(left).isNumber();
    CodeBlock vector = vector(turned ? right : left);
    CodeBlock other = operand(turned ? left : right).text();
    return CodeBlock.of("$L.$L($L)", vector, largest ? "max" : "min", other);
  }

  /** Both values are computed. The larger of both sides is a maximum, which lets NaN through. */
  private CodeBlock choice(Expr.Choice c) {
    boolean takesLeft = c.then().equals(c.left()) && c.otherwise().equals(c.right());
    boolean takesRight = c.then().equals(c.right()) && c.otherwise().equals(c.left());
    if (takesLeft || takesRight) {
      boolean greater =
          c.comparison() == Comparison.GREATER || c.comparison() == Comparison.GREATER_OR_EQUAL;
      return extremum(greater == takesLeft, c.left(), c.right());
    }
    CodeBlock otherwise = vector(c.otherwise());
    CodeBlock then = operand(c.then()).text();
    return CodeBlock.of(
        "$L$Z.blend($L, $L.compare($T.$L, $L))",
        otherwise,
        then,
        vector(c.left()),
        SimdType.OPERATORS,
        operator(c.comparison()),
        operand(c.right()).text());
  }

  private static String operator(Comparison comparison) {
    return switch (comparison) {
      case GREATER -> "GT";
      case GREATER_OR_EQUAL -> "GE";
      case LESS -> "LT";
      case LESS_OR_EQUAL -> "LE";
    };
  }
}
