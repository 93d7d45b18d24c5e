package io.github.gradsmith.processor.kernel.simd.panel;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.processor.kernel.code.Indices;
import io.github.gradsmith.processor.kernel.memory.WeightOrder;
import io.github.gradsmith.processor.kernel.simd.dense.Lanes;
import java.util.Arrays;
import javax.lang.model.element.Modifier;

/**
 * Rows of the scratch of layers in panels: as long as all panels are wide, so that their kernels
 * load whole vectors.
 */
public final class PanelRows {
  /** The method that scales deltas into a row and adds them to the biases. */
  static final String SCALED = "scaled";

  /** The method that copies deltas into a row. */
  static final String COPIED = "copied";

  /** The method that copies the weights of a few neurons to others into rows. */
  static final String GATHERED = "gathered";

  private PanelRows() {}

  /** Where vector {@code v} of sample {@code k} begins in rows of {@code row} numbers. */
  static String at(String start, int k, int v) {
    return vector(Indices.plus(start, k, "row"), v);
  }

  /** Where vector {@code v} of what begins at {@code start} does. */
  static String vector(String start, int v) {
    return Indices.plus(start, v, Lanes.LENGTH);
  }

  public static MethodSpec scaled(Lanes lanes) {
    return MethodSpec.methodBuilder(SCALED)
        .addJavadoc("scratch = scale d in a row from q on, filled up with zeros; b += scale d.")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addParameter(lanes.scalar().array(), "d")
        .addParameter(lanes.scalar().type(), "scale")
        .addParameter(lanes.scalar().array(), "scratch")
        .addParameter(TypeName.INT, "q")
        .addParameter(TypeName.INT, "row")
        .addParameter(lanes.scalar().array(), "b")
        .addStatement("int j = 0")
        .beginControlFlow("for (; j <= b.length - $1L; j += $1L)", Lanes.LENGTH)
        .addStatement("$T g = $L.mul(scale)", lanes.vector(), lanes.load("d", "j"))
        .addStatement("g.intoArray(scratch, q + j)")
        .addStatement("$L.add(g).intoArray(b, j)", lanes.load("b", "j"))
        .endControlFlow()
        .beginControlFlow("for (; j < b.length; j++)")
        .addStatement("scratch[q + j] = scale * d[j]")
        .addStatement("b[j] += scratch[q + j]")
        .endControlFlow()
        .addStatement("$T.fill(scratch, q + b.length, q + row, 0)", Arrays.class)
        .build();
  }

  /**
   * Weights of the same neuron stand in panels that are arrays of the same length, and push each
   * other out of the cache; side by side they do not. Measurements: docs/design/kernels.md.
   */
  public static MethodSpec gathered(Lanes lanes) {
    return MethodSpec.methodBuilder(GATHERED)
        .addJavadoc(
            "The weights from neurons k, k + 1 … to all others, in rows of scratch from p on.")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addParameter(lanes.scalar().matrix(), "w")
        .addParameter(TypeName.INT, "k")
        .addParameter(TypeName.INT, "neurons")
        .addParameter(lanes.scalar().array(), "scratch")
        .addParameter(TypeName.INT, "p")
        .addParameter(TypeName.INT, "row")
        .beginControlFlow("for (int h = 0; h < w.length; h++)")
        .beginControlFlow("for (int n = 0; n < neurons; n++)")
        .addStatement(
            "$1T.arraycopy(w[h], (k + n) * $2L, scratch, p + n * row + h * $2L, $2L)",
            System.class,
            WeightOrder.PANEL)
        .endControlFlow()
        .endControlFlow()
        .build();
  }

  public static MethodSpec copied(Lanes lanes) {
    return MethodSpec.methodBuilder(COPIED)
        .addJavadoc("scratch = d in a row from q on, filled up with zeros.")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addParameter(lanes.scalar().array(), "d")
        .addParameter(lanes.scalar().array(), "scratch")
        .addParameter(TypeName.INT, "q")
        .addParameter(TypeName.INT, "row")
        .addStatement("$T.arraycopy(d, 0, scratch, q, d.length)", System.class)
        .addStatement("$T.fill(scratch, q + d.length, q + row, 0)", Arrays.class)
        .build();
  }
}
