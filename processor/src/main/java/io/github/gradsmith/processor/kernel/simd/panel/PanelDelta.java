package io.github.gradsmith.processor.kernel.simd.panel;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.processor.kernel.code.DeltaTarget;
import io.github.gradsmith.processor.kernel.code.Indices;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.kernel.code.SimdCalls;
import io.github.gradsmith.processor.kernel.memory.WeightOrder;
import io.github.gradsmith.processor.kernel.simd.dense.KernelFrames;
import io.github.gradsmith.processor.kernel.simd.dense.LaneSums;
import io.github.gradsmith.processor.kernel.simd.dense.Lanes;
import io.github.gradsmith.processor.kernel.simd.dense.RowGroups;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.simd.PanelTile;
import io.github.gradsmith.processor.plan.simd.SimdShape.Panels;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * The deltas of a hidden layer through a layer in panels: what a neuron gets back is the product of
 * the deltas after it with its weights, which stand side by side in every panel.
 */
public final class PanelDelta {
  private final DeltaTarget to;
  private final LayerPlan layer;
  private final LayerPlan after;
  private final Lanes lanes;
  private final Names names;
  private final KernelFrames frames;
  private final RowGroups groups;

  public PanelDelta(DeltaTarget to, KernelFrames frames) {
    this.to = to;
    this.layer = to.value();
    this.lanes = frames.lanes();
    this.names = frames.names();
    this.frames = frames;
    this.after = to.reader();
    this.groups = new RowGroups(layer.outputs(), Panels.BACK_INPUTS);
  }

  public List<MethodSpec> methods() {
    List<MethodSpec> methods = new ArrayList<>(List.of(ofOne(), ofMany()));
    for (int inputs : groups.sizes()) {
      for (PanelTile tile : PanelTile.values()) {
        for (int samples : tile.back()) {
          methods.add(
              samples == 1 ? errorsOfOne(tile, inputs) : errorsOfMany(tile, inputs, samples));
        }
      }
    }
    return methods;
  }

  private MethodSpec ofOne() {
    return header(lanes.scalar().array(), ".")
        .addStatement("$L(next, scratch, 0, w.length * $L)", PanelRows.COPIED, WeightOrder.PANEL)
        .addCode(
            groups.each(
                (k, inputs) ->
                    PanelPasses.either(
                        tile ->
                            CodeBlock.builder()
                                .addStatement("$L(w, scratch, 0, $L, d)", name(tile, inputs, 1), k)
                                .build())))
        .addCode(frames.slope(layer))
        .build();
  }

  private MethodSpec ofMany() {
    return header(lanes.scalar().matrix(), ", for count samples.")
        .addParameter(TypeName.INT, "count")
        .beginControlFlow("if (count == 1)")
        .addStatement(
            "$L(w, next[0], $Lscratch, $Ld[0])",
            SimdCalls.deltaName(to),
            to.z("z[0]"),
            to.isOnly() ? "a[0], " : "")
        .addStatement("return")
        .endControlFlow()
        .addStatement("int row = w.length * $L", WeightOrder.PANEL)
        .beginControlFlow("for (int s = 0; s < count; s++)")
        .addStatement("$L(next[s], scratch, s * row, row)", PanelRows.COPIED)
        .endControlFlow()
        .addStatement("int copy = scratch.length - $L * row", Panels.BACK_INPUTS)
        .addCode(groups.each(this::samples))
        .addCode(frames.slopes(layer))
        .build();
  }

  private CodeBlock samples(String k, int inputs) {
    return CodeBlock.builder()
        .addStatement("$L(w, $L, $L, scratch, copy, row)", PanelRows.GATHERED, k, inputs)
        .add(
            PanelPasses.either(
                tile -> PanelPasses.of(tile.back(), samples -> pass(tile, k, inputs, samples))))
        .build();
  }

  private CodeBlock pass(PanelTile tile, String k, int inputs, int samples) {
    String name = name(tile, inputs, samples);
    if (samples == 1) {
      return CodeBlock.of("$L(w, scratch, s * row, $L, d[s])", name, k);
    }
    CodeBlock deltas = PanelPasses.rows("d", "s", samples);
    return CodeBlock.of("$L(scratch, copy, s * row, row, $L,$W$L)", name, k, deltas);
  }

  private MethodSpec.Builder header(TypeName rows, String end) {
    MethodSpec.Builder method = frames.delta(to, rows, end);
    return frames.neurons(method.addParameter(lanes.scalar().array(), "scratch"), to, rows);
  }

