package io.github.gradsmith.processor.kernel.dense;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.processor.kernel.code.ClassParts;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.code.Indices;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import io.github.gradsmith.processor.plan.shape.Schedule.Swept;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.lang.model.element.Modifier;

/**
 * Weighted sums of a mini-batch over rows of weights, one for each input: two samples and four
 * inputs a pass share their loads, and all samples a block of rows. Layers and deltas of the same
 * width share the methods, whose length is a constant: with a variable one JDK 17 does not turn the
 * loop into SIMD. Measurements: docs/design/kernels.md.
 */
public final class BlockedMatMul {
  private static final int INPUTS = Swept.ROWS;

  private final ElementType scalar;
  private final Names names;
  private final int length;
  private final int block;

  private BlockedMatMul(NetworkPlan plan, ElementType scalar, int length, int block) {
    this.scalar = scalar;
    this.names = new Names(plan);
    this.length = length;
    this.block = block;
  }

  /** The methods for all widths that occur. */
  public static ClassParts of(NetworkPlan plan, ElementType scalar) {
    Map<Integer, Integer> blocks = new TreeMap<>(); // by the length of their rows
    for (LayerPlan layer : plan.layers()) {
      layer
          .schedule()
          .sweep()
          .ifPresent(
              swept -> {
                blocks.put(layer.outputs(), swept.sumRows());
                if (swept.transposes()) {
                  blocks.put(layer.inputs(), swept.backRows());
                }
              });
    }
    List<MethodSpec> methods = new ArrayList<>();
    blocks.forEach(
        (length, block) -> {
          BlockedMatMul sums = new BlockedMatMul(plan, scalar, length, block);
          methods.add(sums.ofMany());
          methods.add(sums.pass(2));
          methods.add(sums.pass(1));
        });
    return ClassParts.ofMethods(methods);
  }

  private MethodSpec ofMany() {
    return MethodSpec.methodBuilder(names.addRows(length))
        .addJavadoc("z[s] += Σ x[from + s][i] w[i] over all inputs i, for count samples s.")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addParameter(scalar.matrix(), "w")
        .addParameter(scalar.matrix(), "x")
        .addParameter(TypeName.INT, "from")
        .addParameter(scalar.matrix(), "z")
        .addParameter(TypeName.INT, "count")
        .beginControlFlow("for (int first = 0; first < w.length; first += $L)", block)
        .addStatement("int end = $T.min(first + $L, w.length)", Math.class, block)
        .beginControlFlow("for (int s = 0; s <= count - 2; s += 2)")
        .addStatement(
            "$L(w, first, end, x[from + s], x[from + s + 1], z[s], z[s + 1])",
            names.addRows(length))
        .endControlFlow()
        .beginControlFlow("if (count % 2 == 1)")
        .addStatement("$L(w, first, end, x[from + count - 1], z[count - 1])", names.addRows(length))
        .endControlFlow()
        .endControlFlow()
        .build();
  }

  private MethodSpec pass(int samples) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(names.addRows(length))
            .addJavadoc(
                "The same for the inputs from first to end, and $L.",
                samples == 1 ? "one sample" : samples + " samples")
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .addParameter(scalar.matrix(), "w")
            .addParameter(TypeName.INT, "first")
            .addParameter(TypeName.INT, "end");
    for (int s = 0; s < samples; s++) {
      method.addParameter(scalar.array(), "x" + s);
    }
    for (int s = 0; s < samples; s++) {
      method.addParameter(scalar.array(), "z" + s);
    }
    return method
        .addStatement("int i = first")
        .beginControlFlow("for (; i <= end - $1L; i += $1L)", INPUTS)
        .addCode(inputs(samples, INPUTS))
        .endControlFlow()
        .beginControlFlow("for (; i < end; i++)")
        .addCode(inputs(samples, 1))
        .endControlFlow()
        .build();
  }

  private CodeBlock inputs(int samples, int inputs) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (int k = 0; k < inputs; k++) {
      code.addStatement("$T r$L = w[$L]", scalar.array(), k, Indices.plus("i", k));
    }
    for (int s = 0; s < samples; s++) {
      for (int k = 0; k < inputs; k++) {
        code.addStatement("$T c$L$L = x$L[$L]", scalar.type(), s, k, s, Indices.plus("i", k));
      }
    }
    code.beginControlFlow("for (int j = 0; j < $L; j++)", length);
    for (int s = 0; s < samples; s++) {
      CodeBlock.Builder sum = CodeBlock.builder();
      for (int k = 0; k < inputs; k++) {
        sum.add(k == 0 ? "" : " + ").add("c$1L$2L * r$2L[j]", s, k);
      }
      code.addStatement("z$L[j] += $L", s, sum.build());
    }
    return code.endControlFlow().build();
  }
}
