package io.github.gradsmith.processor.kernel.simd.dense;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.kernel.elementwise.DeltaFormulas;
import io.github.gradsmith.processor.kernel.simd.elementwise.SimdActivations;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.simd.SimdTiles;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * The deltas of a hidden layer in SIMD where the layer after it keeps a row of weights for each
 * input: products of rows with its deltas, a few rows a pass.
 */
public final class SimdInputMajorDelta {
  private final LayerPlan layer;
  private final LayerPlan after;
  private final Lanes lanes;
  private final Names names;
  private final SimdActivations activations;
  private final RowGroups single;
  private final RowGroups batch;

  public SimdInputMajorDelta(
      LayerPlan layer, Lanes lanes, Names names, SimdActivations activations) {
    this.layer = layer;
    this.after = names.after(layer);
    this.lanes = lanes;
    this.names = names;
    this.activations = activations;
    this.single = new RowGroups(after.rows(), after.tiles().forwardRows());
    this.batch = new RowGroups(after.rows(), after.tiles().batchRows());
  }

  public List<MethodSpec> methods() {
    List<MethodSpec> methods = new ArrayList<>(List.of(ofOne(), ofMany()));
    for (int rows : batch.sizes()) {
      methods.add(tile(rows, SimdTiles.SAMPLES));
      methods.add(tile(rows, 2));
    }
    Stream.concat(single.sizes().stream(), batch.sizes().stream())
        .distinct()
        .forEach(rows -> methods.add(tile(rows, 1)));
    return methods;
  }

  private MethodSpec ofOne() {
    return header(lanes.scalar().array(), ".")
        .addCode(
            single.each(
                (k, rows) ->
                    CodeBlock.builder().addStatement(errors(rows, k, "next", "d")).build()))
        .addCode(slope("z", "a", "d"))
        .build();
  }

  private MethodSpec ofMany() {
    return header(lanes.scalar().matrix(), ", for count samples.")
        .addParameter(TypeName.INT, "count")
        .addCode(batch.each(this::samples))
        .addCode(slopes())
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
    return "errors" + layer.number() + "By" + rows + (samples == 1 ? "" : "x" + samples);
  }
}
