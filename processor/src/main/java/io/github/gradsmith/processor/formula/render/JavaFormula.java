package io.github.gradsmith.processor.formula.render;

import com.palantir.javapoet.CodeBlock;
import io.github.gradsmith.processor.formula.expr.ConstantValue;
import io.github.gradsmith.processor.formula.expr.Expr;
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

  /**
   * The formula in one precision.
   *
   * @param variables the Java expression for each variable; a name, a call or an array element
   * @param taken names that the local variables must not have
   * @throws IllegalArgumentException if a variable is missing
   */
  public static JavaFormula of(
      Expr expr, Precision precision, Map<String, CodeBlock> variables, Set<String> taken) {
    Set<String> names = new TreeSet<>(taken);
    names.addAll(variables.keySet());
    NamedParts named = NamedParts.of(ConstantValue.fold(expr), names);
    Map<String, CodeBlock> known = new HashMap<>(variables);
    List<Local> locals = new ArrayList<>();
    for (NamedParts.Part part : named.parts()) {
      locals.add(new Local(part.name(), JavaRenderer.render(part.expr(), precision, known)));
      known.put(part.name(), CodeBlock.of("$L", part.name()));
    }
    CodeBlock value = JavaRenderer.render(named.value(), precision, known);
    return new JavaFormula(List.copyOf(locals), value);
  }
}
