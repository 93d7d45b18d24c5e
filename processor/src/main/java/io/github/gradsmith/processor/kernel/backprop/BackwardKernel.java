package io.github.gradsmith.processor.kernel.backprop;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.github.gradsmith.processor.activation.ActivationForms;
import io.github.gradsmith.processor.formula.machine.Arithmetic;
import io.github.gradsmith.processor.kernel.code.ClassParts;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.code.Indices;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.kernel.code.SimdCalls;
import io.github.gradsmith.processor.kernel.dense.DotProducts;
import io.github.gradsmith.processor.kernel.dense.RegisterBlocksForward;
import io.github.gradsmith.processor.kernel.dense.SplitAccumulatorsForward;
import io.github.gradsmith.processor.kernel.elementwise.DeltaFormulas;
import io.github.gradsmith.processor.kernel.elementwise.FormulaCode;
import io.github.gradsmith.processor.plan.ForwardShape;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** The deltas of the hidden layers, from the last to the first: the chain rule, layer by layer. */
public final class BackwardKernel {
  /** What the layer after sends back, a variable of the formula. */
  private static final String ERROR = ActivationForms.ERROR;

  private final NetworkPlan plan;
  private final ElementType scalar;
  private final Names names;

  public BackwardKernel(NetworkPlan plan, ElementType scalar) {
    this.plan = plan;
    this.scalar = scalar;
    this.names = new Names(plan);
  }

  public ClassParts fragments() {
    List<MethodSpec> methods = new ArrayList<>();
    for (int i = plan.layers().size() - 2; i >= 0; i--) {
      LayerPlan layer = plan.layers().get(i);
      methods.add(delta(layer));
      if (plan.after(layer).transposes() && !isOne(layer)) {
        methods.add(slope(layer));
      }
    }
    return ClassParts.ofMethods(methods);
  }

  private MethodSpec delta(LayerPlan layer) {
    LayerPlan after = names.after(layer);
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(names.delta(layer))
            .addJavadoc("$L.", DeltaFormulas.hidden(layer, names))
            .addModifiers(Modifier.PRIVATE)
            .addParameter(scalar.array(), "next");
    if (layer.keepsZ()) {
      method.addParameter(scalar.array(), "z");
    }
    return method
        .addParameter(scalar.array(), "a")
        .addParameter(scalar.array(), "d")
        .addCode(SimdCalls.delta(layer, names))
        .addCode(errorsTimesSlope(layer, after))
        .build();
  }

