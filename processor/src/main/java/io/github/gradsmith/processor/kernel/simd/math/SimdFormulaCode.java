package io.github.gradsmith.processor.kernel.simd.math;

import com.palantir.javapoet.CodeBlock;
import io.github.gradsmith.processor.formula.expr.Comparison;
import io.github.gradsmith.processor.formula.expr.ConstantValue;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.ExprCases;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A formula as statements over vectors: calls of methods in a chain, and a local variable for each
 * function and for what occurs more than once.
 */
public final class SimdFormulaCode {
  /** Parts of fewer operations are written out again. */
  private static final int WORTH_A_NAME = 2;

  /** A vector, or a number that is the same in every place. */
  private record Operand(CodeBlock text, boolean isNumber) {}

  private final SimdStatements code;
  private final SimdType type;
  private final SimdFunctions functions;
  private final Written written = new Written();
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
    return WritableFormula.is(ConstantValue.fold(formula));
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
      operand = named(expr, expr.fold(written));
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
      if (factor instanceof Expr.Power power && WritableFormula.exponent(power) < 0) {
        below.add(Expr.power(power.base(), -WritableFormula.exponent(power)));
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

  /** What is not known yet, written out. */
  private final class Written implements ExprCases<Operand> {
    @Override
    public Operand number(Expr.Number number) {
      return new Operand(type.literal(number.value().toDouble()), true);
    }

    @Override
    public Operand constant(Expr.Constant constant) {
      return new Operand(type.literal(constant.value()), true);
    }

    @Override
    public Operand variable(Expr.Variable variable) {
      throw new IllegalArgumentException("no vector for " + variable);
    }

    @Override
    public Operand sum(Expr.Sum sum) {
      return vector(SimdFormulaCode.this.sum(sum.terms()));
    }

    @Override
    public Operand product(Expr.Product product) {
      return vector(SimdFormulaCode.this.product(product.factors()));
    }

    @Override
    public Operand power(Expr.Power power) {
      int exponent = WritableFormula.exponent(power);
      return vector(
          exponent < 0
              ? SimdFormulaCode.this.product(List.of(power))
              : SimdFormulaCode.this.power(power.base(), exponent));
    }

    @Override
    public Operand call(Expr.Call call) {
      return vector(SimdFormulaCode.this.call(call));
    }

    @Override
    public Operand extremum(Expr.Extremum extremum) {
      return vector(
          SimdFormulaCode.this.extremum(extremum.largest(), extremum.left(), extremum.right()));
    }

    @Override
    public Operand choice(Expr.Choice choice) {
      return vector(SimdFormulaCode.this.choice(choice));
    }

    private Operand vector(CodeBlock text) {
      return new Operand(text, false);
    }
  }
}
