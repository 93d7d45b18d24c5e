package io.github.gradsmith.processor.kernel.simd.dense;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.processor.kernel.code.Indices;
import java.util.List;
import java.util.stream.IntStream;
import javax.lang.model.element.Modifier;

/**
 * Adds a few rows of weights to the sums of one or a few samples, each row times a number of the
 * sample: {@code z += w[j] x[j] + w[j + 1] x[j + 1] + …}.
 *
 * @param lanes the vectors
 * @param length the length of a row
 * @param row the variable that holds the first row
 * @param x the letter of the factors
 * @param from the variable that holds the first sample in x
 * @param z the letter of the sums
 */
record AxpyTile(Lanes lanes, int length, String row, String x, String from, String z) {
  /** The variable that holds the first sample in z. */
  static final String SAMPLE = "s";

  /** A method of this name that adds so many rows for so many samples. */
  MethodSpec method(String name, String javadoc, int rows, int samples) {
    boolean single = samples == 1;
    TypeName array = lanes.scalar().array();
    TypeName type = single ? array : lanes.scalar().matrix();
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addJavadoc("$L", javadoc)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .addParameter(lanes.scalar().matrix(), "w")
            .addParameter(TypeName.INT, row)
            .addParameter(type, x);
    if (!single && !from.equals(SAMPLE)) {
      method.addParameter(TypeName.INT, from);
    }
    method.addParameter(type, z);
    if (!single) {
      method.addParameter(TypeName.INT, SAMPLE);
    }
    for (int k = 0; k < samples && !single; k++) {
      method.addStatement("$1T $2L$3L = $2L[$4L]", array, x, k, Indices.plus(from, k));
      method.addStatement("$1T $2L$3L = $2L[$4L]", array, z, k, Indices.plus(SAMPLE, k));
    }
    return method.addCode(body(rows, samples)).build();
  }

  private CodeBlock body(int rows, int samples) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (int r = 0; r < rows; r++) {
      String index = Indices.plus(row, r);
      code.addStatement("$T w$L = w[$L]", lanes.scalar().array(), r, index);
      for (int k = 0; k < samples; k++) {
        code.addStatement(
            "$T $L = $L",
            lanes.vector(),
            AxpyPanel.factor(r, k),
            lanes.broadcast(of(x, k, samples) + "[" + index + "]"));
      }
    }
    List<String> targets = IntStream.range(0, samples).mapToObj(k -> of(z, k, samples)).toList();
    List<String> sources = IntStream.range(0, rows).mapToObj(r -> "w" + r).toList();
    return code.add(new AxpyPanel(lanes, length, targets, sources).code()).build();
  }

  private static String of(String letter, int k, int samples) {
    return samples == 1 ? letter : letter + k;
  }
}
