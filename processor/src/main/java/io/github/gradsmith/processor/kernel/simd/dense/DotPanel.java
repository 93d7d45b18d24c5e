package io.github.gradsmith.processor.kernel.simd.dense;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.processor.kernel.code.Indices;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Weighted sums of a few rows for one or a few samples: each vector of a row and of an input is
 * loaded once and used for all of the other, the sums stay in registers.
 *
 * @param lanes the vectors
 * @param inputs the length of a row
 * @param rows rows of weights
 * @param samples inputs
 * @param x the inputs' letter
 * @param z the sums' letter
 * @param biased whether biases b are added
 */
record DotPanel(
    Lanes lanes, int inputs, int rows, int samples, String x, String z, boolean biased) {
  /** Fewer passes of two vectors than these do not pay for what follows them. */
  private static final int FEWEST_PASSES = 2;

  /** Marks what belongs to the second vector of a pass. */
  private static final String SECOND = "n";

  /** Of a layer's weighted sums. */
  DotPanel(Lanes lanes, int inputs, int rows, int samples) {
    this(lanes, inputs, rows, samples, "x", "z", true);
  }

  /** A method of this name that computes the sums from row {@code j} on. */
  MethodSpec method(String name, String javadoc) {
    TypeName array = lanes.scalar().array();
    TypeName matrix = lanes.scalar().matrix();
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addJavadoc("$L", javadoc)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .addParameter(matrix, "w");
    if (biased) {
      method.addParameter(array, "b");
    }
    method.addParameter(TypeName.INT, "j").addParameter(isSingle() ? array : matrix, x);
    if (isSingle()) {
      method.addParameter(array, z);
    } else {
      method
          .addParameter(TypeName.INT, "from")
          .addParameter(matrix, z)
          .addParameter(TypeName.INT, "s");
    }
    return method.addCode(arrays()).addCode(sums()).addCode(results()).build();
  }

  private boolean isSingle() {
    return samples == 1;
  }

  private CodeBlock arrays() {
    CodeBlock.Builder code = CodeBlock.builder();
    TypeName array = lanes.scalar().array();
    for (int r = 0; r < rows; r++) {
      code.addStatement("$T w$L = w[$L]", array, r, Indices.plus("j", r));
    }
    for (int k = 0; k < samples && !isSingle(); k++) {
      code.addStatement("$1T $2L$3L = $2L[$4L]", array, x, k, Indices.plus("from", k));
    }
    return code.build();
  }

  private CodeBlock sums() {
    CodeBlock.Builder code = CodeBlock.builder();
    for (int r = 0; r < rows; r++) {
      for (int k = 0; k < samples; k++) {
        code.addStatement("$T $L = $L", lanes.vector(), sum(r, k), lanes.zero());
      }
    }
    code.add(isPaired() ? pairs() : vectors());
    if (lanes.mayLeaveRest(inputs)) {
      code.beginControlFlow("$L", lanes.rest(inputs))
          .add(step(lanes.last(inputs), "", true))
          .endControlFlow();
    }
    return code.build();
  }

  /**
   * Whether a pass takes two vectors of every row. Left to itself, C2 unrolls the loop further,
   * begins with all loads, and no longer has registers for the sums. Measurements:
   * docs/design/kernels.md.
   */
  private boolean isPaired() {
    return !isSingle() && inputs >= FEWEST_PASSES * 2 * lanes.most();
  }

  private CodeBlock vectors() {
    return CodeBlock.builder()
        .beginControlFlow("$L", lanes.loop(inputs))
        .add(step("i", "", false))
        .endControlFlow()
        .build();
  }

  private CodeBlock pairs() {
    CodeBlock.Builder code =
        CodeBlock.builder()
            .beginControlFlow("$L", lanes.loopOfPairs(inputs))
            .add(step("i", "", false))
            .add(step("i + " + Lanes.LENGTH, SECOND, false))
            .endControlFlow();
    if (lanes.mayLeaveVector(inputs)) {
      code.beginControlFlow("$L", lanes.leftVector(inputs))
          .add(step(lanes.afterPairs(inputs), "", false))
          .endControlFlow();
    }
    return code.build();
  }

  /** One vector of every input and every row; {@code mark} tells its variables from others. */
  private CodeBlock step(String index, String mark, boolean rest) {
    String once = rest ? ".blend(0, " + lanes.skip(inputs) + ")" : "";
    CodeBlock.Builder code = CodeBlock.builder();
    for (int k = 0; k < samples; k++) {
      CodeBlock input = lanes.load(isSingle() ? x : x + k, index);
      code.addStatement("$T v$L$L = $L$L", lanes.vector(), k, mark, input, once);
    }
    for (int r = 0; r < rows; r++) {
      CodeBlock row = lanes.load("w" + r, index);
      code.addStatement("$T u$L$L = $L$L", lanes.vector(), r, mark, row, once);
      for (int k = 0; k < samples; k++) {
        code.addStatement("$1L = v$2L$4L.fma(u$3L$4L, $1L)", sum(r, k), k, r, mark);
      }
    }
    return code.build();
  }

  private CodeBlock results() {
    List<String> all = new ArrayList<>();
    for (int r = 0; r < rows; r++) {
      for (int k = 0; k < samples; k++) {
        all.add(sum(r, k));
      }
    }
    CodeBlock.Builder code = CodeBlock.builder().add(new LaneSums(lanes).of(all));
    for (int k = 0; k < samples; k++) {
      String sums = z;
      if (!isSingle()) {
        sums = z + k;
        code.addStatement("$T $L = $L[$L]", lanes.scalar().array(), sums, z, Indices.plus("s", k));
      }
      for (int r = 0; r < rows; r++) {
        code.addStatement(
            biased ? "$1L[$2L] = b[$2L] + $3L.lane(0)" : "$1L[$2L] = $3L.lane(0)",
            sums,
            Indices.plus("j", r),
            sum(r, k));
      }
    }
    return code.build();
  }

  private String sum(int r, int k) {
    return isSingle() ? "s" + r : "s" + r + k;
  }
}
