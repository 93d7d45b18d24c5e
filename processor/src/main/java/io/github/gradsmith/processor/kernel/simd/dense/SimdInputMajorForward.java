package io.github.gradsmith.processor.kernel.simd.dense;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.processor.kernel.code.Indices;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.kernel.elementwise.ActivationCode;
import io.github.gradsmith.processor.kernel.simd.elementwise.SimdActivations;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.simd.SimdTiles;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.lang.model.element.Modifier;

/**
 * Weighted sums and activations in SIMD of a layer that keeps a row of weights for each input: a
 * few rows at a time are added to the sums of a pair of samples, which stay in the nearest cache.
 */
public final class SimdInputMajorForward {
  private final LayerPlan layer;
  private final Lanes lanes;
  private final Names names;
  private final SimdActivations activations;
  private final RowGroups groups;

  public SimdInputMajorForward(
      LayerPlan layer, Lanes lanes, Names names, SimdActivations activations) {
    this.layer = layer;
    this.lanes = lanes;
    this.names = names;
    this.activations = activations;
    this.groups = new RowGroups(layer.rows(), layer.tiles().backwardRows());
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
    return header("$L = $L $L + $L, $L.")
        .addParameter(lanes.scalar().array(), "x")
        .addParameter(lanes.scalar().array(), "z")
        .addParameter(lanes.scalar().array(), "a")
        .addCode(biases("z"))
        .addCode(groups.each((i, rows) -> call(rows, 1, i, "x, z")))
        .addStatement("$L(z, a, $L)", activations.activationOf(layer), layer.outputs())
        .build();
  }

  private MethodSpec ofMany() {
    int many = SimdTiles.BACKWARD_SAMPLES;
    return header("$L = $L $L + $L, $L, for count samples.")
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
        .addStatement("$L(z[s], a[s], $L)", activations.activationOf(layer), layer.outputs())
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
    boolean single = samples == 1;
    TypeName row = lanes.scalar().array();
    TypeName type = single ? row : lanes.scalar().matrix();
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name(rows, samples))
            .addJavadoc(
                "$L += $L $L over $L inputs from i0 on, $L.",
                names.z(layer),
                names.w(layer),
                names.inputLetter(layer),
                rows,
                single ? "one sample" : samples + " samples")
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .addParameter(lanes.scalar().matrix(), "w")
            .addParameter(TypeName.INT, "i0")
            .addParameter(type, "x");
    if (!single) {
      method.addParameter(TypeName.INT, "from");
    }
    method.addParameter(type, "z");
    if (!single) {
      method.addParameter(TypeName.INT, "s");
    }
    for (int k = 0; k < samples && !single; k++) {
      method.addStatement("$T x$L = x[$L]", row, k, Indices.plus("from", k));
      method.addStatement("$T z$L = z[$L]", row, k, Indices.plus("s", k));
    }
    return method.addCode(body(rows, samples)).build();
  }

  private CodeBlock body(int rows, int samples) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (int r = 0; r < rows; r++) {
      String input = Indices.plus("i0", r);
      code.addStatement("$T w$L = w[$L]", lanes.scalar().array(), r, input);
      for (int k = 0; k < samples; k++) {
        String x = samples == 1 ? "x" : "x" + k;
        code.addStatement(
            "$T $L = $L",
            lanes.vector(),
            AxpyPanel.factor(r, k),
            lanes.broadcast(x + "[" + input + "]"));
      }
    }
    List<String> targets =
        IntStream.range(0, samples).mapToObj(k -> samples == 1 ? "z" : "z" + k).toList();
    List<String> sources = IntStream.range(0, rows).mapToObj(r -> "w" + r).toList();
    return code.add(new AxpyPanel(lanes, layer.outputs(), targets, sources).code()).build();
  }
}
