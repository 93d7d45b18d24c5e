package io.github.gradsmith.processor.kernel.simd.dense;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.processor.kernel.code.DeltaTarget;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.simd.SimdTiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The deltas of a hidden layer in SIMD: whole rows of the weights after it, a few a pass. */
public final class SimdDelta {
  private final DeltaTarget to;
  private final LayerPlan layer;
  private final LayerPlan after;
  private final Lanes lanes;
  private final Names names;
  private final KernelFrames frames;
  private final RowGroups groups;

  public SimdDelta(DeltaTarget to, SimdTiles tiles, KernelFrames frames) {
    this.to = to;
    this.layer = to.value();
    this.lanes = frames.lanes();
    this.names = frames.names();
    this.frames = frames;
    this.after = to.reader();
    this.groups = new RowGroups(after.outputs(), tiles.backwardRows());
  }

  public List<MethodSpec> methods() {
    List<MethodSpec> methods = new ArrayList<>(List.of(ofOne(), ofMany()));
    for (int rows : groups.sizes()) {
      methods.add(tile(rows, SimdTiles.BACKWARD_SAMPLES));
      methods.add(tile(rows, 1));
    }
    return methods;
  }

  private MethodSpec ofOne() {
    return header(lanes.scalar().array(), ".")
        .addStatement("$T.fill(d, 0)", Arrays.class)
        .addCode(
            groups.each(
                (j, rows) ->
                    CodeBlock.builder().addStatement(errors(rows, j, "next", "d")).build()))
        .addCode(frames.slope(layer))
        .build();
  }

  private MethodSpec ofMany() {
    return header(lanes.scalar().matrix(), ", for count samples.")
        .addParameter(TypeName.INT, "count")
        .beginControlFlow("for (int s = 0; s < count; s++)")
        .addStatement("$T.fill(d[s], 0)", Arrays.class)
        .endControlFlow()
        .addCode(groups.each(this::samples))
        .addCode(frames.slopes(layer))
        .build();
  }

  private CodeBlock samples(String j, int rows) {
    int many = SimdTiles.BACKWARD_SAMPLES;
    CodeBlock ofMany = CodeBlock.of("$L(w, $L, next, d, s)", name(rows, many), j);
    return RowGroups.pairs(
        ofMany, s -> errors(rows, j, "next[" + s + "]", "d[" + s + "]").toString());
  }

  private CodeBlock errors(int rows, String j, String next, String d) {
    return CodeBlock.of("$L(w, $L, $L, $L)", name(rows, 1), j, next, d);
  }

  private MethodSpec.Builder header(TypeName rows, String end) {
    return frames.neurons(frames.delta(to, rows, end), to, rows);
  }

  private MethodSpec tile(int rows, int samples) {
    String what =
        String.format(
            "%s += %sᵀ %s over %d rows from j on, %s.",
            names.d(layer),
            names.w(after),
            names.d(after),
            rows,
            samples == 1 ? "one sample" : samples + " samples");
    return new AxpyTile(lanes, layer.outputs(), "j", "next", AxpyTile.SAMPLE, "d")
        .method(name(rows, samples), what, rows, samples);
  }

  private String name(int rows, int samples) {
    return "errors" + to.tag() + "By" + rows + (samples == 1 ? "" : "x" + samples);
  }
}
