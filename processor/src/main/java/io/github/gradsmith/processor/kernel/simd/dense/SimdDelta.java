package io.github.gradsmith.processor.kernel.simd.dense;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.processor.kernel.code.Indices;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.kernel.elementwise.DeltaFormulas;
import io.github.gradsmith.processor.kernel.simd.elementwise.SimdActivations;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.simd.SimdTiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.lang.model.element.Modifier;

/** The deltas of a hidden layer in SIMD: whole rows of the weights after it, a few a pass. */
public final class SimdDelta {
  private final LayerPlan layer;
  private final Lanes lanes;
  private final Names names;
  private final SimdActivations activations;
  private final RowGroups groups;

  public SimdDelta(LayerPlan layer, Lanes lanes, Names names, SimdActivations activations) {
    this.layer = layer;
    this.lanes = lanes;
    this.names = names;
    this.activations = activations;
    LayerPlan after = names.after(layer);
    this.groups = new RowGroups(after.outputs(), after.tiles().backwardRows());
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
        .addCode(slope("z", "a", "d"))
        .build();
  }

  private MethodSpec ofMany() {
    return header(lanes.scalar().matrix(), ", for count samples.")
        .addParameter(TypeName.INT, "count")
        .beginControlFlow("for (int s = 0; s < count; s++)")
        .addStatement("$T.fill(d[s], 0)", Arrays.class)
        .endControlFlow()
        .addCode(groups.each(this::samples))
        .addCode(slopes())
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

  private CodeBlock slopes() {
    CodeBlock slope = slope("z[s]", "a[s]", "d[s]");
    return slope.isEmpty()
        ? slope
        : CodeBlock.builder()
            .beginControlFlow("for (int s = 0; s < count; s++)")
            .add(slope)
            .endControlFlow()
            .build();
  }

  private CodeBlock slope(String z, String a, String d) {
    return activations
        .slopeOf(layer)
        .map(
            name ->
                CodeBlock.builder()
                    .addStatement(
                        "$L($L, $L, $L)", name, d, layer.keepsZ() ? z : a, layer.outputs())
                    .build())
        .orElse(CodeBlock.of(""));
  }

  private MethodSpec.Builder header(TypeName rows, String end) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("delta" + layer.number())
            .addJavadoc("$L$L", DeltaFormulas.hidden(layer, names), end)
            .addModifiers(Modifier.STATIC)
            .addParameter(lanes.scalar().matrix(), "w")
            .addParameter(rows, "next");
    if (layer.keepsZ()) {
      method.addParameter(rows, "z");
    }
    return method.addParameter(rows, "a").addParameter(rows, "d");
  }

  private MethodSpec tile(int rows, int samples) {
    boolean single = samples == 1;
    TypeName row = lanes.scalar().array();
    TypeName type = single ? row : lanes.scalar().matrix();
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name(rows, samples))
            .addJavadoc(
                "$L += $Lᵀ $L over $L rows from j on, $L.",
                names.d(layer),
                names.w(names.after(layer)),
                names.d(names.after(layer)),
                rows,
                single ? "one sample" : samples + " samples")
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .addParameter(lanes.scalar().matrix(), "w")
            .addParameter(TypeName.INT, "j")
            .addParameter(type, "next")
            .addParameter(type, "d");
    if (!single) {
      method.addParameter(TypeName.INT, "s");
    }
    for (int k = 0; k < samples && !single; k++) {
      method.addStatement("$T next$L = next[$L]", row, k, Indices.plus("s", k));
      method.addStatement("$T d$L = d[$L]", row, k, Indices.plus("s", k));
    }
    return method.addCode(body(rows, samples)).build();
  }

  private CodeBlock body(int rows, int samples) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (int r = 0; r < rows; r++) {
      String j = Indices.plus("j", r);
      code.addStatement("$T w$L = w[$L]", lanes.scalar().array(), r, j);
      for (int k = 0; k < samples; k++) {
        String next = samples == 1 ? "next" : "next" + k;
        code.addStatement(
            "$T $L = $L",
            lanes.vector(),
            AxpyPanel.factor(r, k),
            lanes.broadcast(next + "[" + j + "]"));
      }
    }
    List<String> targets =
        IntStream.range(0, samples).mapToObj(k -> samples == 1 ? "d" : "d" + k).toList();
    List<String> sources = IntStream.range(0, rows).mapToObj(r -> "w" + r).toList();
    return code.add(new AxpyPanel(lanes, layer.outputs(), targets, sources).code()).build();
  }

  private String name(int rows, int samples) {
    return "errors" + layer.number() + "By" + rows + (samples == 1 ? "" : "x" + samples);
  }
}
