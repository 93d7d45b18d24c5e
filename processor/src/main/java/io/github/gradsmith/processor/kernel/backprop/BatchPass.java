package io.github.gradsmith.processor.kernel.backprop;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.kernel.code.SimdCalls;
import io.github.gradsmith.processor.kernel.elementwise.LossKernel;
import io.github.gradsmith.processor.kernel.elementwise.OutputDeltaKernel;
import io.github.gradsmith.processor.kernel.memory.PackKernel;
import io.github.gradsmith.processor.plan.ForwardShape.InterleavedPanel;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import io.github.gradsmith.processor.plan.Schedule;
import java.util.Arrays;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * A tile of samples taken through one layer after the other: the samples share the loads of the
 * weights. Used with SIMD kernels, and for layers that outgrow the caches; the other plain loops go
 * sample by sample.
 */
public final class BatchPass {
  private final NetworkPlan plan;
  private final ElementType scalar;
  private final Names names;

  public BatchPass(NetworkPlan plan, ElementType scalar) {
    this.plan = plan;
    this.scalar = scalar;
    this.names = new Names(plan);
  }

  /** The method that takes a tile forward. */
  public MethodSpec forward() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(names.method("forwardTile"))
            .addJavadoc("Forward for up to TILE samples, layer by layer.")
            .addModifiers(Modifier.PRIVATE)
            .addParameter(scalar.matrix(), "x")
            .addParameter(TypeName.INT, "from")
            .addParameter(TypeName.INT, "count");
    if (plan.packs()) {
      method.addStatement("$L()", names.method(PackKernel.NAME));
    }
    plan.layers()
        .forEach(layer -> method.addCode(either(layer, vectorForward(layer), plainForward(layer))));
    return method.build();
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

  private CodeBlock vectorForward(LayerPlan layer) {
    boolean first = layer.number() == 2;
    return CodeBlock.builder()
        .addStatement(
            "$T.forward$L($L, $L, $L, $L, $L$L, $L, count)",
            names.simdClass(),
            layer.number(),
            names.w(layer),
            names.b(layer),
            first ? "x" : "a" + (layer.number() - 1),
            first ? "from" : "0",
            SimdCalls.scratch(layer, names),
            names.z(layer),
            names.a(layer))
        .build();
  }

  private CodeBlock plainForward(LayerPlan layer) {
    String input = names.inputRow(layer, "x[from + s]", "s");
    String z = names.zRow(layer, "s");
    String a = names.aRow(layer, "s");
    CodeBlock.Builder code = CodeBlock.builder();
    if (layer.sweepsColumns()) {
      return columnsForward(layer);
    }
    if (!(layer.schedule() instanceof Schedule.Blocked blocked)) {
      return code.beginControlFlow("for (int s = 0; s < count; s++)")
          .addStatement("$L($L, $L, $L)", names.forward(layer), input, z, a)
          .endControlFlow()
          .build();
    }
    int rows = blocked.sumRows();
    return code.beginControlFlow("for (int j = 0; j < $L; j += $L)", layer.outputs(), rows)
        .addStatement("int end = $T.min(j + $L, $L)", Math.class, rows, layer.outputs())
        .beginControlFlow("for (int s = 0; s < count; s++)")
        .addStatement("$L($L, $L, j, end)", names.sums(layer), input, z)
        .endControlFlow()
        .endControlFlow()
        .beginControlFlow("for (int s = 0; s < count; s++)")
        .addStatement("$L($L, $L)", names.activate(layer), z, a)
        .endControlFlow()
        .build();
  }

  /** All samples at once: two of them share the loads of four rows. */
  private CodeBlock columnsForward(LayerPlan layer) {
    boolean first = layer.number() == 2;
    String z = names.z(layer);
    return CodeBlock.builder()
        .beginControlFlow("for (int s = 0; s < count; s++)")
        .addStatement(
            "$T.arraycopy($L, 0, $L[s], 0, $L)", System.class, names.b(layer), z, layer.outputs())
        .endControlFlow()
        .addStatement(
            "$L($L, $L, $L, $L, count)",
            names.columnSums(layer.outputs()),
            names.w(layer),
            first ? "x" : "a" + (layer.number() - 1),
            first ? "from" : "0",
            z)
        .beginControlFlow("for (int s = 0; s < count; s++)")
        .addStatement(
            "$L($L, $L)", names.activate(layer), names.zRow(layer, "s"), names.aRow(layer, "s"))
        .endControlFlow()
        .build();
  }

