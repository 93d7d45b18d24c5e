package io.github.gradsmith.processor.kernel.lowering;

import com.palantir.javapoet.MethodSpec;
import io.github.gradsmith.processor.kernel.code.DeltaTarget;
import io.github.gradsmith.processor.kernel.code.LayerMethods;
import java.util.List;

/** Of a layer whose plain loops serve where SIMD kernels of others run, too. */
public record NoKernels() implements LayerMethods {
  @Override
  public List<MethodSpec> forward() {
    return List.of();
  }

  @Override
  public List<MethodSpec> delta(DeltaTarget to) {
    return List.of();
  }

  @Override
  public List<MethodSpec> accumulate() {
    return List.of();
  }
}
