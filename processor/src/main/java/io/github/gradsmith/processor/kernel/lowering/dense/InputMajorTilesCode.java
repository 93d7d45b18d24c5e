package io.github.gradsmith.processor.kernel.lowering.dense;

import com.palantir.javapoet.MethodSpec;
import io.github.gradsmith.processor.kernel.code.DeltaTarget;
import io.github.gradsmith.processor.kernel.code.LayerMethods;
import io.github.gradsmith.processor.kernel.simd.dense.KernelFrames;
import io.github.gradsmith.processor.kernel.simd.dense.SimdAccumulate;
import io.github.gradsmith.processor.kernel.simd.dense.SimdInputMajorDelta;
import io.github.gradsmith.processor.kernel.simd.dense.SimdInputMajorForward;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.simd.SimdTiles;
import java.util.List;

/**
 * Rows of weights, one for each input: sums grow row by row, and what goes back is a dot product.
 */
record InputMajorTilesCode(LayerPlan layer, SimdTiles tiles, KernelFrames frames)
    implements LayerMethods {
  @Override
  public List<MethodSpec> forward() {
    return new SimdInputMajorForward(layer, tiles, frames).methods();
  }

  @Override
  public List<MethodSpec> delta(DeltaTarget to) {
    return new SimdInputMajorDelta(to, tiles, frames).methods();
  }

  @Override
  public List<MethodSpec> accumulate() {
    return new SimdAccumulate(layer, tiles, frames).methods();
  }
}
