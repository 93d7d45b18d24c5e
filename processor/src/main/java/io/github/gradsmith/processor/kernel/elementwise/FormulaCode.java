package io.github.gradsmith.processor.kernel.elementwise;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.machine.Arithmetic;
import io.github.gradsmith.processor.formula.machine.MachineForm;
import io.github.gradsmith.processor.formula.render.JavaFormula;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.model.Precision;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The statements that compute a formula in the z, a and t of one neuron. What several places need,
 * they compute once, in local variables.
 */
public final class FormulaCode {
  private static final Set<String> TAKEN = Set.of("a", "t", "z", "u", "d", "s", "j", "sum", "max");

  private final Expr formula;
  private final Precision precision;
  private final ElementType scalar;
  private final FiniteArgument finite;

  /** Takes the stable form. */
  public FormulaCode(Expr formula, ElementType scalar) {
    this(MachineForm.stable(formula, Arithmetic.of(scalar.precision())), scalar);
  }

  /** Takes a form that has been chosen. */
  public FormulaCode(MachineForm form, ElementType scalar) {
    this.formula = form.expr();
    this.precision = form.arithmetic().precision();
    this.scalar = scalar;
    this.finite = FiniteArgument.of(this.formula);
  }

  /** Whether floats are computed with in double. */
  private boolean isWider() {
    return precision != scalar.precision();
  }

  /** Whether one expression is enough, so that neurons may be written out one by one. */
  public boolean isOneExpression() {
    Map<String, CodeBlock> names = new HashMap<>();
    formula.variables().forEach(name -> names.put(name, CodeBlock.of("$L", name)));
    boolean noLocals = JavaFormula.of(formula, precision, names, TAKEN).locals().isEmpty();
    return !finite.isNeeded() && !isWider() && noLocals;
  }

  /**
   * The statements for neuron {@code j}.
   *
   * @param target what is done with the value, such as {@code d[j] =}
   * @param others values of further variables, or of these in another form
   */
  public CodeBlock at(String j, String target, Map<String, CodeBlock> others) {
    Map<String, CodeBlock> values = new HashMap<>(others);
    values.putIfAbsent("a", CodeBlock.of("a[$L]", j));
    values.putIfAbsent("t", CodeBlock.of("t[$L]", j));
    values.putIfAbsent("z", CodeBlock.of("z[$L]", j));
    CodeBlock.Builder code = CodeBlock.builder();
    if (finite.isNeeded()) {
      code.addStatement("$T u = $L", scalar.type(), finite.of(values.get("z"), scalar));
      values.put("z", CodeBlock.of("u"));
    }
    if (isWider()) {
      widen(values, code);
    }
    JavaFormula java = JavaFormula.of(formula, precision, values, TAKEN);
    TypeName type = new ElementType(precision).type();
    for (JavaFormula.Local local : java.locals()) {
      code.addStatement("$T $L = $L", type, local.name(), local.value());
    }
    return isWider()
        ? code.addStatement("$L ($T) ($L)", target, scalar.type(), java.value()).build()
        : code.addStatement("$L $L", target, java.value()).build();
  }

  /** Gives each variable of the formula as a local variable in double. */
  private void widen(Map<String, CodeBlock> values, CodeBlock.Builder code) {
    for (String name : formula.variables()) {
      String wide = "wide" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
      code.addStatement("double $L = $L", wide, values.get(name));
      values.put(name, CodeBlock.of("$L", wide));
    }
  }
}
