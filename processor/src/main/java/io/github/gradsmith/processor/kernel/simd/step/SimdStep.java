package io.github.gradsmith.processor.kernel.simd.step;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.kernel.code.SimdCalls;
import io.github.gradsmith.processor.kernel.simd.math.SimdFormulaCode;
import io.github.gradsmith.processor.kernel.simd.math.SimdStatements;
import io.github.gradsmith.processor.kernel.simd.math.SimdType;
import io.github.gradsmith.processor.kernel.step.StepFormulas;
import io.github.gradsmith.processor.optimizer.Assignment;
import io.github.gradsmith.processor.optimizer.UpdateRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** One step of a row of parameters in SIMD, by the rule of an optimizer. */
public final class SimdStep {
  private final UpdateRule rule;
  private final SimdType type;
  private final StepFormulas formulas;

  public SimdStep(UpdateRule rule, SimdType type) {
    this.rule = rule;
    this.type = type;
    this.formulas = new StepFormulas(rule, type.scalar());
  }

  /** Parameters, gradients and what the optimizer keeps, then numbers that are the same for all. */
  public MethodSpec method() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(SimdCalls.STEP_ROW)
            .addJavadoc("$L", formulas.rowJavadoc())
            .addModifiers(Modifier.STATIC);
    arrays().forEach(name -> method.addParameter(type.array(), name));
    formulas.passed().forEach(one -> method.addParameter(type.scalar().type(), one.inside()));
    return method
        .addStatement("int n = w.length")
        .addStatement("int i = 0")
        .beginControlFlow("$L", SimdType.wholeVectors())
        .addCode(vectors())
        .endControlFlow()
        .beginControlFlow("for (; i < n; i++)")
        .addCode(formulas.assignments())
        .endControlFlow()
        .build();
  }

  private List<String> arrays() {
    List<String> names = new ArrayList<>(List.of(UpdateRule.PARAMETER, UpdateRule.GRADIENT));
    rule.slots().forEach(slot -> names.add(slot.letter()));
    return names;
  }

  private CodeBlock vectors() {
    SimdStatements code = new SimdStatements(type);
    Map<String, CodeBlock> values = new HashMap<>();
    for (String array : arrays()) {
      values.put(array, code.vector(array + "s", "$L", type.load(array)));
    }
    for (StepFormulas.Passed passed : formulas.passed()) {
      values.put(
          passed.inside(),
          code.vector(passed.inside() + "s", "$L", type.broadcast(passed.inside())));
    }
    for (Assignment assignment : rule.assignments()) {
      Expr value = rule.folded(assignment);
      String target = assignment.target();
      CodeBlock vector = new SimdFormulaCode(code, values).value(value);
      values.put(
          target, code.vector("new" + Character.toUpperCase(target.charAt(0)), "$L", vector));
      if (!target.equals(UpdateRule.GRADIENT)) {
        code.store(values.get(target), target);
      }
    }
    return code.build();
  }
}
