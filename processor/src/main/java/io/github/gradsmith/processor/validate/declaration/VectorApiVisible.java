package io.github.gradsmith.processor.validate.declaration;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.model.SimdDeclaration;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import io.github.gradsmith.processor.validate.rule.Rule;
import java.util.List;

/** Vector kernels are required only where the Vector API can be compiled against. */
public final class VectorApiVisible implements Rule {
  @Override
  public List<Fault> faults(ResolvedNetwork network) {
    SimdDeclaration simd = network.declaration().simd();
    return simd.vectorized() && !simd.seesVectorApi()
        ? List.of(Message.VECTOR_API_NOT_VISIBLE.at(simd.written().place(), cure(simd)))
        : List.of();
  }

  private static String cure(SimdDeclaration simd) {
    return simd.module()
        .map(
            module ->
                "Write 'requires static jdk.incubator.vector;' into the module-info.java of "
                    + module)
        .orElse("Compile with 'javac --add-modules jdk.incubator.vector'");
  }
}
