package io.github.gradsmith.processor.kernel.backprop;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.processor.kernel.code.DeltaTarget;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.code.LayerCode;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.kernel.code.SimdCalls;
import io.github.gradsmith.processor.kernel.elementwise.LossKernel;
import io.github.gradsmith.processor.kernel.elementwise.OutputDeltaKernel;
import io.github.gradsmith.processor.kernel.lowering.registry.Lowerings;
import io.github.gradsmith.processor.kernel.memory.PackKernel;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import io.github.gradsmith.processor.plan.backward.DeltaStep;
import io.github.gradsmith.processor.plan.shape.ForwardShape.InterleavedPanel;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/**
 * A tile of samples taken through one layer after the other: the samples share the loads of the
 * weights. Used with SIMD kernels, and for layers that outgrow the caches; the other plain loops go
 * sample by sample.
 */
public final class BatchPass {
  private static final String FORWARD = "forwardTile";
  private static final String TRAINING = "dropTile";

  private final NetworkPlan plan;
  private final ElementType scalar;
  private final Names names;
  private final SharedDeltas deltas;

  public BatchPass(NetworkPlan plan, ElementType scalar) {
    this.plan = plan;
    this.scalar = scalar;
    this.names = new Names(plan);
    this.deltas = new SharedDeltas(plan, scalar);
  }

  /** The methods that take a tile forward; another one while training, where units are dropped. */
  public List<MethodSpec> forward() {
    MethodSpec plain =
        forward(FORWARD, "Forward for up to TILE samples, layer by layer", LayerCode::forwardOfTile)
            .build();
    if (!plan.drops()) {
      return List.of(plain);
    }
    MethodSpec.Builder training =
        forward(TRAINING, "The same with units dropped", LayerCode::trainingOfTile);
    return List.of(plain, new MiniBatchRows(plan).parameter(training).build());
  }

  private MethodSpec.Builder forward(
      String name, String what, Function<LayerCode, CodeBlock> ofTile) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(names.method(name))
            .addJavadoc("$L.", what)
            .addModifiers(Modifier.PRIVATE)
            .addParameter(scalar.matrix(), "x")
            .addParameter(TypeName.INT, "from")
            .addParameter(TypeName.INT, "count");
    if (plan.packs()) {
      method.addStatement("$L()", names.method(PackKernel.NAME));
    }
    for (LayerPlan layer : plan.layers()) {
      LayerCode code = code(layer);
      method.addCode(either(layer, code.forwardOfTileInSimd(), ofTile.apply(code)));
    }
    return method;
  }

  private LayerCode code(LayerPlan layer) {
    return Lowerings.code(layer, names, scalar);
  }

  /** The SIMD kernel of {@code layer}, if it has one and it runs; or else the plain loops. */
  private CodeBlock either(LayerPlan layer, CodeBlock vector, CodeBlock plain) {
    if (!layer.isVectorized()) {
      return plain;
    }
    return plan.hasBlocks()
        ? CodeBlock.builder()
            .beginControlFlow("if ($L)", SimdCalls.VECTOR)
            .add(vector)
            .nextControlFlow("else")
            .add(plain)
            .endControlFlow()
            .build()
        : vector;
  }

  /** The method that takes a tile forward and back. */
  MethodSpec backpropagate() {
    LossKernel loss = new LossKernel(plan, scalar);
    OutputDeltaKernel output = new OutputDeltaKernel(plan, scalar);
    MiniBatchRows rows = new MiniBatchRows(plan);
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(names.method("backpropagateLayers"))
            .addJavadoc("The same layer by layer.")
            .addModifiers(Modifier.PRIVATE)
            .returns(TypeName.DOUBLE)
            .addParameter(scalar.matrix(), "x")
            .addParameter(scalar.matrix(), "t")
            .addParameter(TypeName.INT, "from")
            .addParameter(TypeName.INT, "count");
    rows.parameter(method)
        .addStatement(
            "$L(x, from, count$L)",
            names.method(plan.drops() ? TRAINING : FORWARD),
            rows.argument(Names.ROW))
        .addStatement("double loss = 0")
        .beginControlFlow("for (int s = 0; s < count; s++)")
        .addStatement("loss += $L($L)", names.loss(), loss.arguments("s", "t[from + s]"))
        .addStatement("$L($L)", names.delta(plan.last()), output.arguments("s", "t[from + s]"))
        .endControlFlow();
    plan.backward().forEach(step -> method.addCode(deltas(step)));
    return method.addStatement("return loss").build();
  }

  private CodeBlock deltas(DeltaStep step) {
    if (!step.isThroughReader()) {
      return deltas.overTile(step);
    }
    DeltaTarget to = DeltaTarget.of(step, plan);
    LayerCode code = code(to.reader());
    return either(to.reader(), code.deltaOfTileInSimd(to), code.deltaOfTile(to));
  }

  /** Statements that return from the method of a tile, backpropagated layer by layer. */
  CodeBlock backpropagateInstead() {
    return plan.goesByLayer()
        ? CodeBlock.builder()
            .beginControlFlow("if ($L)", condition("to - from"))
            .addStatement(
                "return $L(x, t, from, to - from$L)",
                names.method("backpropagateLayers"),
                new MiniBatchRows(plan).argument(Names.ROW))
            .endControlFlow()
            .build()
        : CodeBlock.of("");
  }

  /** Statements that return from the method of a batch, taken forward tile by tile. */
  public CodeBlock forwardInstead() {
    return tiles(
        List.of(
            CodeBlock.of(
                "$T.arraycopy($L, 0, outputs[start + s], 0, $L)",
                System.class,
                names.aRow(plan.last(), "s"),
                plan.last().outputs())),
        CodeBlock.of("return"));
  }

  /**
   * The same for a method that adds up the losses of a batch in {@code sum}.
   *
   * @param factor what stands before the loss of row {@code start + s}
   * @param result what the method returns in the end
   */
  public CodeBlock lossInstead(LossKernel loss, String factor, String result) {
    return tiles(
        List.of(
            CodeBlock.of(
                "sum += $L$L($L)",
                factor,
                names.loss(),
                loss.arguments("s", "targets[start + s]"))),
        CodeBlock.of("return $L", result));
  }

  private CodeBlock tiles(List<CodeBlock> ofSample, CodeBlock end) {
    if (!plan.goesByLayer()) {
      return CodeBlock.of("");
    }
    CodeBlock.Builder code =
        CodeBlock.builder()
            .beginControlFlow("if ($L)", condition("to - from"))
            .beginControlFlow("for (int start = from; start < to; start += TILE)")
            .addStatement("int count = $T.min(TILE, to - start)", Math.class)
            .addStatement("$L(inputs, start, count)", names.method(FORWARD))
            .beginControlFlow("for (int s = 0; s < count; s++)");
    ofSample.forEach(code::addStatement);
    return code.endControlFlow().endControlFlow().addStatement(end).endControlFlow().build();
  }

  /** When so many samples go layer by layer. */
  private String condition(String samples) {
    String many = samples + " >= " + InterleavedPanel.WORTH_PACKING;
    if (!plan.hasBlocks()) {
      return SimdCalls.VECTOR;
    }
    return plan.vectorized() ? SimdCalls.VECTOR + " || " + many : many;
  }
}
