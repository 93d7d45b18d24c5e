package io.github.gradsmith.processor.kernel.step;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.github.gradsmith.processor.formula.expr.Rational;
import io.github.gradsmith.processor.formula.render.JavaRenderer;
import io.github.gradsmith.processor.kernel.backprop.GradientKernel;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.kernel.code.SimdCalls;
import io.github.gradsmith.processor.kernel.lowering.registry.Lowerings;
import io.github.gradsmith.processor.kernel.memory.PackKernel;
import io.github.gradsmith.processor.optimizer.StateSlot;
import io.github.gradsmith.processor.optimizer.UpdateRule;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Any other rule: the mean gradient is computed first, then one step is made from it. */
final class OptimizerKernel implements StepKernel {
  private final NetworkPlan plan;
  private final ElementType scalar;
  private final Names names;
  private final GradientKernel gradient;
  private final UpdateRule rule;
  private final StepFormulas formulas;

  OptimizerKernel(NetworkPlan plan, ElementType scalar) {
    this.plan = plan;
    this.scalar = scalar;
    this.names = new Names(plan);
    this.gradient = new GradientKernel(plan, scalar);
    this.rule = plan.update();
    this.formulas = new StepFormulas(rule, scalar);
  }

  @Override
  public CodeBlock trainSample() {
    CodeBlock one = JavaRenderer.literal(1, scalar.precision());
    return CodeBlock.builder()
        .addStatement("$T loss = $L", scalar.type(), gradient.ofSample())
        .add(
            StepKernel.eachLayer(
                plan,
                layer ->
                    CodeBlock.of(
                        "$T.clear($L, $L)",
                        ElementType.LAYER_ARRAYS,
                        names.gw(layer),
                        names.gb(layer))))
        .add(
            StepKernel.eachLayer(
                plan,
                layer ->
                    CodeBlock.of(
                        "$L($L, $L, $L, $L[0], $L)",
                        Lowerings.code(layer, names, scalar).accumulateOne(),
                        names.gw(layer),
                        names.biasTarget(layer, true),
                        names.inputRow(layer, "input", "0"),
                        names.d(layer),
                        one)))
        .add(step())
        .add(PackKernel.changed(plan))
        .addStatement("return loss")
        .build();
  }

  @Override
  public CodeBlock trainBatch() {
    return CodeBlock.builder()
        .addStatement(
            "double loss = $L(inputs, targets, from, to$L)",
            names.method("meanGradient"),
            gradient.firstRow())
        .add(step())
        .add(PackKernel.changed(plan))
        .addStatement("return $L", scalar.fromDouble("loss / (to - from)"))
        .build();
  }

  @Override
  public CodeBlock step() {
    return CodeBlock.builder().addStatement("$L(learningRate)", names.method("step")).build();
  }

  @Override
  public CodeBlock countStep() {
    return StepKernel.countStep(plan);
  }

  @Override
  public CodeBlock scalars() {
    return formulas.scalars();
  }

  @Override
  public CodeBlock stepRow(List<CodeBlock> row) {
    List<CodeBlock> arguments = new ArrayList<>(row);
    formulas.passed().forEach(name -> arguments.add(CodeBlock.of("$L", name.outside())));
    return CodeBlock.of("$L($L)", names.method("stepRow"), CodeBlock.join(arguments, ",$W"));
  }

  @Override
  public CodeBlock clearPadding() {
    return plan.learning().stream().map(this::clearPadding).collect(CodeBlock.joining(""));
  }

  @Override
  public CodeBlock reset() {
    if (!plan.keepsState()) {
      return CodeBlock.of("// The step depends on the gradient and the parameters alone.\n");
    }
    CodeBlock.Builder code = CodeBlock.builder();
    for (LayerPlan layer : plan.learning()) {
      for (StateSlot slot : rule.slots()) {
        code.addStatement(
            "$T.clear($L, $L)",
            ElementType.LAYER_ARRAYS,
            names.stateW(slot, layer),
            names.stateB(slot, layer));
      }
    }
    if (plan.countsSteps()) {
      code.addStatement("$L[0] = 0", Names.STEPS);
    }
    return code.build();
  }

  @Override
  public List<MethodSpec> privateMethods() {
    return List.of(stepOfAll(), stepOfLayer(), stepOfRow());
  }

