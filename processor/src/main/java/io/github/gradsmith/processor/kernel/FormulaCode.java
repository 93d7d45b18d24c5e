package io.github.gradsmith.processor.kernel;

import com.palantir.javapoet.CodeBlock;
import io.github.gradsmith.processor.formula.Expr;
import io.github.gradsmith.processor.formula.JavaFormula;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The statements that compute a formula in the z, a and t of one neuron. What several places need,
 * they compute once, in local variables.
 */
final class FormulaCode {
  private static final Set<String> TAKEN = Set.of("a", "t", "z", "u", "d", "s", "j", "sum", "max");

  private final Expr formula;
  private final Scalar scalar;
  private final FiniteArgument finite;

  FormulaCode(Expr formula, Scalar scalar) {
    this.formula = MachineForm.of(formula);
    this.scalar = scalar;
    this.finite = FiniteArgument.of(this.formula);
  }

  /** Whether one expression is enough, so that neurons may be written out one by one. */
  boolean isOneExpression() {
    Map<String, CodeBlock> names = new HashMap<>();
    formula.variables().forEach(name -> names.put(name, CodeBlock.of("$L", name)));
    boolean noLocals = JavaFormula.of(formula, scalar.precision(), names, TAKEN).locals().isEmpty();
    return !finite.isNeeded() && noLocals;
  }

  /**
   * The statements for neuron {@code j}.
   *
   * @param target what is done with the value, such as {@code d[j] =}
   * @param others values of further variables, or of these in another form
   */
  CodeBlock at(String j, String target, Map<String, CodeBlock> others) {
    Map<String, CodeBlock> values = new HashMap<>(others);
    values.putIfAbsent("a", CodeBlock.of("a[$L]", j));
    values.putIfAbsent("t", CodeBlock.of("t[$L]", j));
    values.putIfAbsent("z", CodeBlock.of("z[$L]", j));
    CodeBlock.Builder code = CodeBlock.builder();
    if (finite.isNeeded()) {
      code.addStatement("$T u = $L", scalar.type(), finite.of(values.get("z"), scalar));
      values.put("z", CodeBlock.of("u"));
    }
    JavaFormula java = JavaFormula.of(formula, scalar.precision(), values, TAKEN);
    for (JavaFormula.Local local : java.locals()) {
      code.addStatement("$T $L = $L", scalar.type(), local.name(), local.value());
    }
    return code.addStatement("$L $L", target, java.value()).build();
  }
}
