package io.github.gradsmith.processor.kernel.lowering.dense;

import io.github.gradsmith.processor.kernel.code.LayerMethods;
import io.github.gradsmith.processor.kernel.lowering.NoKernels;
import io.github.gradsmith.processor.kernel.simd.dense.KernelFrames;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.simd.SimdShape;

/**
 * The one place that knows which methods belong to which shape of a layer's SIMD kernels.
 *
 * @param layer whose kernels they are
 * @param frames how its methods begin
 */
record SimdCodes(LayerPlan layer, KernelFrames frames) implements SimdShape.Cases<LayerMethods> {
  /** The SIMD methods of {@code layer}. */
  static LayerMethods of(LayerPlan layer, KernelFrames frames) {
    return layer.simd().fold(new SimdCodes(layer, frames));
  }

  @Override
  public LayerMethods none(SimdShape.None shape) {
    return new NoKernels();
  }

  @Override
  public LayerMethods rowTiles(SimdShape.RowTiles shape) {
    return new RowTilesCode(layer, shape.tiles(), frames);
  }

  @Override
  public LayerMethods inputMajorTiles(SimdShape.InputMajorTiles shape) {
    return new InputMajorTilesCode(layer, shape.tiles(), frames);
  }

  @Override
  public LayerMethods panels(SimdShape.Panels shape) {
    return new PanelsCode(layer, frames);
  }
}
