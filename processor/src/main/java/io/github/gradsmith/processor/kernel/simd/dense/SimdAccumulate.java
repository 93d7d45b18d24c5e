package io.github.gradsmith.processor.kernel.simd.dense;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.processor.kernel.code.Indices;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.simd.SimdTiles;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.element.Modifier;

/** Adds a layer's scaled gradient to weights or gradient arrays in SIMD. */
public final class SimdAccumulate {
  private final LayerPlan layer;
  private final Lanes lanes;
  private final KernelFrames frames;
  private final SimdBiases biases;
  private final RowGroups groups;

  public SimdAccumulate(LayerPlan layer, SimdTiles tiles, KernelFrames frames) {
    this.layer = layer;
    this.lanes = frames.lanes();
    this.frames = frames;
    this.biases = new SimdBiases(layer, lanes, frames.names());
    this.groups = new RowGroups(layer.rows(), tiles.batchRows());
  }

  public List<MethodSpec> methods() {
    List<MethodSpec> methods = new ArrayList<>(List.of(ofMany(), ofOne()));
    for (int rows : groups.sizes()) {
      methods.add(tile(rows, SimdTiles.SAMPLES));
      methods.add(tile(rows, 2));
      methods.add(tile(rows, 1));
    }
    if (layer.isInputMajor()) {
      methods.addAll(biases.methods());
    }
    return methods;
  }

  private MethodSpec ofMany() {
    return frames
        .accumulate(name(), layer, "over count samples")
        .addParameter(lanes.scalar().matrix(), "d")
        .addParameter(lanes.scalar().matrix(), "x")
        .addParameter(TypeName.INT, "from")
        .addParameter(TypeName.INT, "count")
        .addParameter(lanes.scalar().type(), "scale")
        .addCode(groups.each(this::samples))
        .addCode(layer.isInputMajor() ? biases.ofMany() : CodeBlock.of(""))
        .build();
  }

  private CodeBlock samples(String j, int rows) {
    return RowGroups.samples(
        SimdTiles.SAMPLES,
        ofMany(rows, SimdTiles.SAMPLES, j),
        ofMany(rows, 2, j),
        s -> name(rows, 1) + "(w, b, " + j + ", d[" + s + "], x[from + " + s + "], scale)");
  }

  private CodeBlock ofMany(int rows, int samples, String j) {
    return CodeBlock.of("$L(w, b, $L, d, s, x, from + s, scale)", name(rows, samples), j);
  }

  private MethodSpec ofOne() {
    return frames
        .accumulate(name(), layer, "of one sample")
        .addParameter(lanes.scalar().array(), "d")
        .addParameter(lanes.scalar().array(), "x")
        .addParameter(lanes.scalar().type(), "scale")
        .addCode(
            groups.each(
                (j, rows) ->
                    CodeBlock.builder()
                        .addStatement("$L(w, b, $L, d, x, scale)", name(rows, 1), j)
                        .build()))
        .addCode(layer.isInputMajor() ? biases.ofOne() : CodeBlock.of(""))
        .build();
  }

  private MethodSpec tile(int rows, int samples) {
    boolean single = samples == 1;
    TypeName array = lanes.scalar().array();
    TypeName matrix = lanes.scalar().matrix();
    String over = rows + " rows from j on, " + (single ? "one sample" : samples + " samples");
    MethodSpec.Builder method =
        frames
            .accumulate(name(rows, samples), layer, over)
            .addModifiers(Modifier.PRIVATE)
            .addParameter(TypeName.INT, "j")
            .addParameter(single ? array : matrix, "d");
    if (!single) {
      method.addParameter(TypeName.INT, "s");
    }
    method.addParameter(single ? array : matrix, "x");
    if (!single) {
      method.addParameter(TypeName.INT, "from");
    }
    method.addParameter(lanes.scalar().type(), "scale");
    return method
        .addCode(single ? CodeBlock.of("") : samples(samples))
        .addCode(body(rows, samples))
        .build();
  }

  private CodeBlock samples(int samples) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (String letter : List.of("d", "x")) {
      String start = letter.equals("d") ? "s" : "from";
      for (int k = 0; k < samples; k++) {
        code.addStatement(
            "$T $L$L = $L[$L]", lanes.scalar().array(), letter, k, letter, Indices.plus(start, k));
      }
    }
    return code.build();
  }

  /** A row of w belongs to a neuron, and x is added to it, or to an input, and d is. */
  private CodeBlock body(int rows, int samples) {
    String factors = layer.isInputMajor() ? "x" : "d";
    String added = layer.isInputMajor() ? "d" : "x";
    CodeBlock.Builder code = CodeBlock.builder();
    for (int r = 0; r < rows; r++) {
      String j = Indices.plus("j", r);
      code.addStatement("$T w$L = w[$L]", lanes.scalar().array(), r, j);
      for (int k = 0; k < samples; k++) {
        code.addStatement(
            "$T $L = $L",
            lanes.vector(),
            AxpyPanel.factor(k, r),
            lanes.broadcast("scale * " + of(factors, k, samples) + "[" + j + "]"));
      }
    }
    List<String> targets = IntStream.range(0, rows).mapToObj(r -> "w" + r).toList();
    List<String> sources =
        IntStream.range(0, samples).mapToObj(k -> of(added, k, samples)).toList();
    code.add(new AxpyPanel(lanes, layer.rowLength(), targets, sources).code());
    for (int r = 0; r < rows && !layer.isInputMajor(); r++) {
      String j = Indices.plus("j", r);
      String sum =
          IntStream.range(0, samples)
              .mapToObj(k -> of("d", k, samples) + "[" + j + "]")
              .collect(Collectors.joining(" + "));
      code.addStatement("b[$L] += scale * $L", j, samples == 1 ? sum : "(" + sum + ")");
    }
    return code.build();
  }

  private static String of(String letter, int k, int samples) {
    return samples == 1 ? letter : letter + k;
  }

  private String name() {
    return "accumulate" + layer.tag();
  }

  private String name(int rows, int samples) {
    return name() + "By" + rows + (samples == 1 ? "" : "x" + samples);
  }
}
