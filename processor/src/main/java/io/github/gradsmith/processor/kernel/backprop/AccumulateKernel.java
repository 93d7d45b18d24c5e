package io.github.gradsmith.processor.kernel.backprop;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.processor.kernel.code.ClassParts;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.code.Indices;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.kernel.code.SimdCalls;
import io.github.gradsmith.processor.plan.ForwardShape;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import io.github.gradsmith.processor.plan.Schedule;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Adds a layer's scaled gradient to weights (a training step) or to gradient arrays: the same loops
 * serve both, so that a step needs no gradient in between.
 */
public final class AccumulateKernel {
  private static final int SAMPLES = LayerPlan.UPDATE_SAMPLES;

  private final NetworkPlan plan;
  private final ElementType scalar;
  private final Names names;

  public AccumulateKernel(NetworkPlan plan, ElementType scalar) {
    this.plan = plan;
    this.scalar = scalar;
    this.names = new Names(plan);
  }

  public ClassParts fragments() {
    List<MethodSpec> methods = new ArrayList<>();
    for (LayerPlan layer : plan.layers()) {
      methods.add(batch(layer));
      if (!layer.unrolled()) {
        methods.add(
            layer.forward() instanceof ForwardShape.InterleavedPanel ? pairs(layer) : fives(layer));
      }
      if (layer.unrolled()) {
        methods.add(unrolled(layer));
      } else if (layer.isVectorized() || layer.isInputMajor()) {
        methods.add(ofOne(layer));
      }
    }
    return ClassParts.ofMethods(methods);
  }

  /** The method that adds the gradient of a single sample: its class, if it is not ours. */
  public static CodeBlock single(LayerPlan layer, Names names) {
    return layer.unrolled() || layer.isVectorized() || layer.isInputMajor()
        ? CodeBlock.of("$L", singleName(layer, names))
        : CodeBlock.of("$T.accumulate", ElementType.LAYER_ARRAYS);
  }

  private static String singleName(LayerPlan layer, Names names) {
    return names.method("accumulate" + layer.number() + "By1");
  }

  private String group(LayerPlan layer) {
    return names.method("accumulate" + layer.number() + "By" + SAMPLES);
  }

  private MethodSpec batch(LayerPlan layer) {
    MethodSpec.Builder method =
        header(names.accumulate(layer), layer, "over count samples")
            .addParameter(scalar.matrix(), "x")
            .addParameter(TypeName.INT, "from")
            .addParameter(TypeName.INT, "count")
            .addParameter(scalar.type(), "scale")
            .addCode(SimdCalls.accumulateMany(layer, names));
    if (layer.unrolled()) {
      method.beginControlFlow("for (int s = 0; s < count; s++)");
    } else if (layer.goesInBlocks()) {
      int all = layer.rows();
      int rows = blockRows(layer.schedule());
      method
          .beginControlFlow("for (int first = 0; first < $L; first += $L)", all, rows)
          .addStatement("int end = $T.min(first + $L, $L)", Math.class, rows, all)
          .beginControlFlow("for (int s = 0; s + $1L <= count; s += $1L)", SAMPLES)
          .addStatement("$L(w, b, x, from + s, s, scale, first, end)", group(layer))
          .endControlFlow()
          .endControlFlow()
          .beginControlFlow("for (int s = count / $1L * $1L; s < count; s++)", SAMPLES);
    } else {
      method
          .addStatement("int s = 0")
          .beginControlFlow("for (; s + $1L <= count; s += $1L)", SAMPLES)
          .addStatement("$L(w, b, x, from + s, s, scale)", group(layer))
          .endControlFlow()
          .beginControlFlow("for (; s < count; s++)");
    }
    return method
        .addStatement("$L(w, b, x[from + s], $L[s], scale)", single(layer, names), names.d(layer))
        .endControlFlow()
        .build();
  }