  /** The method that takes a tile forward and back. */
  MethodSpec backpropagate() {
    LossKernel loss = new LossKernel(plan, scalar);
    OutputDeltaKernel output = new OutputDeltaKernel(plan, scalar);
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(names.method("backpropagateLayers"))
            .addJavadoc("The same layer by layer.")
            .addModifiers(Modifier.PRIVATE)
            .returns(TypeName.DOUBLE)
            .addParameter(scalar.matrix(), "x")
            .addParameter(scalar.matrix(), "t")
            .addParameter(TypeName.INT, "from")
            .addParameter(TypeName.INT, "count")
            .addStatement("$L(x, from, count)", names.method("forwardTile"))
            .addStatement("double loss = 0")
            .beginControlFlow("for (int s = 0; s < count; s++)")
            .addStatement("loss += $L($L)", names.loss(), loss.arguments("s", "t[from + s]"))
            .addStatement("$L($L)", names.delta(plan.last()), output.arguments("s", "t[from + s]"))
            .endControlFlow();
    for (int i = plan.layers().size() - 2; i >= 0; i--) {
      method.addCode(deltas(plan.layers().get(i)));
    }
    return method.addStatement("return loss").build();
  }

  private CodeBlock deltas(LayerPlan layer) {
    LayerPlan after = plan.after(layer);
    return either(after, vectorDeltas(layer, after), plainDeltas(layer, after));
  }

  private CodeBlock vectorDeltas(LayerPlan layer, LayerPlan after) {
    return CodeBlock.builder()
        .addStatement(
            "$T.delta$L($L, $L, $L$L$L, $L, count)",
            names.simdClass(),
            layer.number(),
            names.w(after),
            names.d(after),
            layer.keepsZ() ? names.z(layer) + ", " : "",
            SimdCalls.scratch(after, names),
            names.a(layer),
            names.d(layer))
        .build();
  }

  private CodeBlock plainDeltas(LayerPlan layer, LayerPlan after) {
    if (after.transposes()) {
      return transposedDeltas(layer, after);
    }
    return CodeBlock.builder()
        .beginControlFlow("for (int s = 0; s < count; s++)")
        .addStatement(
            "$L($L[s], $L$L, $L[s])",
            names.delta(layer),
            names.d(after),
            layer.keepsZ() ? names.zRow(layer, "s") + ", " : "",
            names.aRow(layer, "s"),
            names.d(layer))
        .endControlFlow()
        .build();
  }

  /** The sums of the way forward, over a copy of the weights with a row for each neuron. */
  private CodeBlock transposedDeltas(LayerPlan layer, LayerPlan after) {
    CodeBlock.Builder code =
        CodeBlock.builder()
            .addStatement(
                "$T.transpose($L, $L)",
                ElementType.INPUT_MAJOR_ARRAYS,
                names.w(after),
                names.p(after))
            .beginControlFlow("for (int s = 0; s < count; s++)")
            .addStatement("$T.fill($L[s], 0)", Arrays.class, names.d(layer))
            .endControlFlow()
            .addStatement(
                "$L($L, $L, 0, $L, count)",
                names.columnSums(layer.outputs()),
                names.p(after),
                names.d(after),
                names.d(layer));
    if (!BackwardKernel.isOne(layer)) {
      code.beginControlFlow("for (int s = 0; s < count; s++)")
          .addStatement(
              "$L($L$L, $L[s])",
              names.slope(layer),
              layer.keepsZ() ? names.zRow(layer, "s") + ", " : "",
              names.aRow(layer, "s"),
              names.d(layer))
          .endControlFlow();
    }
    return code.build();
  }

  /** Statements that return from the method of a tile, backpropagated layer by layer. */
  CodeBlock backpropagateInstead() {
    return plan.goesByLayer()
        ? CodeBlock.builder()
            .beginControlFlow("if ($L)", condition("to - from"))
            .addStatement("return $L(x, t, from, to - from)", names.method("backpropagateLayers"))
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

  /** The same for the method that adds up the losses of a batch in {@code sum}. */
  public CodeBlock lossInstead(LossKernel loss) {
    return tiles(
        List.of(
            CodeBlock.of("sum += $L($L)", names.loss(), loss.arguments("s", "targets[start + s]"))),
        CodeBlock.of("return $L", scalar.fromDouble("sum / (to - from)")));
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
            .addStatement("$L(inputs, start, count)", names.method("forwardTile"))
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
