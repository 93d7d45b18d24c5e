package io.github.gradsmith.processor.kernel.simd.dense;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.simd.SimdTiles;
import java.util.ArrayList;
import java.util.List;

/**
 * Weighted sums and activations in SIMD of a layer that keeps a row of weights for each input: a
 * few rows at a time are added to the sums of a pair of samples, which stay in the nearest cache.
 */
public final class SimdInputMajorForward {
  private final LayerPlan layer;
  private final Lanes lanes;
  private final Names names;
  private final KernelFrames frames;
  private final RowGroups groups;

  public SimdInputMajorForward(LayerPlan layer, SimdTiles tiles, KernelFrames frames) {
    this.layer = layer;
    this.lanes = frames.lanes();
    this.names = frames.names();
    this.frames = frames;
    this.groups = new RowGroups(layer.rows(), tiles.backwardRows());
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
    return frames
        .forward(layer, ".")
        .addParameter(lanes.scalar().array(), "x")
        .addParameter(lanes.scalar().array(), "z")
        .addParameter(lanes.scalar().array(), "a")
        .addCode(biases("z"))
        .addCode(groups.each((i, rows) -> call(rows, 1, i, "x, z")))
        .addStatement("$L(z, a, $L)", frames.activations().activationOf(layer), layer.outputs())
        .build();
  }

  private MethodSpec ofMany() {
    int many = SimdTiles.BACKWARD_SAMPLES;
    return frames
        .forward(layer, ", for count samples.")
        .addParameter(lanes.scalar().matrix(), "x")
        .addParameter(TypeName.INT, "from")
        .addParameter(lanes.scalar().matrix(), "z")
        .addParameter(lanes.scalar().matrix(), "a")
        .addParameter(TypeName.INT, "count")
        .beginControlFlow("for (int s = 0; s < count; s++)")
        .addCode(biases("z[s]"))
        .endControlFlow()
        .beginControlFlow("for (int s = 0; s <= count - $1L; s += $1L)", many)
        .addCode(groups.each((i, rows) -> call(rows, many, i, "x, from + s, z, s")))
        .endControlFlow()
        .beginControlFlow("for (int s = count / $1L * $1L; s < count; s++)", many)
        .addCode(groups.each((i, rows) -> call(rows, 1, i, "x[from + s], z[s]")))
        .endControlFlow()
        .beginControlFlow("for (int s = 0; s < count; s++)")
        .addStatement(
            "$L(z[s], a[s], $L)", frames.activations().activationOf(layer), layer.outputs())
        .endControlFlow()
        .build();
  }

  private CodeBlock biases(String z) {
    return CodeBlock.builder()
        .addStatement("$T.arraycopy(b, 0, $L, 0, $L)", System.class, z, layer.outputs())
        .build();
  }

  private CodeBlock call(int rows, int samples, String i, String arguments) {
    return CodeBlock.builder()
        .addStatement("$L(w, $L, $L)", name(rows, samples), i, arguments)
        .build();
  }

  private String name(int rows, int samples) {
    return "sums" + layer.tag() + "By" + rows + (samples == 1 ? "" : "x" + samples);
  }

  private MethodSpec tile(int rows, int samples) {
    String what =
        String.format(
            "%s += %s %s over %d inputs from i0 on, %s.",
            names.z(layer),
            names.w(layer),
            names.inputLetter(layer),
            rows,
            samples == 1 ? "one sample" : samples + " samples");
    return new AxpyTile(lanes, layer.outputs(), "i0", "x", "from", "z")
        .method(name(rows, samples), what, rows, samples);
  }
}
