package io.github.gradsmith.processor.kernel;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.VectorStrips;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * The deltas of a hidden layer through a layer in strips: what a neuron gets back is the product of
 * the deltas after it with its weights, which stand side by side in every strip.
 */
final class StripDelta {
  private static final int SAMPLES = 2;

  private final LayerPlan layer;
  private final LayerPlan after;
  private final Lanes lanes;
  private final Letters letters;
  private final VectorActivations activations;
  private final RowGroups groups;

  StripDelta(LayerPlan layer, Lanes lanes, Letters letters, VectorActivations activations) {
    this.layer = layer;
    this.after = letters.after(layer);
    this.lanes = lanes;
    this.letters = letters;
    this.activations = activations;
    this.groups = new RowGroups(layer.outputs(), VectorStrips.BACK_INPUTS);
  }

  List<MethodSpec> methods() {
    List<MethodSpec> methods = new ArrayList<>(List.of(ofOne(), ofMany()));
    for (int inputs : groups.sizes()) {
      methods.add(errors(inputs, SAMPLES));
      methods.add(errors(inputs, 1));
    }
    return methods;
  }

  private MethodSpec ofOne() {
    return header(lanes.scalar().array(), ".")
        .addStatement("$L(next, t, 0, w.length * $L)", StripRows.COPIED, WeightOrder.STRIP)
        .addCode(
            groups.each(
                (k, inputs) ->
                    CodeBlock.builder()
                        .addStatement("$L(w, $L, t, 0, d)", name(inputs, 1), k)
                        .build()))
        .addCode(slope("z", "a", "d"))
        .build();
  }

  private MethodSpec ofMany() {
    CodeBlock slope = slope("z[s]", "a[s]", "d[s]");
    MethodSpec.Builder method =
        header(lanes.scalar().matrix(), ", for count samples.")
            .addParameter(TypeName.INT, "count")
            .addStatement("int row = w.length * $L", WeightOrder.STRIP)
            .beginControlFlow("for (int s = 0; s < count; s++)")
            .addStatement("$L(next[s], t, s * row, row)", StripRows.COPIED)
            .endControlFlow()
            .addCode(groups.each(this::samples));
    if (!slope.isEmpty()) {
      method.beginControlFlow("for (int s = 0; s < count; s++)").addCode(slope).endControlFlow();
    }
    return method.build();
  }

  private CodeBlock samples(String k, int inputs) {
    CodeBlock ofTwo =
        CodeBlock.of("$L(w, $L, t, s * row, row, d[s], d[s + 1])", name(inputs, SAMPLES), k);
    return RowGroups.pairs(
        ofTwo,
        s -> CodeBlock.of("$L(w, $L, t, ($L) * row, d[$L])", name(inputs, 1), k, s, s).toString());
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
            .addJavadoc("$L$L", DeltaFormulas.hidden(layer, letters), end)
            .addModifiers(Modifier.STATIC)
            .addParameter(lanes.scalar().matrix(), "w")
            .addParameter(rows, "next");
    if (layer.keepsZ()) {
      method.addParameter(rows, "z");
    }
    return method
        .addParameter(lanes.scalar().array(), "t")
        .addParameter(rows, "a")
        .addParameter(rows, "d");
  }

  /** Sums of a few neurons and samples over all strips. */
  private MethodSpec errors(int inputs, int samples) {
    boolean single = samples == 1;
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name(inputs, samples))
            .addJavadoc(
                "$L = $Lᵀ $L of $L neurons from k on, $L.",
                letters.d(layer),
                letters.w(after),
                letters.d(after),
                inputs,
                single ? "one sample" : samples + " samples, row apart in t")
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .addParameter(lanes.scalar().matrix(), "w")
            .addParameter(TypeName.INT, "k")
            .addParameter(lanes.scalar().array(), "t")
            .addParameter(TypeName.INT, "q");
    if (!single) {
      method.addParameter(TypeName.INT, "row");
    }
    for (int s = 0; s < samples; s++) {
      method.addParameter(lanes.scalar().array(), single ? "d" : "d" + s);
    }
    for (int n = 0; n < inputs; n++) {
      for (int s = 0; s < samples; s++) {
        method.addStatement("$T $L = $L", lanes.vector(), sum(n, s), lanes.zero());
      }
    }
    method
        .beginControlFlow("for (int h = 0; h < w.length; h++)")
        .addStatement("$T strip = w[h]", lanes.scalar().array())
        .addStatement("int p = k * $L", WeightOrder.STRIP)
        .addStatement("int o = q + h * $L", WeightOrder.STRIP);
    for (int v = 0; v < VectorStrips.VECTORS; v++) {
      for (int s = 0; s < samples; s++) {
        method.addStatement(
            "$T v$L$L = $L", lanes.vector(), s, v, lanes.load("t", StripRows.at("o", s, v)));
      }
      for (int n = 0; n < inputs; n++) {
        String weight = n == 0 ? "p" : n == 1 ? "p + STRIP" : "p + " + n + " * STRIP";
        method.addStatement(
            "$T u$L$L = $L", lanes.vector(), n, v, lanes.load("strip", weight + StripRows.lane(v)));
        for (int s = 0; s < samples; s++) {
          method.addStatement("$1L = v$2L$4L.fma(u$3L$4L, $1L)", sum(n, s), s, n, v);
        }
      }
    }
    method.endControlFlow();
    List<String> all = new ArrayList<>();
    for (int n = 0; n < inputs; n++) {
      for (int s = 0; s < samples; s++) {
        all.add(sum(n, s));
      }
    }
    method.addCode(new LaneSums(lanes).of(all));
    for (int s = 0; s < samples; s++) {
      for (int n = 0; n < inputs; n++) {
        method.addStatement(
            "$L[$L] = $L.lane(0)", single ? "d" : "d" + s, Indices.plus("k", n), sum(n, s));
      }
    }
    return method.build();
  }

  private static String sum(int n, int s) {
    return "s" + n + s;
  }

  private String name(int inputs, int samples) {
    return "errors" + layer.number() + "By" + inputs + (samples == 1 ? "" : "x" + samples);
  }
}
