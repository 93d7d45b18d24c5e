package io.github.gradsmith.processor.kernel.simd.panel;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.processor.kernel.code.Indices;
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

/** Weighted sums and activations of a layer in panels, for one sample and for many. */
public final class PanelForward {
  private final LayerPlan layer;
  private final Lanes lanes;
  private final Names names;
  private final KernelFrames frames;

  public PanelForward(LayerPlan layer, KernelFrames frames) {
    this.layer = layer;
    this.lanes = frames.lanes();
    this.names = frames.names();
    this.frames = frames;
  }

  public List<MethodSpec> methods() {
    List<MethodSpec> methods = new ArrayList<>(List.of(ofOne(), ofMany()));
    for (PanelTile tile : PanelTile.values()) {
      for (int samples : tile.forward()) {
        methods.add(
            samples == 1 && tile == PanelTile.WIDE
                ? new WideSums(layer, lanes, names).method(name(tile, samples))
                : sums(tile, samples));
      }
    }
    return methods;
  }

  private MethodSpec ofOne() {
    return frames
        .forward(layer, ".")
        .addParameter(lanes.scalar().array(), "x")
        .addParameter(lanes.scalar().array(), "scratch")
        .addParameter(lanes.scalar().array(), "z")
        .addParameter(lanes.scalar().array(), "a")
        .addStatement("$T.arraycopy(b, 0, scratch, 0, $L)", System.class, layer.outputs())
        .addCode(PanelPasses.ofOne(tile -> name(tile, 1)))
        .addStatement("$T.arraycopy(scratch, 0, z, 0, $L)", System.class, layer.outputs())
        .addStatement("$L(z, a, $L)", frames.activations().activationOf(layer), layer.outputs())
        .build();
  }

  private MethodSpec ofMany() {
    return frames
        .forward(layer, ", for count samples.")
        .addParameter(lanes.scalar().matrix(), "x")
        .addParameter(TypeName.INT, "from")
        .addParameter(lanes.scalar().array(), "scratch")
        .addParameter(lanes.scalar().matrix(), "z")
        .addParameter(lanes.scalar().matrix(), "a")
        .addParameter(TypeName.INT, "count")
        .addStatement("int row = w.length * $L", WeightOrder.PANEL)
        .beginControlFlow("for (int s = 0; s < count; s++)")
        .addStatement("$T.arraycopy(b, 0, scratch, s * row, $L)", System.class, layer.outputs())
        .endControlFlow()
        .beginControlFlow("for (int h = 0; h < w.length; h++)")
        .addCode(
            PanelPasses.either(
                tile -> PanelPasses.of(tile.forward(), samples -> pass(tile, samples))))
        .endControlFlow()
        .beginControlFlow("for (int s = 0; s < count; s++)")
        .addStatement("$T.arraycopy(scratch, s * row, z[s], 0, $L)", System.class, layer.outputs())
        .addStatement(
            "$L(z[s], a[s], $L)", frames.activations().activationOf(layer), layer.outputs())
        .endControlFlow()
        .build();
  }

  private CodeBlock pass(PanelTile tile, int samples) {
    return CodeBlock.of(
        "$L(w[h], $L,$Wscratch, s * row + h * $L$L)",
        name(tile, samples),
        PanelPasses.rows("x", "from + s", samples),
        WeightOrder.PANEL,
        samples == 1 ? "" : ", row");
  }

  private String name(PanelTile tile, int samples) {
    return PanelPasses.name(tile, "sums" + layer.tag() + (samples == 1 ? "" : "Of" + samples));
  }

  /** One panel: its sums stay in registers, and every input meets all its neurons. */
  private MethodSpec sums(PanelTile tile, int samples) {
    boolean single = samples == 1;
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name(tile, samples))
            .addJavadoc(
                "scratch += $L $L in one panel from q on, for $L.",
                names.w(layer),
                names.inputLetter(layer),
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
    for (int k = 0; k < samples; k++) {
      for (int v = 0; v < tile.vectors(); v++) {
        method.addStatement(
            "$T $L = $L",
            lanes.vector(),
            sum(k, v, single),
            lanes.load("scratch", PanelRows.at("q", k, v)));
      }
    }
    int step = single ? 1 : Panels.INPUTS;
    int whole = layer.inputs() / step * step;
    method.beginControlFlow(
        "for (int i = 0; i < $L; $L)", whole, step == 1 ? "i++" : "i += " + step);
    method.addStatement("int p = i * $L", WeightOrder.PANEL);
    for (int n = 0; n < step; n++) {
      method.addCode(input(tile, "i", n, samples));
    }
    method.endControlFlow();
    if (whole < layer.inputs()) {
      method.addStatement("int p = $L * $L", whole, WeightOrder.PANEL);
      method.addCode(input(tile, "" + whole, 0, samples));
    }
    for (int k = 0; k < samples; k++) {
      for (int v = 0; v < tile.vectors(); v++) {
        method.addStatement(
            "$L.intoArray(scratch, $L)", sum(k, v, single), PanelRows.at("q", k, v));
      }
    }
    return method.build();
  }

  /** What the input {@code n} after {@code i} adds. */
  private CodeBlock input(PanelTile tile, String i, int n, int samples) {
    boolean single = samples == 1;
    String mark = n == 0 ? "" : "n";
    CodeBlock.Builder code = CodeBlock.builder();
    for (int v = 0; v < tile.vectors(); v++) {
      code.addStatement(
          "$T u$L$L = $L",
          lanes.vector(),
          v,
          mark,
          lanes.load("w", PanelRows.vector(Indices.plus("p", n, WeightOrder.PANEL), v)));
    }
    for (int k = 0; k < samples; k++) {
      String x = single ? "x" : "x" + k;
      String value = "v" + k + mark;
      String index = n == 0 ? i : i + " + " + n;
      code.addStatement(
          "$T $L = $L", lanes.vector(), value, lanes.broadcast(x + "[" + index + "]"));
      for (int v = 0; v < tile.vectors(); v++) {
        code.addStatement("$1L = $2L.fma(u$3L$4L, $1L)", sum(k, v, single), value, v, mark);
      }
    }
    return code.build();
  }

  private static String sum(int k, int v, boolean single) {
    return single ? "s" + v : "s" + k + v;
  }
}
