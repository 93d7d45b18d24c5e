package io.github.gradsmith.processor.formula.render;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.github.gradsmith.internal.math.DoubleMath;
import io.github.gradsmith.internal.math.FloatMath;
import io.github.gradsmith.processor.formula.expr.ConstantValue;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.ExprCases;
import io.github.gradsmith.processor.formula.expr.IntegerPowers;
import io.github.gradsmith.processor.formula.expr.Rational;
import io.github.gradsmith.processor.formula.expr.Terms;
import io.github.gradsmith.processor.model.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes a formula as a Java expression in one precision. Squares and other small powers become
 * products, so variables should stand for something cheap: a local variable or an array element.
 */
public final class JavaRenderer {
  /** Larger powers call pow. */
  public static final int LARGEST_PRODUCT = 4;

  /** How tightly an expression holds together, loosest first. */
  private enum Binding {
    TERNARY,
    SUM,
    PRODUCT,
    UNARY,
    PRIMARY
  }

  private record Code(CodeBlock block, Binding binding) {
    CodeBlock atLeast(Binding required) {
      return binding.compareTo(required) >= 0 ? block : CodeBlock.of("($L)", block);
    }
  }

  private final Precision precision;
  private final Map<String, CodeBlock> variables;

  private JavaRenderer(Precision precision, Map<String, CodeBlock> variables) {
    this.precision = precision;
    this.variables = variables;
  }

  /**
   * The expression as it can stand alone, as an argument or on the right of an assignment.
   *
   * @param variables the Java expression for each variable; a name, a call or an array element
   * @throws IllegalArgumentException if a variable is missing
   */
  public static CodeBlock render(Expr expr, Precision precision, Map<String, CodeBlock> variables) {
    return new JavaRenderer(precision, variables).code(ConstantValue.fold(expr)).block();
  }

  /** A number as a literal of the precision: {@code 0.5f} or {@code 0.5}. */
  public static CodeBlock literal(double value, Precision precision) {
    return CodeBlock.of("$L", Literals.of(value, precision));
  }

  /** The class of elementary functions that have the same bits everywhere. */
  public static ClassName math(Precision precision) {
    return ClassName.get(precision == Precision.FLOAT ? FloatMath.class : DoubleMath.class);
  }

  private Code code(Expr expr) {
    return expr.fold(new Codes());
  }

  private Code number(Rational value) {
    CodeBlock block = literal(value.toDouble(), precision);
    return new Code(block, value.signum() < 0 ? Binding.UNARY : Binding.PRIMARY);
  }

  /** What Java itself defines exactly is called there, all else in the runtime. */
  private Code call(Expr.Call call) {
    return switch (call.function()) {
      case ABS -> java("abs", call.argument());
      case SIGN -> java("signum", call.argument());
      case SQRT -> {
        Code root = java("sqrt", call.argument());
        yield precision == Precision.FLOAT
            ? new Code(CodeBlock.of("(float) $L", root.block()), Binding.UNARY)
            : root;
      }
      default -> support(call.function().text(), call.argument());
    };
  }

  private Code java(String function, Expr... arguments) {
    List<CodeBlock> blocks = Stream.of(arguments).map(x -> code(x).block()).toList();
    CodeBlock block = CodeBlock.of("$T.$L($L)", Math.class, function, CodeBlock.join(blocks, ", "));
    return new Code(block, Binding.PRIMARY);
  }

  private Code support(String function, Expr argument) {
    CodeBlock block = CodeBlock.of("$T.$L($L)", math(precision), function, code(argument).block());
    return new Code(block, Binding.PRIMARY);
  }

  private Code sum(Expr.Sum sum) {
    CodeBlock.Builder block = CodeBlock.builder();
    for (int i = 0; i < sum.terms().size(); i++) {
      Expr term = sum.terms().get(i);
      boolean negative = Terms.isNegative(term);
      if (i == 0) {
        block.add(code(term).atLeast(Binding.PRODUCT));
      } else {
        Expr absolute = negative ? Expr.negate(term) : term;
        block.add(negative ? "$W- " : "$W+ ").add(code(absolute).atLeast(Binding.PRODUCT));
      }
    }
    return new Code(block.build(), Binding.SUM);
  }

