package io.github.gradsmith.processor.kernel.simd.dense;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.simd.SimdTiles;
import java.util.ArrayList;
import java.util.List;

/** Weighted sums and activations of a layer in SIMD, for one sample and for many. */
public final class SimdForward {
  private final LayerPlan layer;
  private final Lanes lanes;
  private final Names names;
  private final KernelFrames frames;
  private final DotTiles tiles;

  public SimdForward(LayerPlan layer, SimdTiles tiles, KernelFrames frames) {
    this.layer = layer;
    this.lanes = frames.lanes();
    this.names = frames.names();
    this.frames = frames;
    this.tiles = DotTiles.of(layer.outputs(), tiles);
  }

  public List<MethodSpec> methods() {
    List<MethodSpec> methods = new ArrayList<>(List.of(ofOne(), ofMany()));
    methods.addAll(tiles.methods(this::tile));
    return methods;
  }

  private MethodSpec ofOne() {
    return frames
        .forward(layer, ".")
        .addParameter(lanes.scalar().array(), "x")
        .addParameter(lanes.scalar().array(), "z")
        .addParameter(lanes.scalar().array(), "a")
        .addCode(
            tiles
                .single()
                .each(
                    (j, rows) -> CodeBlock.builder().addStatement(sums(rows, j, "x", "z")).build()))
        .addStatement("$L(z, a, $L)", frames.activations().activationOf(layer), layer.outputs())
        .build();
  }

  private MethodSpec ofMany() {
    return frames
        .forward(layer, ", for count samples.")
        .addParameter(lanes.scalar().matrix(), "x")
        .addParameter(TypeName.INT, "from")
        .addParameter(lanes.scalar().matrix(), "z")
        .addParameter(lanes.scalar().matrix(), "a")
        .addParameter(TypeName.INT, "count")
        .addCode(tiles.batch().each(this::samples))
        .beginControlFlow("for (int s = 0; s < count; s++)")
        .addStatement(
            "$L(z[s], a[s], $L)", frames.activations().activationOf(layer), layer.outputs())
        .endControlFlow()
        .build();
  }

  private CodeBlock samples(String j, int rows) {
    return RowGroups.samples(
        SimdTiles.SAMPLES,
        sumsOfMany(rows, SimdTiles.SAMPLES, j),
        sumsOfMany(rows, 2, j),
        s -> sums(rows, j, "x[from + " + s + "]", "z[" + s + "]").toString());
  }

  private CodeBlock sumsOfMany(int rows, int samples, String j) {
    return CodeBlock.of("$L(w, b, $L, x, from + s, z, s)", name(rows, samples), j);
  }

  private CodeBlock sums(int rows, String j, String x, String z) {
    return CodeBlock.of("$L(w, b, $L, $L, $L)", name(rows, 1), j, x, z);
  }

  private String name(int rows, int samples) {
    return "sums" + layer.tag() + "By" + rows + (samples == 1 ? "" : "x" + samples);
  }

  private MethodSpec tile(int rows, int samples) {
    String what =
        String.format(
            "%s = %s %s + %s in %d rows from j on, %s.",
            names.z(layer),
            names.w(layer),
            names.inputLetter(layer),
            names.b(layer),
            rows,
            samples == 1 ? "for one sample" : "for " + samples + " samples");
    return new DotPanel(lanes, layer.inputs(), rows, samples).method(name(rows, samples), what);
  }
}