  /**
   * Sums of a few neurons for one sample, panel by panel. Rows of many panels of the same neurons
   * stand the same distance apart, where they push each other out of the cache; but for one sample
   * they are read once only.
   */
  private MethodSpec errorsOfOne(PanelTile tile, int inputs) {
    MethodSpec.Builder method =
        errors(tile, inputs, 1)
            .addParameter(lanes.scalar().matrix(), "w")
            .addParameter(lanes.scalar().array(), "scratch")
            .addParameter(TypeName.INT, "q")
            .addParameter(TypeName.INT, "k")
            .addParameter(lanes.scalar().array(), "d0")
            .addCode(zeros(inputs, 1))
            .beginControlFlow("for (int h = 0; h < w.length; h++)")
            .addStatement("$T panel = w[h]", lanes.scalar().array())
            .addStatement("int p = k * $L", WeightOrder.PANEL)
            .addStatement("int o = q + h * $L", WeightOrder.PANEL);
    for (int v = 0; v < tile.vectors(); v++) {
      method.addCode(products(v, inputs, 1, "o", "panel", WeightOrder.PANEL));
    }
    return method.endControlFlow().addCode(results(inputs, 1)).build();
  }

  /** The same for a few samples, which go through a copy of the rows in the scratch. */
  private MethodSpec errorsOfMany(PanelTile tile, int inputs, int samples) {
    boolean wholePanels = tile.backVectors() == tile.vectors();
    MethodSpec.Builder method =
        errors(tile, inputs, samples)
            .addParameter(lanes.scalar().array(), "scratch")
            .addParameter(TypeName.INT, "copy")
            .addParameter(TypeName.INT, "q")
            .addParameter(TypeName.INT, "row")
            .addParameter(TypeName.INT, "k");
    for (int s = 0; s < samples; s++) {
      method.addParameter(lanes.scalar().array(), "d" + s);
    }
    method
        .addCode(zeros(inputs, samples))
        .beginControlFlow(
            "for (int i = 0; i < row; i += $L)", wholePanels ? WeightOrder.PANEL : Lanes.LENGTH)
        .addStatement("int p = copy + i")
        .addStatement("int o = q + i");
    for (int v = 0; v < tile.backVectors(); v++) {
      method.addCode(products(v, inputs, samples, "o", "scratch", "row"));
    }
    return method.endControlFlow().addCode(results(inputs, samples)).build();
  }

  private MethodSpec.Builder errors(PanelTile tile, int inputs, int samples) {
    return MethodSpec.methodBuilder(name(tile, inputs, samples))
        .addJavadoc(
            "$L = $Lᵀ $L of $L neurons from k on, $L.",
            names.d(layer),
            names.w(after),
            names.d(after),
            inputs,
            samples == 1
                ? "one sample"
                : samples + " samples; scratch has their rows, and copied weights")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC);
  }

  private CodeBlock zeros(int inputs, int samples) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (int n = 0; n < inputs; n++) {
      for (int s = 0; s < samples; s++) {
        code.addStatement("$T $L = $L", lanes.vector(), sum(n, s), lanes.zero());
      }
    }
    return code.build();
  }

  /**
   * What vector {@code v} of a panel adds; rows of weights are {@code distance} apart from p on.
   */
  private CodeBlock products(
      int v, int inputs, int samples, String o, String weights, String distance) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (int s = 0; s < samples; s++) {
      code.addStatement(
          "$T v$L$L = $L", lanes.vector(), s, v, lanes.load("scratch", PanelRows.at(o, s, v)));
    }
    for (int n = 0; n < inputs; n++) {
      String weight = PanelRows.vector(Indices.plus("p", n, distance), v);
      code.addStatement("$T u$L$L = $L", lanes.vector(), n, v, lanes.load(weights, weight));
      for (int s = 0; s < samples; s++) {
        code.addStatement("$1L = v$2L$4L.fma(u$3L$4L, $1L)", sum(n, s), s, n, v);
      }
    }
    return code.build();
  }

  private CodeBlock results(int inputs, int samples) {
    List<String> all = new ArrayList<>();
    for (int n = 0; n < inputs; n++) {
      for (int s = 0; s < samples; s++) {
        all.add(sum(n, s));
      }
    }
    CodeBlock.Builder code = CodeBlock.builder().add(new LaneSums(lanes).of(all));
    for (int s = 0; s < samples; s++) {
      for (int n = 0; n < inputs; n++) {
        code.addStatement("d$L[$L] = $L.lane(0)", s, Indices.plus("k", n), sum(n, s));
      }
    }
    return code.build();
  }

  private static String sum(int n, int s) {
    return "s" + n + s;
  }

  private String name(PanelTile tile, int inputs, int samples) {
    return PanelPasses.name(
        tile, "errors" + to.tag() + "By" + inputs + (samples == 1 ? "" : "x" + samples));
  }
}