  /** The last step alone, for mini-batches whose errors come another way. */
  private MethodSpec slope(LayerPlan layer) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(names.slope(layer))
            .addJavadoc("$1L = $1L ⊙ the derivative of layer $2L.", names.d(layer), layer.number())
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC);
    if (layer.keepsZ()) {
      method.addParameter(scalar.array(), "z");
    }
    return method
        .addParameter(scalar.array(), "a")
        .addParameter(scalar.array(), "d")
        .addCode(timesSlope(layer, scalar))
        .build();
  }

  private CodeBlock errorsTimesSlope(LayerPlan layer, LayerPlan after) {
    if (after.forward() instanceof ForwardShape.InputMajor columns) {
      return columns(layer, after, columns);
    }
    return after.unrolled() ? unrolled(layer, after) : rows(layer, after);
  }

  /** The rows belong to this layer's neurons: the product of each with the deltas after it. */
  private CodeBlock columns(LayerPlan layer, LayerPlan after, ForwardShape.InputMajor columns) {
    DotProducts products = DotProducts.errors(after, names);
    CodeBlock errors =
        columns.back() instanceof ForwardShape.SplitAccumulators fold
            ? new SplitAccumulatorsForward(products, fold, scalar, names.scratch(after)).sums()
            : RegisterBlocksForward.sums(
                products, ((ForwardShape.RegisterBlocks) columns.back()).rows(), scalar);
    return isOne(layer)
        ? errors
        : CodeBlock.builder().add(errors).add(timesSlope(layer, scalar)).build();
  }

  private CodeBlock unrolled(LayerPlan layer, LayerPlan after) {
    FormulaCode delta = delta(layer, scalar);
    CodeBlock.Builder code = CodeBlock.builder();
    for (int k = 0; k < layer.outputs(); k++) {
      String target = "d[" + k + "] =";
      CodeBlock sum = sum(k, after);
      if (isOne(layer) || !delta.isOneExpression()) {
        code.addStatement("$L $L", target, sum);
      } else {
        CodeBlock error = after.outputs() == 1 ? sum : CodeBlock.of("($L)", sum);
        code.add(delta.at(Integer.toString(k), target, Map.of(ERROR, error)));
      }
    }
    return delta.isOneExpression() ? code.build() : code.add(timesSlope(layer, scalar)).build();
  }

  /** The entry {@code k} of wᵀ δ. */
  private CodeBlock sum(int k, LayerPlan after) {
    CodeBlock.Builder sum = CodeBlock.builder();
    for (int j = 0; j < after.outputs(); j++) {
      sum.add(j == 0 ? "" : "$W+ ").add("$L[$L][$L] * next[$L]", names.w(after), j, k, j);
    }
    return sum.build();
  }

  /** Whole rows of weights, a few a pass, so that the loop runs along the rows in SIMD. */
  private CodeBlock rows(LayerPlan layer, LayerPlan after) {
    int group = after.outputs() % 5 == 0 ? 5 : 4;
    int inLoop = after.outputs() / group * group;
    CodeBlock.Builder code = CodeBlock.builder();
    code.addStatement("$T.fill(d, 0)", Arrays.class);
    if (inLoop > 0) {
      code.beginControlFlow("for (int j = 0; j < $L; j += $L)", inLoop, group);
      code.add(rowGroup(layer, after, "j", 0, group));
      code.endControlFlow();
    }
    if (inLoop < after.outputs()) {
      code.add(rowGroup(layer, after, "", inLoop, after.outputs() - inLoop));
    }
    return isOne(layer) ? code.build() : code.add(timesSlope(layer, scalar)).build();
  }

  /** Multiplies what reached the neurons in d by the activation's derivative there. */
  static CodeBlock timesSlope(LayerPlan layer, ElementType scalar) {
    return CodeBlock.builder()
        .beginControlFlow("for (int k = 0; k < $L; k++)", layer.outputs())
        .add(delta(layer, scalar).at("k", "d[k] =", Map.of(ERROR, CodeBlock.of("d[k]"))))
        .endControlFlow()
        .build();
  }

  private CodeBlock rowGroup(LayerPlan layer, LayerPlan after, String start, int first, int rows) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (int r = first; r < first + rows; r++) {
      code.addStatement(
          "$T r$L = $L[$L]", scalar.array(), r, names.w(after), Indices.plus(start, r));
    }
    for (int r = first; r < first + rows; r++) {
      code.addStatement("$T c$L = next[$L]", scalar.type(), r, Indices.plus(start, r));
    }
    code.beginControlFlow("for (int k = 0; k < $L; k++)", layer.outputs());
    CodeBlock.Builder sum = CodeBlock.builder();
    for (int r = first; r < first + rows; r++) {
      sum.add(r == first ? "" : " + ").add("c$1L * r$1L[k]", r);
    }
    code.addStatement("d[k] += $L", sum.build());
    return code.endControlFlow().build();
  }

  static boolean isOne(LayerPlan layer) {
    return layer.activation().slope().expression().isOne();
  }

  /** The error that reaches a neuron times the activation's derivative there. */
  private static FormulaCode delta(LayerPlan layer, ElementType scalar) {
    Arithmetic arithmetic = Arithmetic.of(scalar.precision());
    return new FormulaCode(ActivationForms.delta(layer.activation(), arithmetic).form(), scalar);
  }
}
