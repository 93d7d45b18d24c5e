package io.github.gradsmith.processor.kernel.simd.dense;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.processor.kernel.code.Indices;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.simd.SimdTiles;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Adds scaled deltas to the biases of a layer that keeps a row of weights for each input. */
final class SimdBiases {
  private final LayerPlan layer;
  private final Lanes lanes;
  private final Names names;

  SimdBiases(LayerPlan layer, Lanes lanes, Names names) {
    this.layer = layer;
    this.lanes = lanes;
    this.names = names;
  }

  List<MethodSpec> methods() {
    return Stream.of(SimdTiles.SAMPLES, 2, 1).map(this::tile).toList();
  }

  /** Calls for {@code count} samples. */
  CodeBlock ofMany() {
    return RowGroups.samples(
        SimdTiles.SAMPLES,
        CodeBlock.of("$L(b, d, s, scale)", name(SimdTiles.SAMPLES)),
        CodeBlock.of("$L(b, d, s, scale)", name(2)),
        s -> name(1) + "(b, d[" + s + "], scale)");
  }

  /** The call for a single sample. */
  CodeBlock ofOne() {
    return CodeBlock.builder().addStatement("$L(b, d, scale)", name(1)).build();
  }

  private MethodSpec tile(int samples) {
    boolean single = samples == 1;
    TypeName row = lanes.scalar().array();
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name(samples))
            .addJavadoc(
                "b += scale Σ $L, $L.",
                names.d(layer),
                single ? "one sample" : samples + " samples")
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .addParameter(row, "b")
            .addParameter(single ? row : lanes.scalar().matrix(), "d");
    if (!single) {
      method.addParameter(TypeName.INT, "s");
    }
    method.addParameter(lanes.scalar().type(), "scale");
    for (int k = 0; k < samples; k++) {
      if (!single) {
        method.addStatement("$T d$L = d[$L]", row, k, Indices.plus("s", k));
      }
      method.addStatement(
          "$T $L = $L", lanes.vector(), AxpyPanel.factor(k, 0), lanes.broadcast("scale"));
    }
    List<String> sources =
        IntStream.range(0, samples).mapToObj(k -> single ? "d" : "d" + k).toList();
    return method
        .addCode(new AxpyPanel(lanes, layer.outputs(), List.of("b"), sources).code())
        .build();
  }

  private String name(int samples) {
    return "biases" + layer.tag() + (samples == 1 ? "" : "By" + samples);
  }
}
