package io.github.gradsmith.processor.kernel.simd.dense;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.kernel.elementwise.ActivationCode;
import io.github.gradsmith.processor.kernel.simd.elementwise.SimdActivations;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.simd.SimdTiles;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Weighted sums and activations of a layer in SIMD, for one sample and for many. */
public final class SimdForward {
  private final LayerPlan layer;
  private final Lanes lanes;
  private final Names names;
  private final SimdActivations activations;
  private final SimdTiles tiles;
  private final RowGroups single;
  private final RowGroups batch;

  public SimdForward(LayerPlan layer, Lanes lanes, Names names, SimdActivations activations) {
    this.layer = layer;
    this.lanes = lanes;
    this.names = names;
    this.activations = activations;
    this.tiles = layer.tiles();
    this.single = new RowGroups(layer.outputs(), tiles.forwardRows());
    this.batch = new RowGroups(layer.outputs(), tiles.batchRows());
  }

  public List<MethodSpec> methods() {
    List<MethodSpec> methods = new ArrayList<>(List.of(ofOne(), ofMany()));
    for (int rows : batch.sizes()) {
      methods.add(tile(rows, SimdTiles.SAMPLES));
      methods.add(tile(rows, 2));
    }
    List<Integer> sizes = new ArrayList<>(single.sizes());
    batch.sizes().stream().filter(rows -> !sizes.contains(rows)).forEach(sizes::add);
    sizes.forEach(rows -> methods.add(tile(rows, 1)));
    return methods;
  }

  private MethodSpec ofOne() {
    return header("$L = $L $L + $L, $L.")
        .addParameter(lanes.scalar().array(), "x")
        .addParameter(lanes.scalar().array(), "z")
        .addParameter(lanes.scalar().array(), "a")
        .addCode(
            single.each(
                (j, rows) -> CodeBlock.builder().addStatement(sums(rows, j, "x", "z")).build()))
        .addStatement("$L(z, a, $L)", activations.activationOf(layer), layer.outputs())
        .build();
  }

  private MethodSpec ofMany() {
    return header("$L = $L $L + $L, $L, for count samples.")
        .addParameter(lanes.scalar().matrix(), "x")
        .addParameter(TypeName.INT, "from")
        .addParameter(lanes.scalar().matrix(), "z")
        .addParameter(lanes.scalar().matrix(), "a")
        .addParameter(TypeName.INT, "count")
        .addCode(batch.each(this::samples))
        .beginControlFlow("for (int s = 0; s < count; s++)")
        .addStatement("$L(z[s], a[s], $L)", activations.activationOf(layer), layer.outputs())
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

  private MethodSpec.Builder header(String javadoc) {
    return MethodSpec.methodBuilder("forward" + layer.number())
        .addJavadoc(
            javadoc,
            names.z(layer),
            names.w(layer),
            names.inputLetter(layer),
            names.b(layer),
            ActivationCode.formula(layer, names))
        .addModifiers(Modifier.STATIC)
        .addParameter(lanes.scalar().matrix(), "w")
        .addParameter(lanes.scalar().array(), "b");
  }

  private String name(int rows, int samples) {
    return "sums" + layer.number() + "By" + rows + (samples == 1 ? "" : "x" + samples);
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
