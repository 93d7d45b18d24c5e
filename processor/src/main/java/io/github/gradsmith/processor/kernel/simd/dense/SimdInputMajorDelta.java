package io.github.gradsmith.processor.kernel.simd.dense;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.processor.kernel.code.DeltaTarget;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.simd.SimdTiles;
import java.util.ArrayList;
import java.util.List;

/**
 * The deltas of a hidden layer in SIMD where the layer after it keeps a row of weights for each
 * input: products of rows with its deltas, a few rows a pass.
 */
public final class SimdInputMajorDelta {
  private final DeltaTarget to;
  private final LayerPlan layer;
  private final LayerPlan after;
  private final Lanes lanes;
  private final Names names;
  private final KernelFrames frames;
  private final DotTiles tiles;

  public SimdInputMajorDelta(DeltaTarget to, SimdTiles tiles, KernelFrames frames) {
    this.to = to;
    this.layer = to.value();
    this.lanes = frames.lanes();
    this.names = frames.names();
    this.frames = frames;
    this.after = to.reader();
    this.tiles = DotTiles.of(after.rows(), tiles);
  }

  public List<MethodSpec> methods() {
    List<MethodSpec> methods = new ArrayList<>(List.of(ofOne(), ofMany()));
    methods.addAll(tiles.methods(this::tile));
    return methods;
  }

  private MethodSpec ofOne() {
    return header(lanes.scalar().array(), ".")
        .addCode(
            tiles
                .single()
                .each(
                    (k, rows) ->
                        CodeBlock.builder().addStatement(errors(rows, k, "next", "d")).build()))
        .addCode(frames.slope(layer))
        .build();
  }

  private MethodSpec ofMany() {
    return header(lanes.scalar().matrix(), ", for count samples.")
        .addParameter(TypeName.INT, "count")
        .addCode(tiles.batch().each(this::samples))
        .addCode(frames.slopes(layer))
        .build();
  }

  private CodeBlock samples(String k, int rows) {
    return RowGroups.samples(
        SimdTiles.SAMPLES,
        errorsOfMany(rows, SimdTiles.SAMPLES, k),
        errorsOfMany(rows, 2, k),
        s -> errors(rows, k, "next[" + s + "]", "d[" + s + "]").toString());
  }

  private CodeBlock errorsOfMany(int rows, int samples, String k) {
    return CodeBlock.of("$L(w, $L, next, s, d, s)", name(rows, samples), k);
  }

  private CodeBlock errors(int rows, String k, String next, String d) {
    return CodeBlock.of("$L(w, $L, $L, $L)", name(rows, 1), k, next, d);
  }

  private MethodSpec.Builder header(TypeName rows, String end) {
    return frames.neurons(frames.delta(to, rows, end), to, rows);
  }

  private MethodSpec tile(int rows, int samples) {
    String what =
        String.format(
            "%s = %sᵀ %s in %d rows from j on, %s.",
            names.d(layer),
            names.w(after),
            names.d(after),
            rows,
            samples == 1 ? "for one sample" : "for " + samples + " samples");
    return new DotPanel(lanes, after.rowLength(), rows, samples, "next", "d", false)
        .method(name(rows, samples), what);
  }

  private String name(int rows, int samples) {
    return "errors" + to.tag() + "By" + rows + (samples == 1 ? "" : "x" + samples);
  }
}
