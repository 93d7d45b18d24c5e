package io.github.gradsmith.processor.kernel.simd.elementwise;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.processor.activation.ActivationForms;
import io.github.gradsmith.processor.activation.ActivationFormula;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.machine.Arithmetic;
import io.github.gradsmith.processor.formula.machine.MachineForm;
import io.github.gradsmith.processor.formula.render.MathRenderer;
import io.github.gradsmith.processor.kernel.elementwise.DeltaFormulas;
import io.github.gradsmith.processor.kernel.elementwise.FiniteArgument;
import io.github.gradsmith.processor.kernel.elementwise.FormulaCode;
import io.github.gradsmith.processor.kernel.simd.math.SimdFormulaCode;
import io.github.gradsmith.processor.kernel.simd.math.SimdStatements;
import io.github.gradsmith.processor.kernel.simd.math.SimdType;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.Modifier;

/**
 * An activation of each neuron for itself and its slope, over the first n numbers of arrays: whole
 * vectors, then one by one. A formula with a function that has no vector form is computed one by
 * one.
 */
final class SimdElementwise {
  private static final String ERROR = ActivationForms.ERROR;

  private final ActivationFormula activation;
  private final SimdType type;

  SimdElementwise(ActivationFormula activation, SimdType type) {
    this.activation = activation;
    this.type = type;
  }

  /** {@code static void name(float[] z, float[] a, int n)}: a = f(z); not the same array. */
  MethodSpec activation(String name) {
    String right =
        activation.symbol().isEmpty() || isIdentity()
            ? MathRenderer.render(activation.value())
            : activation.symbol() + "(z)";
    MachineForm formula = ActivationForms.value(activation, arithmetic()).form();
    MethodSpec.Builder method = method(name, "a = " + right, "z", "a");
    return isIdentity()
        ? method.addStatement("$T.arraycopy(z, 0, a, 0, n)", System.class).build()
        : method.addCode(loop(formula, "a")).build();
  }

  private boolean isIdentity() {
    return activation.value().equals(Expr.variable("z"));
  }

  /**
   * {@code static void name(float[] d, float[] a, int n)}: d = d f′, with {@code z} instead of
   * {@code a} if the slope is in z.
   */
  MethodSpec slope(String name) {
    Expr slope = activation.slope().expression();
    String text = MathRenderer.render(slope);
    String right = "d ⊙ " + (slope instanceof Expr.Sum ? "(" + text + ")" : text);
    MachineForm formula = ActivationForms.delta(activation, arithmetic()).form();
    return method(name, "d = " + right, "d", activation.slope().inOutput() ? "a" : "z")
        .addCode(loop(formula, "d"))
        .build();
  }

  private MethodSpec.Builder method(String name, String formula, String first, String second) {
    return MethodSpec.methodBuilder(name)
        .addJavadoc("$L.", DeltaFormulas.javadoc(formula))
        .addModifiers(Modifier.STATIC)
        .addParameter(type.array(), first)
        .addParameter(type.array(), second)
        .addParameter(TypeName.INT, "n");
  }

  private Arithmetic arithmetic() {
    return Arithmetic.of(type.scalar().precision());
  }

  private CodeBlock loop(MachineForm formula, String target) {
    boolean own = formula.arithmetic() == arithmetic();
    return own && SimdFormulaCode.canWrite(formula.expr())
        ? vectors(formula, target)
        : numbers("for (int i = 0; i < n; i++)", formula, target);
  }

  private CodeBlock vectors(MachineForm form, String target) {
    Expr formula = form.expr();
    SimdStatements code = new SimdStatements(type);
    Map<String, CodeBlock> variables = new HashMap<>();
    for (String variable : formula.variables()) {
      String array = variable.equals(ERROR) ? "d" : variable;
      variables.put(variable, code.vector(array + "s", "$L", type.load(array)));
    }
    FiniteArgument finite = FiniteArgument.of(formula);
    if (finite.isNeeded()) {
      variables.put("z", code.vector("u", "$L", finite.of(variables.get("z"), type)));
    }
    code.store(new SimdFormulaCode(code, variables).value(formula), target);
    return target.equals("a")
        ? overlapping(code.build(), form)
        : CodeBlock.builder()
            .addStatement("int i = 0")
            .beginControlFlow("$L", SimdType.wholeVectors())
            .add(code.build())
            .endControlFlow()
            .add(numbers("for (; i < n; i++)", form, target))
            .build();
  }

  /** What goes into another array may be computed twice where the last vector overlaps. */
  private CodeBlock overlapping(CodeBlock vectors, MachineForm formula) {
    return CodeBlock.builder()
        .beginControlFlow("if (n < $L)", SimdType.LANES)
        .add(numbers("for (int i = 0; i < n; i++)", formula, "a"))
        .addStatement("return")
        .endControlFlow()
        .beginControlFlow("for (int start = 0; start < n; start += $L)", SimdType.LANES)
        .addStatement("int i = $T.min(start, n - $L)", Math.class, SimdType.LANES)
        .add(vectors)
        .endControlFlow()
        .build();
  }

  private CodeBlock numbers(String loop, MachineForm formula, String target) {
    FormulaCode code = new FormulaCode(formula, type.scalar());
    return CodeBlock.builder()
        .beginControlFlow("$L", loop)
        .add(code.at("i", target + "[i] =", Map.of(ERROR, CodeBlock.of("d[i]"))))
        .endControlFlow()
        .build();
  }
}
