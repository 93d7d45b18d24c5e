package io.github.gradsmith.processor.kernel.step;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.gradsmith.processor.kernel.backprop.GradientKernel;
import io.github.gradsmith.processor.kernel.backprop.MiniBatchRows;
import io.github.gradsmith.processor.kernel.code.ClassParts;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.code.IndexChecks;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.kernel.code.Overriding;
import io.github.gradsmith.processor.kernel.memory.PackKernel;
import io.github.gradsmith.processor.kernel.memory.WeightOrder;
import io.github.gradsmith.processor.optimizer.StateSlot;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/**
 * What a trainer with several threads asks of a network: its gradient as rows, and a step on some
 * of them, without copies in another order.
 */
public final class ParallelStep {
  private static final String METHOD = "parallelStep";
  private static final String PARAMETERS = "parameters";
  private static final String GRADIENT = "gradient";

  private final NetworkPlan plan;
  private final ElementType scalar;
  private final Names names;
  private final StepKernel steps;

  public ParallelStep(NetworkPlan plan, ElementType scalar) {
    this.plan = plan;
    this.scalar = scalar;
    this.names = new Names(plan);
    this.steps = StepKernel.of(plan, scalar);
  }

  /**
   * The interface by which a trainer finds it, if the network has it: not if the user's interface
   * has a method of that name; a trainer then copies, too.
   */
  public static Optional<TypeName> source(NetworkPlan plan) {
    return plan.sharesSteps() && !plan.model().inheritedNames().contains(METHOD)
        ? Optional.of(new ElementType(plan.model().precision()).stepSource())
        : Optional.empty();
  }

  public ClassParts fragments() {
    return source(plan).isPresent()
        ? new ClassParts(List.of(), List.of(), List.of(type()))
        : ClassParts.ofMethods(List.of());
  }

  /** The method that hands it out. */
  public List<MethodSpec> publicMethods() {
    return source(plan).isPresent()
        ? List.of(
            Overriding.method(METHOD)
                .returns(scalar.parallelStep())
                .addStatement("return new $L()", name())
                .build())
        : List.of();
  }

  private String name() {
    return names.type("ParallelStep");
  }

  private TypeSpec type() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name())
            .addJavadoc(
                "What a trainer with several threads works on: rows of weights, then biases.")
            .addModifiers(Modifier.PRIVATE, Modifier.FINAL)
            .addSuperinterface(scalar.parallelStep())
            .addField(rows(PARAMETERS, names::w, names::b))
            .addField(rows(GRADIENT, names::gw, names::gb));
    List<CodeBlock> row = new ArrayList<>();
    row.add(CodeBlock.of("$L[j]", PARAMETERS));
    row.add(CodeBlock.of("$L[j]", GRADIENT));
    for (StateSlot slot : plan.update().slots()) {
      type.addField(
          rows(
              slot.letter(),
              layer -> names.stateW(slot, layer),
              layer -> names.stateB(slot, layer)));
      row.add(CodeBlock.of("$L[j]", slot.letter()));
    }
    type.addMethod(gradient()).addMethod(getGradient()).addMethod(addGradient());
    if (plan.drops()) {
      type.addMethod(addGradientOfPart());
    }
    type.addMethod(addWeightedGradient());
    addUnlessEmpty(type, "begin", steps.countStep());
    type.addMethod(stepRows(row));
    addUnlessEmpty(
        type,
        "end",
        CodeBlock.builder().add(steps.clearPadding()).add(PackKernel.changed(plan)).build());
    return type.build();
  }

  /** A network that has nothing to do there inherits the method. */
  private static void addUnlessEmpty(TypeSpec.Builder type, String name, CodeBlock code) {
    if (!code.isEmpty()) {
      type.addMethod(Overriding.method(name).addCode(code).build());
    }
  }

  private FieldSpec rows(
      String name, Function<LayerPlan, String> weights, Function<LayerPlan, String> biases) {
    return FieldSpec.builder(scalar.matrix(), name, Modifier.PRIVATE, Modifier.FINAL)
        .initializer(
            "$T.rows(new $T[][][] {$L},$W$L)",
            ElementType.LAYER_ARRAYS,
            scalar.type(),
            joined(weights),
            joined(biases))
        .build();
  }

  private CodeBlock joined(Function<LayerPlan, String> name) {
    return plan.learning().stream()
        .map(layer -> CodeBlock.of("$L", name.apply(layer)))
        .collect(CodeBlock.joining(",$W"));
  }

  private MethodSpec gradient() {
    return Overriding.method("gradient")
        .returns(scalar.matrix())
        .addStatement("return $L", GRADIENT)
        .build();
  }

  private MethodSpec getGradient() {
    return Overriding.method("getGradient")
        .addParameter(scalar.array(), "destination")
        .addCode(new WeightOrder(names).copyOutGradient("destination"))
        .build();
  }

  private MethodSpec addGradient() {
    return addition()
        .addStatement(
            "return $L(inputs, targets, from, to$L)",
            plan.drops() ? "addGradient" : names.method(GradientKernel.ADDED),
            new MiniBatchRows(plan).argument("0"))
        .build();
  }

  private MethodSpec addGradientOfPart() {
    return addition()
        .addParameter(TypeName.INT, Names.ROW)
        .addStatement(
            "return $L(inputs, targets, from, to, row)", names.method(GradientKernel.ADDED))
        .build();
  }

  private MethodSpec.Builder addition() {
    return Overriding.method("addGradient")
        .returns(TypeName.DOUBLE)
        .addParameter(scalar.matrix(), "inputs")
        .addParameter(scalar.matrix(), "targets")
        .addParameter(TypeName.INT, "from")
        .addParameter(TypeName.INT, "to")
        .addCode(new IndexChecks(plan, scalar).ofBatch());
  }

  private MethodSpec addWeightedGradient() {
    return Overriding.method("addGradient")
        .returns(TypeName.DOUBLE)
        .addParameter(scalar.matrix(), "inputs")
        .addParameter(scalar.matrix(), "targets")
        .addParameter(scalar.array(), "weights")
        .addParameter(TypeName.DOUBLE, "total")
        .addParameter(TypeName.INT, "from")
        .addParameter(TypeName.INT, "to")
        .addParameter(TypeName.INT, Names.ROW)
        .addCode(new IndexChecks(plan, scalar).ofBatch())
        .addStatement(
            "return $L(inputs, targets, weights, total, from, to$L)",
            names.method(GradientKernel.ADDED_WEIGHTED),
            new MiniBatchRows(plan).argument(Names.ROW))
        .build();
  }

  private MethodSpec stepRows(List<CodeBlock> row) {
    return Overriding.method("stepRows")
        .addParameter(TypeName.INT, "from")
        .addParameter(TypeName.INT, "to")
        .addParameter(scalar.type(), "learningRate")
        .addCode(steps.scalars())
        .beginControlFlow("for (int j = from; j < to; j++)")
        .addStatement("$L", steps.stepRow(row))
        .endControlFlow()
        .build();
  }
}