  /** Scalars are computed in double, whatever the network's precision. */
  private MethodSpec stepOfAll() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(names.method("step"))
            .addJavadoc("$L", formulas.stepJavadoc())
            .addModifiers(Modifier.PRIVATE)
            .addParameter(scalar.type(), "learningRate")
            .addCode(countStep())
            .addCode(scalars());
    for (LayerPlan layer : plan.learning()) {
      List<CodeBlock> arguments = new ArrayList<>();
      arguments.add(CodeBlock.of("$L,$W$L", names.w(layer), names.b(layer)));
      arguments.add(CodeBlock.of("$L,$W$L", names.gw(layer), names.gb(layer)));
      for (StateSlot slot : rule.slots()) {
        arguments.add(
            CodeBlock.of("$L,$W$L", names.stateW(slot, layer), names.stateB(slot, layer)));
      }
      formulas.passed().forEach(name -> arguments.add(CodeBlock.of("$L", name.outside())));
      method.addStatement("$L($L)", names.method("stepLayer"), CodeBlock.join(arguments, ",$W"));
    }
    return method.addCode(clearPadding()).build();
  }

  /** Without ε the zeros that fill up a panel would become 0 / 0, and spoil the deltas. */
  private CodeBlock clearPadding(LayerPlan layer) {
    Rational epsilon = rule.hyperParameters().get("ε");
    if (!layer.hasPanels() || epsilon == null || epsilon.signum() != 0) {
      return CodeBlock.of("");
    }
    return CodeBlock.builder()
        .beginControlFlow("if ($L)", SimdCalls.VECTOR)
        .addStatement(
            "$T.clearPadding($L, $L, $L)",
            ElementType.PANEL_ARRAYS,
            names.w(layer),
            layer.outputs(),
            layer.inputs())
        .endControlFlow()
        .build();
  }

  private MethodSpec stepOfLayer() {
    List<String> rows = new ArrayList<>(List.of("w[j]", "gw[j]"));
    List<String> biases = new ArrayList<>(List.of("b", "gb"));
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(names.method("stepLayer"))
            .addJavadoc("One step of a layer: of each row of weights, and of the biases.")
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .addParameter(scalar.matrix(), "w")
            .addParameter(scalar.array(), "b")
            .addParameter(scalar.matrix(), "gw")
            .addParameter(scalar.array(), "gb");
    for (StateSlot slot : rule.slots()) {
      method.addParameter(scalar.matrix(), slot.letter() + "w");
      method.addParameter(scalar.array(), slot.letter() + "b");
      rows.add(slot.letter() + "w[j]");
      biases.add(slot.letter() + "b");
    }
    for (StepFormulas.Passed passed : formulas.passed()) {
      method.addParameter(scalar.type(), passed.inside());
      rows.add(passed.inside());
      biases.add(passed.inside());
    }
    String row = names.method("stepRow");
    return method
        .beginControlFlow("for (int j = 0; j < w.length; j++)")
        .addStatement("$L($L)", row, String.join(", ", rows))
        .endControlFlow()
        .addStatement("$L($L)", row, String.join(", ", biases))
        .build();
  }

  /** Arrays of their own, indexed alike from 0: a loop that the compiler turns into SIMD. */
  private MethodSpec stepOfRow() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(names.method("stepRow"))
            .addJavadoc("$L", formulas.rowJavadoc())
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .addParameter(scalar.array(), UpdateRule.PARAMETER)
            .addParameter(scalar.array(), UpdateRule.GRADIENT);
    rule.slots().forEach(slot -> method.addParameter(scalar.array(), slot.letter()));
    formulas.passed().forEach(passed -> method.addParameter(scalar.type(), passed.inside()));
    List<String> arguments = new ArrayList<>(List.of(UpdateRule.PARAMETER, UpdateRule.GRADIENT));
    rule.slots().forEach(slot -> arguments.add(slot.letter()));
    formulas.passed().forEach(passed -> arguments.add(passed.inside()));
    return method
        .addCode(SimdCalls.stepRow(plan, names, String.join(", ", arguments)))
        .beginControlFlow("for (int i = 0; i < w.length; i++)")
        .addCode(formulas.assignments())
        .endControlFlow()
        .build();
  }
}
