package io.github.gradsmith.processor.kernel.simd.panel;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.kernel.memory.WeightOrder;
import io.github.gradsmith.processor.kernel.simd.dense.KernelFrames;
import io.github.gradsmith.processor.kernel.simd.dense.Lanes;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.simd.PanelTile;
import io.github.gradsmith.processor.plan.simd.SimdShape.Panels;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Adds the scaled gradient of a layer in panels to weights or gradient arrays. */
public final class PanelAccumulate {
  private final LayerPlan layer;
  private final Lanes lanes;
  private final Names names;
  private final KernelFrames frames;

  public PanelAccumulate(LayerPlan layer, KernelFrames frames) {
    this.layer = layer;
    this.lanes = frames.lanes();
    this.names = frames.names();
    this.frames = frames;
  }

  public List<MethodSpec> methods() {
    List<MethodSpec> methods = new ArrayList<>(List.of(ofMany(), ofOne()));
    for (PanelTile tile : PanelTile.values()) {
      tile.update().forEach(samples -> methods.add(add(tile, samples)));
    }
    return methods;
  }

  private MethodSpec ofMany() {
    MethodSpec.Builder method =
        frames
            .accumulate("accumulate" + layer.tag(), layer, "over count samples")
            .addParameter(lanes.scalar().matrix(), "d")
            .addParameter(lanes.scalar().matrix(), "x")
            .addParameter(TypeName.INT, "from")
            .addParameter(lanes.scalar().array(), "scratch")
            .addParameter(TypeName.INT, "count")
            .addParameter(lanes.scalar().type(), "scale")
            .beginControlFlow("if (count == 1)")
            .addStatement("accumulate$L(w, b, d[0], x[from], scratch, scale)", layer.tag())
            .addStatement("return")
            .endControlFlow()
            .addStatement("int row = w.length * $L", WeightOrder.PANEL)
            .beginControlFlow("for (int s = 0; s < count; s++)")
            .addStatement("$L(d[s], scale, scratch, s * row, row, b)", PanelRows.SCALED)
            .endControlFlow()
            .beginControlFlow("for (int h = 0; h < w.length; h++)")
            .addStatement("int q = h * $L", WeightOrder.PANEL);
    if (hasBlocks()) {
      method.beginControlFlow("for (int i = 0; i < $L; i += $L)", layer.inputs(), Panels.BLOCK);
    }
    method.addCode(
        PanelPasses.either(
            tile ->
                PanelPasses.of(
                    // One sample alone has its own method above.
                    tile.update().stream().filter(samples -> samples > 1).toList(),
                    samples -> pass(tile, samples))));
    if (hasBlocks()) {
      method.endControlFlow();
    }
    return method.endControlFlow().build();
  }

  private CodeBlock pass(PanelTile tile, int samples) {
    return CodeBlock.of(
        "$L(w[h], $L,$Wscratch, s * row + q, row$L)",
        name(tile, samples),
        PanelPasses.rows("x", "from + s", samples),
        hasBlocks() ? ", i" : "");
  }

  private boolean hasBlocks() {
    return layer.inputs() > Panels.BLOCK;
  }

  private MethodSpec ofOne() {
    return frames
        .accumulate("accumulate" + layer.tag(), layer, "of one sample")
        .addParameter(lanes.scalar().array(), "d")
        .addParameter(lanes.scalar().array(), "x")
        .addParameter(lanes.scalar().array(), "scratch")
        .addParameter(lanes.scalar().type(), "scale")
        .addStatement(
            "$L(d, scale, scratch, 0, w.length * $L, b)", PanelRows.SCALED, WeightOrder.PANEL)
        .addCode(PanelPasses.ofOne(tile -> name(tile, 1)))
        .build();
  }

  private String name(PanelTile tile, int samples) {
    return PanelPasses.name(tile, "add" + layer.tag() + (samples == 1 ? "" : "Of" + samples));
  }

  /** The deltas of a panel stay in registers, and the weights of every input pass by. */
  private MethodSpec add(PanelTile tile, int samples) {
    boolean single = samples == 1;
    boolean inBlock = !single && hasBlocks();
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name(tile, samples))
            .addJavadoc(
                "w += scratch $Lᵀ in one panel, scratch from q on, $L$L.",
                names.inputLetter(layer),
                inBlock ? "a block of inputs from first on, " : "",
                single ? "one sample" : samples + " samples, row apart")
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .addParameter(lanes.scalar().array(), "w");
    for (int k = 0; k < samples; k++) {
      method.addParameter(lanes.scalar().array(), single ? "x" : "x" + k);
    }
    method.addParameter(lanes.scalar().array(), "scratch").addParameter(TypeName.INT, "q");
    if (!single) {
      method.addParameter(TypeName.INT, "row");
    }
    if (inBlock) {
      method.addParameter(TypeName.INT, "first");
    }
    for (int k = 0; k < samples; k++) {
      for (int v = 0; v < tile.vectors(); v++) {
        method.addStatement(
            "$T c$L$L = $L", lanes.vector(), k, v, lanes.load("scratch", PanelRows.at("q", k, v)));
      }
    }
    if (inBlock) {
      method.addStatement(
          "int end = $T.min(first + $L, $L)", Math.class, Panels.BLOCK, layer.inputs());
    }
    method
        .beginControlFlow(
            inBlock
                ? "for (int i = first; i < end; i++)"
                : "for (int i = 0; i < " + layer.inputs() + "; i++)")
        .addStatement("int p = i * $L", WeightOrder.PANEL);
    for (int v = 0; v < tile.vectors(); v++) {
      method.addStatement(
          "$T u$L = $L", lanes.vector(), v, lanes.load("w", PanelRows.vector("p", v)));
    }
    for (int k = 0; k < samples; k++) {
      String x = single ? "x" : "x" + k;
      method.addStatement("$T v$L = $L", lanes.vector(), k, lanes.broadcast(x + "[i]"));
      for (int v = 0; v < tile.vectors(); v++) {
        method.addStatement("u$1L = v$2L.fma(c$2L$1L, u$1L)", v, k);
      }
    }
    for (int v = 0; v < tile.vectors(); v++) {
      method.addStatement("u$L.intoArray(w, $L)", v, PanelRows.vector("p", v));
    }
    return method.endControlFlow().build();
  }
}
