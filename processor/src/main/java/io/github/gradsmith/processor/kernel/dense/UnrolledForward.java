package io.github.gradsmith.processor.kernel.dense;

import com.palantir.javapoet.CodeBlock;
import io.github.gradsmith.processor.kernel.code.Letters;
import io.github.gradsmith.processor.plan.LayerPlan;

/** Weighted sums with every product written out. */
final class UnrolledForward {
  private UnrolledForward() {}

  static CodeBlock sums(LayerPlan layer, Letters letters) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (int j = 0; j < layer.outputs(); j++) {
      CodeBlock.Builder sum = CodeBlock.builder();
      sum.add("z[$1L] = $2L[$1L]", j, letters.b(layer));
      for (int i = 0; i < layer.inputs(); i++) {
        sum.add("$W+ $L[$L][$L] * x[$L]", letters.w(layer), j, i, i);
      }
      code.addStatement(sum.build());
    }
    return code.build();
  }
}
