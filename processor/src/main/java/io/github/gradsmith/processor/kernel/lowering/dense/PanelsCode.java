package io.github.gradsmith.processor.kernel.lowering.dense;

import com.palantir.javapoet.MethodSpec;
import io.github.gradsmith.processor.kernel.code.DeltaTarget;
import io.github.gradsmith.processor.kernel.code.LayerMethods;
import io.github.gradsmith.processor.kernel.simd.dense.KernelFrames;
import io.github.gradsmith.processor.kernel.simd.panel.PanelAccumulate;
import io.github.gradsmith.processor.kernel.simd.panel.PanelDelta;
import io.github.gradsmith.processor.kernel.simd.panel.PanelForward;
import io.github.gradsmith.processor.plan.LayerPlan;
import java.util.List;

/** Panels of neurons. */
record PanelsCode(LayerPlan layer, KernelFrames frames) implements LayerMethods {
  @Override
  public List<MethodSpec> forward() {
    return new PanelForward(layer, frames).methods();
  }

  @Override
  public List<MethodSpec> delta(DeltaTarget to) {
    return new PanelDelta(to, frames).methods();
  }

  @Override
  public List<MethodSpec> accumulate() {
    return new PanelAccumulate(layer, frames).methods();
  }
}
