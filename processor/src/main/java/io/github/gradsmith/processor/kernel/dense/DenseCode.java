package io.github.gradsmith.processor.kernel.dense;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.github.gradsmith.processor.kernel.code.DeltaTarget;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.code.ForwardCalls;
import io.github.gradsmith.processor.kernel.code.LayerCode;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.kernel.code.SimdCalls;
import io.github.gradsmith.processor.kernel.elementwise.ActivationCode;
import io.github.gradsmith.processor.plan.LayerPlan;
import java.util.List;

/**
 * A dense layer in plain loops; one class for each shape of them, and one more for each way in
 * which a mini-batch goes through it in blocks.
 */
abstract class DenseCode implements LayerCode {
  final LayerPlan layer;
  final ElementType scalar;
  final Names names;
  final MethodFrames frames;

  DenseCode(MethodFrames frames) {
    this.layer = frames.layer();
    this.scalar = frames.scalar();
    this.names = frames.names();
    this.frames = frames;
  }

  /** The weighted sums z of an input x. */
  abstract CodeBlock sums();

  /** The deltas d of the layer before, from this layer's, which are called next. */
  abstract CodeBlock deltas(LayerPlan before);

  @Override
  public List<MethodSpec> forward() {
    return List.of(
        frames.forward(names.forward(layer), "", sums(), ActivationCode.of(layer, scalar)));
  }

  @Override
  public List<MethodSpec> delta(DeltaTarget to) {
    return List.of(frames.delta(to, deltas(to.value())));
  }

  @Override
  public CodeBlock forwardOfSample(String x, String s) {
    return CodeBlock.builder()
        .addStatement(new ForwardCalls(names.plan()).layer(layer, names.forward(layer), x, s))
        .build();
  }

  @Override
  public CodeBlock forwardOfTile() {
    return overTile(
        new ForwardCalls(names.plan()).layer(layer, names.forward(layer), "x[from + s]", "s"));
  }

  @Override
  public CodeBlock forwardOfTileInSimd() {
    return CodeBlock.builder()
        .addStatement(
            "$T.forward$L($L, $L, $L, $L, $L$L, $L, count)",
            names.simdClass(),
            layer.tag(),
            names.w(layer),
            names.addend(layer),
            names.inputRows(layer, "x"),
            names.firstRow(layer),
            SimdCalls.scratch(layer, names),
            names.z(layer),
            names.a(layer))
        .build();
  }

  /** Errors that are added go by way of a row of their own. */
  @Override
  public CodeBlock deltaOfSample(DeltaTarget to) {
    LayerPlan value = to.value();
    CodeBlock call =
        CodeBlock.of(
            "$L($L[s], $L$L$L[s])",
            to.method(names),
            names.d(layer),
            to.z(names.zRow(value, "s")),
            to.isOnly() ? names.aRow(value, "s") + ", " : "",
            to.adds() ? names.e(value) : names.d(value));
    CodeBlock.Builder code = CodeBlock.builder().addStatement(call);
    return to.adds() ? code.addStatement(added(value)).build() : code.build();
  }

  private CodeBlock added(LayerPlan value) {
    return CodeBlock.of(
        "$T.add($L[s], $L[s])", ElementType.LAYER_ARRAYS, names.e(value), names.d(value));
  }

  @Override
  public CodeBlock deltaOfTile(DeltaTarget to) {
    return CodeBlock.builder()
        .beginControlFlow("for (int s = 0; s < count; s++)")
        .add(deltaOfSample(to))
        .endControlFlow()
        .build();
  }

  @Override
  public CodeBlock deltaOfTileInSimd(DeltaTarget to) {
    LayerPlan value = to.value();
    CodeBlock.Builder code =
        CodeBlock.builder()
            .addStatement(
                "$T.$L($L, $L, $L$L$L$L, count)",
                names.simdClass(),
                SimdCalls.deltaName(to),
                names.w(layer),
                names.d(layer),
                to.z(names.z(value)),
                SimdCalls.scratch(layer, names),
                to.isOnly() ? names.a(value) + ", " : "",
                to.adds() ? names.e(value) : names.d(value));
    return to.adds() ? code.add(overTile(added(value))).build() : code.build();
  }

  @Override
  public CodeBlock accumulateOne() {
    return CodeBlock.of("$L", frames.singleName());
  }

  /** A statement for each of {@code count} samples. */
  static CodeBlock overTile(CodeBlock statement) {
    return CodeBlock.builder()
        .beginControlFlow("for (int s = 0; s < count; s++)")
        .addStatement(statement)
        .endControlFlow()
        .build();
  }

  /** The call that adds the gradient of sample s. */
  CodeBlock callOfAccumulateOne() {
    return CodeBlock.of("$L(w, b, x[from + s], $L[s], scale)", accumulateOne(), names.d(layer));
  }
}
