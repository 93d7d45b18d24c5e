package io.github.gradsmith.processor.kernel.dense;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.code.Indices;
import io.github.gradsmith.processor.kernel.code.SimdCalls;
import io.github.gradsmith.processor.kernel.elementwise.SlopeCode;
import io.github.gradsmith.processor.plan.LayerPlan;
import java.util.Arrays;
import java.util.List;

/** Loops over a row of weights for each neuron. */
abstract class NeuronRowsCode extends LoopedCode {
  NeuronRowsCode(MethodFrames frames) {
    super(frames);
  }

  /** Whole rows of weights, a few a pass, so that the loop runs along the rows in SIMD. */
  @Override
  CodeBlock deltas(LayerPlan before) {
    int group = layer.outputs() % 5 == 0 ? 5 : 4;
    int inLoop = layer.outputs() / group * group;
    CodeBlock.Builder code = CodeBlock.builder();
    code.addStatement("$T.fill(d, 0)", Arrays.class);
    if (inLoop > 0) {
      code.beginControlFlow("for (int j = 0; j < $L; j += $L)", inLoop, group);
      code.add(errors("j", 0, group));
      code.endControlFlow();
    }
    if (inLoop < layer.outputs()) {
      code.add(errors("", inLoop, layer.outputs() - inLoop));
    }
    return new SlopeCode(before, scalar).timesAfter(code.build());
  }

  /** What rows {@code start + first}… send back; {@code start} is a variable's name or empty. */
  private CodeBlock errors(String start, int first, int rows) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (int r = first; r < first + rows; r++) {
      code.addStatement(
          "$T r$L = $L[$L]", scalar.array(), r, names.w(layer), Indices.plus(start, r));
    }
    for (int r = first; r < first + rows; r++) {
      code.addStatement("$T c$L = next[$L]", scalar.type(), r, Indices.plus(start, r));
    }
    code.beginControlFlow("for (int k = 0; k < $L; k++)", layer.inputs());
    CodeBlock.Builder sum = CodeBlock.builder();
    for (int r = first; r < first + rows; r++) {
      sum.add(r == first ? "" : " + ").add("c$1L * r$1L[k]", r);
    }
    code.addStatement("d[k] += $L", sum.build());
    return code.endControlFlow().build();
  }

  /** A row a pass for five samples. */
  @Override
  MethodSpec accumulateGroup() {
    MethodSpec.Builder method = groupOfInputs();
    CodeBlock.Builder products = CodeBlock.builder();
    CodeBlock.Builder biases = CodeBlock.builder();
    method.beginControlFlow("for (int j = 0; j < $L; j++)", layer.outputs());
    method.addStatement("$T r = w[j]", scalar.array());
    for (int s = 0; s < SAMPLES; s++) {
      method.addStatement("$1T c$2L = scale * delta$2L[j]", scalar.type(), s);
      String plus = s == 0 ? "" : " + ";
      products.add(plus).add("c$1L * x$1L[i]", s);
      biases.add(plus).add("c$L", s);
    }
    return method
        .beginControlFlow("for (int i = 0; i < $L; i++)", layer.inputs())
        .addStatement("r[i] += $L", products.build())
        .endControlFlow()
        .addStatement("b[j] += $L", biases.build())
        .endControlFlow()
        .build();
  }

  /** The runtime has the plain loops; a method of ours chooses between them and SIMD. */
  @Override
  List<MethodSpec> ofOne() {
    return layer.isVectorized()
        ? List.of(
            frames.accumulateOne(
                CodeBlock.builder()
                    .add(SimdCalls.accumulateOne(layer, names))
                    .addStatement("$T.accumulate(w, b, x, d, scale)", ElementType.LAYER_ARRAYS)
                    .build()))
        : List.of();
  }

  @Override
  public CodeBlock accumulateOne() {
    return layer.isVectorized()
        ? super.accumulateOne()
        : CodeBlock.of("$T.accumulate", ElementType.LAYER_ARRAYS);
  }
}
