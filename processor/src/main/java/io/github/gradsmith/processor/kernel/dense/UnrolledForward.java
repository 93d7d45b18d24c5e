package io.github.gradsmith.processor.kernel.dense;

import com.palantir.javapoet.CodeBlock;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.plan.LayerPlan;

/** Weighted sums with every product written out. */
final class UnrolledForward {
  private UnrolledForward() {}

  static CodeBlock sums(LayerPlan layer, Names names) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (int j = 0; j < layer.outputs(); j++) {
      CodeBlock.Builder sum = CodeBlock.builder();
      sum.add("z[$1L] = $2L[$1L]", j, names.b(layer));
      for (int i = 0; i < layer.inputs(); i++) {
        sum.add("$W+ $L[$L][$L] * x[$L]", names.w(layer), j, i, i);
      }
      code.addStatement(sum.build());
    }
    return code.build();
  }
}