  private static int blockRows(Schedule schedule) {
    return schedule instanceof Schedule.Blocked blocked
        ? blocked.updateRows()
        : ((Schedule.Swept) schedule).updateRows();
  }

  private MethodSpec.Builder header(String name, LayerPlan layer, String over) {
    return MethodSpec.methodBuilder(name)
        .addJavadoc(
            "w += scale Σ $1L $2Lᵀ, b += scale Σ $1L, $3L.",
            names.d(layer),
            names.inputLetter(layer),
            over)
        .addModifiers(Modifier.PRIVATE)
        .addParameter(scalar.matrix(), "w")
        .addParameter(scalar.array(), "b");
  }

  private MethodSpec ofOne(LayerPlan layer) {
    MethodSpec.Builder method = singleHeader(layer).addCode(SimdCalls.accumulateOne(layer, names));
    return layer.isInputMajor()
        ? method.addCode(new InputMajorAccumulate(layer, scalar).code(1)).build()
        : method.addStatement("$T.accumulate(w, b, x, d, scale)", ElementType.LAYER_ARRAYS).build();
  }

  /** A row a pass for five samples. */
  private MethodSpec fives(LayerPlan layer) {
    MethodSpec.Builder method = groupHeader(layer);
    for (int s = 0; s < SAMPLES; s++) {
      method.addStatement("$T x$L = x[$L]", scalar.array(), s, Indices.plus("row", s));
    }
    if (layer.goesInBlocks()) {
      method.addParameter(TypeName.INT, "first").addParameter(TypeName.INT, "end");
    }
    return method.addCode(rows(layer)).build();
  }

  /**
   * Two rows a pass share the loads of five samples, which stand one behind the other in an array
   * of their own. Measurements: docs/design/kernels.md.
   */
  private MethodSpec pairs(LayerPlan layer) {
    MethodSpec.Builder method =
        groupHeader(layer)
            .addStatement("$T scratch = $L", scalar.array(), names.scratch(layer))
            .beginControlFlow("for (int k = 0; k < $L; k++)", SAMPLES)
            .addStatement(
                "$T.arraycopy(x[row + k], 0, scratch, $L + $L * k, $L)",
                System.class,
                samplesAt(layer),
                stride(layer),
                layer.inputs())
            .endControlFlow();
    int inLoop = layer.outputs() / 2 * 2;
    boolean blocked = layer.goesInBlocks();
    if (blocked) {
      method.addParameter(TypeName.INT, "first").addParameter(TypeName.INT, "end");
      method.beginControlFlow("for (int j = first; j < end - 1; j += 2)");
    } else {
      method.beginControlFlow("for (int j = 0; j < $L; j += 2)", inLoop);
    }
    method.addCode(rows(layer, "j", 0, 2)).endControlFlow();
    if (inLoop < layer.outputs()) {
      CodeBlock last = rows(layer, "", inLoop, 1);
      method.addCode(blocked ? onlyIf("end == " + layer.outputs(), last) : last);
    }
    return method.build();
  }

  private static CodeBlock onlyIf(String condition, CodeBlock code) {
    return CodeBlock.builder()
        .beginControlFlow("if ($L)", condition)
        .add(code)
        .endControlFlow()
        .build();
  }

  /**
   * Where the samples of an update stand in the scratch: behind what the weighted sums use of it.
   */
  private static int samplesAt(LayerPlan layer) {
    return ((ForwardShape.InterleavedPanel) layer.forward()).scratch();
  }

  private static int stride(LayerPlan layer) {
    return ForwardShape.InterleavedPanel.stride(layer.inputs());
  }

