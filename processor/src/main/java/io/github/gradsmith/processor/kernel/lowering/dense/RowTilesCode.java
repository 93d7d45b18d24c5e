package io.github.gradsmith.processor.kernel.lowering.dense;

import com.palantir.javapoet.MethodSpec;
import io.github.gradsmith.processor.kernel.code.DeltaTarget;
import io.github.gradsmith.processor.kernel.code.LayerMethods;
import io.github.gradsmith.processor.kernel.simd.dense.KernelFrames;
import io.github.gradsmith.processor.kernel.simd.dense.SimdAccumulate;
import io.github.gradsmith.processor.kernel.simd.dense.SimdDelta;
import io.github.gradsmith.processor.kernel.simd.dense.SimdForward;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.simd.SimdTiles;
import java.util.List;

/** Rows of weights, one for each neuron: sums are dot products, and deltas go back row by row. */
record RowTilesCode(LayerPlan layer, SimdTiles tiles, KernelFrames frames) implements LayerMethods {
  @Override
  public List<MethodSpec> forward() {
    return new SimdForward(layer, tiles, frames).methods();
  }

  @Override
  public List<MethodSpec> delta(DeltaTarget to) {
    return new SimdDelta(to, tiles, frames).methods();
  }

  @Override
  public List<MethodSpec> accumulate() {
    return new SimdAccumulate(layer, tiles, frames).methods();
  }
}
