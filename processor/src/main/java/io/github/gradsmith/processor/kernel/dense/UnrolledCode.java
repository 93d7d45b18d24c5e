package io.github.gradsmith.processor.kernel.dense;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.github.gradsmith.processor.kernel.elementwise.SlopeCode;
import io.github.gradsmith.processor.plan.LayerPlan;
import java.util.List;

/** Every product written out. */
final class UnrolledCode extends DenseCode {
  UnrolledCode(MethodFrames frames) {
    super(frames);
  }

  @Override
  CodeBlock sums() {
    CodeBlock.Builder code = CodeBlock.builder();
    for (int j = 0; j < layer.outputs(); j++) {
      CodeBlock.Builder sum = CodeBlock.builder();
      sum.add("z[$1L] = $2L[$1L]", j, names.addend(layer));
      for (int i = 0; i < layer.inputs(); i++) {
        sum.add("$W+ $L[$L][$L] * x[$L]", names.w(layer), j, i, i);
      }
      code.addStatement(sum.build());
    }
    return code.build();
  }

  @Override
  CodeBlock deltas(LayerPlan before) {
    SlopeCode slope = new SlopeCode(before, scalar);
    CodeBlock.Builder code = CodeBlock.builder();
    for (int k = 0; k < before.outputs(); k++) {
      CodeBlock sum = error(k);
      if (slope.isOne() || !slope.isOneExpression()) {
        code.addStatement("d[$L] = $L", k, sum);
      } else {
        code.add(slope.at(k, layer.outputs() == 1 ? sum : CodeBlock.of("($L)", sum)));
      }
    }
    return slope.isOneExpression() ? code.build() : code.add(slope.times()).build();
  }

  /** The entry {@code k} of wᵀ δ. */
  private CodeBlock error(int k) {
    CodeBlock.Builder sum = CodeBlock.builder();
    for (int j = 0; j < layer.outputs(); j++) {
      sum.add(j == 0 ? "" : "$W+ ").add("$L[$L][$L] * next[$L]", names.w(layer), j, k, j);
    }
    return sum.build();
  }

  @Override
  public List<MethodSpec> accumulate() {
    return List.of(
        frames.accumulate(overTile(callOfAccumulateOne())), frames.accumulateOne(ofOne()));
  }

  private CodeBlock ofOne() {
    CodeBlock.Builder code = CodeBlock.builder();
    for (int j = 0; j < layer.outputs(); j++) {
      code.addStatement("$1T c$2L = scale * d[$2L]", scalar.type(), j);
      for (int i = 0; i < layer.inputs(); i++) {
        code.addStatement("w[$1L][$2L] += c$1L * x[$2L]", j, i);
      }
      code.addStatement("b[$1L] += c$1L", j);
    }
    return code.build();
  }
}
