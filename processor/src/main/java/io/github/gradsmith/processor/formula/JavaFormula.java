package io.github.gradsmith.processor.formula;

import com.palantir.javapoet.CodeBlock;
import io.github.gradsmith.processor.model.Precision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A formula as Java: local variables for the parts that cost something and occur more than once,
 * and the value in them.
 *
 * @param locals in the order in which they are to be declared
 * @param value the formula's value
 */
public record JavaFormula(List<Local> locals, CodeBlock value) {
  /** A local variable of the formula's precision. */
  public record Local(String name, CodeBlock value) {}

  /** Cheaper parts are written out again; the compiler finds them itself. */
  private static final long WORTH_A_NAME = 5;

  /**
   * The formula in one precision.
   *
   * @param variables the Java expression for each variable; a name, a call or an array element
   * @param taken names that the local variables must not have
   * @throws IllegalArgumentException if a variable is missing
   */
  public static JavaFormula of(
      Expr expr, Precision precision, Map<String, CodeBlock> variables, Set<String> taken) {
    Expr folded = ConstantValue.fold(expr);
    Writer writer = new Writer(precision, variables, taken);
    writer.count(folded);
    Expr value = writer.replace(folded);
    return new JavaFormula(List.copyOf(writer.locals), writer.render(value));
  }

  private static final class Writer {
    private final Precision precision;
    private final Map<String, CodeBlock> variables;
    private final Set<String> taken;
    private final Map<Expr, Integer> occurrences = new HashMap<>();
    private final Map<Expr, Expr> named = new HashMap<>();
    private final List<Local> locals = new ArrayList<>();

    Writer(Precision precision, Map<String, CodeBlock> variables, Set<String> taken) {
      this.precision = precision;
      this.variables = new HashMap<>(variables);
      this.taken = new TreeSet<>(taken);
    }

    /** Parts of a part that occurs again are not counted again. */
    void count(Expr expr) {
      if (occurrences.merge(expr, 1, Integer::sum) == 1) {
        expr.children().forEach(this::count);
        if (expr instanceof Expr.Power power && !isInverse(power)) {
          count(power.base());
        }
      }
    }

    private static boolean isInverse(Expr.Power power) {
      return power.exponent().equals(Expr.MINUS_ONE);
    }

    Expr replace(Expr expr) {
      if (named.containsKey(expr)) {
        return named.get(expr);
      }
      Expr inner = expr.withChildren(expr.children().stream().map(this::replace).toList());
      boolean again = occurrences.getOrDefault(expr, 0) > 1;
      if (!again || OperationCount.of(expr) < WORTH_A_NAME) {
        return inner;
      }
      String name = freeName(expr instanceof Expr.Call call ? call.function().text() : "part");
      locals.add(new Local(name, render(inner)));
      variables.put(name, CodeBlock.of("$L", name));
      named.put(expr, Expr.variable(name));
      return Expr.variable(name);
    }

    private String freeName(String wish) {
      String name = wish;
      for (int i = 2; variables.containsKey(name) || !taken.add(name); i++) {
        name = wish + i;
      }
      return name;
    }

    CodeBlock render(Expr expr) {
      return JavaRenderer.render(expr, precision, variables);
    }
  }
}
