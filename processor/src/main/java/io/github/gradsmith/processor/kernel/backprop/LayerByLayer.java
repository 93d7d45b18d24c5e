package io.github.gradsmith.processor.kernel.backprop;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.processor.kernel.code.Letters;
import io.github.gradsmith.processor.kernel.code.Scalar;
import io.github.gradsmith.processor.kernel.code.VectorCalls;
import io.github.gradsmith.processor.kernel.elementwise.LossKernel;
import io.github.gradsmith.processor.kernel.elementwise.OutputDeltaKernel;
import io.github.gradsmith.processor.kernel.memory.PackKernel;
import io.github.gradsmith.processor.plan.ForwardShape.DiagonalRows;
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
public final class LayerByLayer {
  private final NetworkPlan plan;
  private final Scalar scalar;
  private final Letters letters;

  public LayerByLayer(NetworkPlan plan, Scalar scalar) {
    this.plan = plan;
    this.scalar = scalar;
    this.letters = new Letters(plan);
  }

  /** The method that takes a tile forward. */
  public MethodSpec forward() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(letters.method("forwardTile"))
            .addJavadoc("Forward for up to TILE samples, layer by layer.")
            .addModifiers(Modifier.PRIVATE)
            .addParameter(scalar.matrix(), "x")
            .addParameter(TypeName.INT, "from")
            .addParameter(TypeName.INT, "count");
    if (plan.packs()) {
      method.addStatement("$L()", letters.method(PackKernel.NAME));
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
            .beginControlFlow("if ($L)", VectorCalls.VECTOR)
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
            letters.vectorClass(),
            layer.number(),
            letters.w(layer),
            letters.b(layer),
            first ? "x" : "a" + (layer.number() - 1),
            first ? "from" : "0",
            VectorCalls.scratch(layer, letters),
            letters.z(layer),
            letters.a(layer))
        .build();
  }

  private CodeBlock plainForward(LayerPlan layer) {
    String input = letters.inputRow(layer, "x[from + s]", "s");
    String z = letters.zRow(layer, "s");
    String a = letters.aRow(layer, "s");
    CodeBlock.Builder code = CodeBlock.builder();
    if (layer.sweepsColumns()) {
      return columnsForward(layer);
    }
    if (!(layer.schedule() instanceof Schedule.Blocked blocked)) {
      return code.beginControlFlow("for (int s = 0; s < count; s++)")
          .addStatement("$L($L, $L, $L)", letters.forward(layer), input, z, a)
          .endControlFlow()
          .build();
    }
    int rows = blocked.sumRows();
    return code.beginControlFlow("for (int j = 0; j < $L; j += $L)", layer.outputs(), rows)
        .addStatement("int end = $T.min(j + $L, $L)", Math.class, rows, layer.outputs())
        .beginControlFlow("for (int s = 0; s < count; s++)")
        .addStatement("$L($L, $L, j, end)", letters.sums(layer), input, z)
        .endControlFlow()
        .endControlFlow()
        .beginControlFlow("for (int s = 0; s < count; s++)")
        .addStatement("$L($L, $L)", letters.activate(layer), z, a)
        .endControlFlow()
        .build();
  }

  /** All samples at once: two of them share the loads of four rows. */
  private CodeBlock columnsForward(LayerPlan layer) {
    boolean first = layer.number() == 2;
    String z = letters.z(layer);
    return CodeBlock.builder()
        .beginControlFlow("for (int s = 0; s < count; s++)")
        .addStatement(
            "$T.arraycopy($L, 0, $L[s], 0, $L)", System.class, letters.b(layer), z, layer.outputs())
        .endControlFlow()
        .addStatement(
            "$L($L, $L, $L, $L, count)",
            letters.columnSums(layer.outputs()),
            letters.w(layer),
            first ? "x" : "a" + (layer.number() - 1),
            first ? "from" : "0",
            z)
        .beginControlFlow("for (int s = 0; s < count; s++)")
        .addStatement(
            "$L($L, $L)",
            letters.activate(layer),
            letters.zRow(layer, "s"),
            letters.aRow(layer, "s"))
        .endControlFlow()
        .build();
  }

  /** The method that takes a tile forward and back. */
  MethodSpec backpropagate() {
    LossKernel loss = new LossKernel(plan, scalar);
    OutputDeltaKernel output = new OutputDeltaKernel(plan, scalar);
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(letters.method("backpropagateLayers"))
            .addJavadoc("The same layer by layer.")
            .addModifiers(Modifier.PRIVATE)
            .returns(TypeName.DOUBLE)
            .addParameter(scalar.matrix(), "x")
            .addParameter(scalar.matrix(), "t")
            .addParameter(TypeName.INT, "from")
            .addParameter(TypeName.INT, "count")
            .addStatement("$L(x, from, count)", letters.method("forwardTile"))
            .addStatement("double loss = 0")
            .beginControlFlow("for (int s = 0; s < count; s++)")
            .addStatement("loss += $L($L)", letters.loss(), loss.arguments("s", "t[from + s]"))
            .addStatement(
                "$L($L)", letters.delta(plan.last()), output.arguments("s", "t[from + s]"))
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
            letters.vectorClass(),
            layer.number(),
            letters.w(after),
            letters.d(after),
            layer.keepsZ() ? letters.z(layer) + ", " : "",
            VectorCalls.scratch(after, letters),
            letters.a(layer),
            letters.d(layer))
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
            letters.delta(layer),
            letters.d(after),
            layer.keepsZ() ? letters.zRow(layer, "s") + ", " : "",
            letters.aRow(layer, "s"),
            letters.d(layer))
        .endControlFlow()
        .build();
  }

  /** The sums of the way forward, over a copy of the weights with a row for each neuron. */
  private CodeBlock transposedDeltas(LayerPlan layer, LayerPlan after) {
    CodeBlock.Builder code =
        CodeBlock.builder()
            .addStatement(
                "$T.transpose($L, $L)", Scalar.COLUMN_ARRAYS, letters.w(after), letters.p(after))
            .beginControlFlow("for (int s = 0; s < count; s++)")
            .addStatement("$T.fill($L[s], 0)", Arrays.class, letters.d(layer))
            .endControlFlow()
            .addStatement(
                "$L($L, $L, 0, $L, count)",
                letters.columnSums(layer.outputs()),
                letters.p(after),
                letters.d(after),
                letters.d(layer));
    if (!BackwardKernel.isOne(layer)) {
      code.beginControlFlow("for (int s = 0; s < count; s++)")
          .addStatement(
              "$L($L$L, $L[s])",
              letters.slope(layer),
              layer.keepsZ() ? letters.zRow(layer, "s") + ", " : "",
              letters.aRow(layer, "s"),
              letters.d(layer))
          .endControlFlow();
    }
    return code.build();
  }

  /** Statements that return from the method of a tile, backpropagated layer by layer. */
  CodeBlock backpropagateInstead() {
    return plan.goesByLayer()
        ? CodeBlock.builder()
            .beginControlFlow("if ($L)", condition("to - from"))
            .addStatement("return $L(x, t, from, to - from)", letters.method("backpropagateLayers"))
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
                letters.aRow(plan.last(), "s"),
                plan.last().outputs())),
        CodeBlock.of("return"));
  }

  /** The same for the method that adds up the losses of a batch in {@code sum}. */
  public CodeBlock lossInstead(LossKernel loss) {
    return tiles(
        List.of(
            CodeBlock.of(
                "sum += $L($L)", letters.loss(), loss.arguments("s", "targets[start + s]"))),
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
            .addStatement("$L(inputs, start, count)", letters.method("forwardTile"))
            .beginControlFlow("for (int s = 0; s < count; s++)");
    ofSample.forEach(code::addStatement);
    return code.endControlFlow().endControlFlow().addStatement(end).endControlFlow().build();
  }

  /** When so many samples go layer by layer. */
  private String condition(String samples) {
    String many = samples + " >= " + DiagonalRows.WORTH_PACKING;
    if (!plan.hasBlocks()) {
      return VectorCalls.VECTOR;
    }
    return plan.vectorized() ? VectorCalls.VECTOR + " || " + many : many;
  }
}