  /** Adds to rows {@code start + first}…; {@code start} is a variable's name or empty. */
  private CodeBlock rows(LayerPlan layer, String start, int first, int rows) {
    CodeBlock.Builder code = CodeBlock.builder();
    CodeBlock.Builder sums = CodeBlock.builder();
    CodeBlock.Builder biases = CodeBlock.builder();
    for (int r = 0; r < rows; r++) {
      String row = Indices.plus(start, first + r);
      code.addStatement("$T r$L = w[$L]", scalar.array(), r, row);
      CodeBlock.Builder products = CodeBlock.builder();
      CodeBlock.Builder bias = CodeBlock.builder();
      for (int s = 0; s < SAMPLES; s++) {
        String c = (r == 0 ? "c" : "e") + s;
        code.addStatement("$T $L = scale * delta$L[$L]", scalar.type(), c, s, row);
        String entry = Indices.plus("i", samplesAt(layer) + s * stride(layer));
        products.add(s == 0 ? "" : "$W+ ").add("$L * scratch[$L]", c, entry);
        bias.add(s == 0 ? "" : " + ").add(c);
      }
      sums.addStatement("r$L[i] += $L", r, products.build());
      biases.addStatement("b[$L] += $L", row, bias.build());
    }
    return code.beginControlFlow("for (int i = 0; i < $L; i++)", layer.inputs())
        .add(sums.build())
        .endControlFlow()
        .add(biases.build())
        .build();
  }

  private MethodSpec.Builder groupHeader(LayerPlan layer) {
    MethodSpec.Builder method =
        header(group(layer), layer, "over " + SAMPLES + " samples")
            .addParameter(scalar.matrix(), "x")
            .addParameter(TypeName.INT, "row")
            .addParameter(TypeName.INT, "s")
            .addParameter(scalar.type(), "scale");
    for (int s = 0; s < SAMPLES; s++) {
      method.addStatement(
          "$T delta$L = $L[$L]", scalar.array(), s, names.d(layer), Indices.plus("s", s));
    }
    return method;
  }

  private MethodSpec.Builder singleHeader(LayerPlan layer) {
    MethodSpec.Builder method = header(singleName(layer, names), layer, "of one sample");
    if (!layer.hasPanels()) { // whose kernels need the scratch of the object
      method.addModifiers(Modifier.STATIC);
    }
    return method
        .addParameter(scalar.array(), "x")
        .addParameter(scalar.array(), "d")
        .addParameter(scalar.type(), "scale");
  }

  private CodeBlock rows(LayerPlan layer) {
    if (layer.isInputMajor()) {
      InputMajorAccumulate columns = new InputMajorAccumulate(layer, scalar);
      return layer.goesInBlocks() ? columns.block(SAMPLES) : columns.code(SAMPLES);
    }
    CodeBlock.Builder code = CodeBlock.builder();
    code.beginControlFlow("for (int j = 0; j < $L; j++)", layer.outputs());
    code.addStatement("$T r = w[j]", scalar.array());
    CodeBlock.Builder products = CodeBlock.builder();
    CodeBlock.Builder biases = CodeBlock.builder();
    for (int s = 0; s < SAMPLES; s++) {
      code.addStatement("$1T c$2L = scale * delta$2L[j]", scalar.type(), s);
      String plus = s == 0 ? "" : " + ";
      products.add(plus).add("c$1L * x$1L[i]", s);
      biases.add(plus).add("c$L", s);
    }
    code.beginControlFlow("for (int i = 0; i < $L; i++)", layer.inputs());
    code.addStatement("r[i] += $L", products.build());
    code.endControlFlow();
    code.addStatement("b[j] += $L", biases.build());
    return code.endControlFlow().build();
  }

  private MethodSpec unrolled(LayerPlan layer) {
    MethodSpec.Builder method = singleHeader(layer);
    for (int j = 0; j < layer.outputs(); j++) {
      method.addStatement("$1T c$2L = scale * d[$2L]", scalar.type(), j);
      for (int i = 0; i < layer.inputs(); i++) {
        method.addStatement("w[$1L][$2L] += c$1L * x[$2L]", j, i);
      }
      method.addStatement("b[$1L] += c$1L", j);
    }
    return method.build();
  }
}