  private Code product(List<Expr> factors) {
    if (factors.get(0).equals(Expr.MINUS_ONE)) {
      Code rest = code(Expr.product(factors.subList(1, factors.size())));
      boolean product = rest.binding() == Binding.PRODUCT;
      return new Code(
          CodeBlock.of("-$L", rest.atLeast(Binding.PRODUCT)),
          product ? Binding.PRODUCT : Binding.UNARY);
    }
    List<CodeBlock> above = new ArrayList<>();
    List<Code> below = new ArrayList<>();
    for (Expr factor : factors) {
      if (Terms.isReciprocal(factor)) {
        below.add(code(Terms.reciprocal(factor)));
      } else {
        above.add(code(factor).atLeast(Binding.PRODUCT));
      }
    }
    if (above.isEmpty()) {
      above.add(literal(1, precision));
    }
    CodeBlock numerator = CodeBlock.join(above, " * ");
    return new Code(below.isEmpty() ? numerator : quotient(numerator, below), Binding.PRODUCT);
  }

  private static CodeBlock quotient(CodeBlock numerator, List<Code> below) {
    if (below.size() == 1) {
      return CodeBlock.of("$L / $L", numerator, below.get(0).atLeast(Binding.UNARY));
    }
    List<CodeBlock> factors = below.stream().map(code -> code.atLeast(Binding.PRODUCT)).toList();
    return CodeBlock.of("$L / ($L)", numerator, CodeBlock.join(factors, " * "));
  }

  private Code power(Expr expr) {
    if (Terms.isReciprocal(expr)) {
      return product(List.of(expr));
    }
    Expr.Power power = (Expr.Power) expr;
    int exponent = IntegerPowers.integer(power.exponent()).orElse(0);
    if (exponent > 1 && exponent <= LARGEST_PRODUCT) {
      CodeBlock factor = code(power.base()).atLeast(Binding.UNARY);
      List<CodeBlock> factors = new ArrayList<>();
      for (int i = 0; i < exponent; i++) {
        factors.add(factor);
      }
      return new Code(CodeBlock.join(factors, " * "), Binding.PRODUCT);
    }
    CodeBlock call =
        CodeBlock.of(
            "$T.pow($L, $L)",
            math(precision),
            code(power.base()).block(),
            code(power.exponent()).block());
    return new Code(call, Binding.PRIMARY);
  }

  /** The larger of both sides as Math.max, which lets NaN through where a ternary would not. */
  private Code choice(Expr.Choice choice) {
    boolean takesLeft =
        choice.then().equals(choice.left()) && choice.otherwise().equals(choice.right());
    boolean takesRight =
        choice.then().equals(choice.right()) && choice.otherwise().equals(choice.left());
    CodeBlock left = code(choice.left()).atLeast(Binding.SUM);
    CodeBlock right = code(choice.right()).atLeast(Binding.SUM);
    if (takesLeft || takesRight) {
      String function = choice.comparison().isGreater() == takesLeft ? "max" : "min";
      return new Code(
          CodeBlock.of("$T.$L($L, $L)", Math.class, function, left, right), Binding.PRIMARY);
    }
    return new Code(
        CodeBlock.of(
            "$L $L $L$W? $L$W: $L",
            left,
            choice.comparison().symbol(),
            right,
            code(choice.then()).atLeast(Binding.SUM),
            code(choice.otherwise()).block()),
        Binding.TERNARY);
  }

  private final class Codes implements ExprCases<Code> {
    @Override
    public Code number(Expr.Number number) {
      return JavaRenderer.this.number(number.value());
    }

    @Override
    public Code constant(Expr.Constant constant) {
      return new Code(literal(constant.value(), precision), Binding.PRIMARY);
    }

    @Override
    public Code variable(Expr.Variable variable) {
      CodeBlock block = variables.get(variable.name());
      if (block == null) {
        throw new IllegalArgumentException("no Java expression for " + variable.name());
      }
      return new Code(block, Binding.PRIMARY);
    }

    @Override
    public Code sum(Expr.Sum sum) {
      return JavaRenderer.this.sum(sum);
    }

    @Override
    public Code product(Expr.Product product) {
      return JavaRenderer.this.product(product.factors());
    }

    @Override
    public Code power(Expr.Power power) {
      return JavaRenderer.this.power(power);
    }

    @Override
    public Code call(Expr.Call call) {
      return JavaRenderer.this.call(call);
    }

    @Override
    public Code extremum(Expr.Extremum extremum) {
      return java(extremum.text(), extremum.left(), extremum.right());
    }

    @Override
    public Code choice(Expr.Choice choice) {
      return JavaRenderer.this.choice(choice);
    }
  }
}
