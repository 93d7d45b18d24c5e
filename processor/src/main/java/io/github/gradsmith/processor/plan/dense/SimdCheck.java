package io.github.gradsmith.processor.plan.dense;

import static io.github.gradsmith.processor.plan.PlanCheck.require;

import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.simd.SimdShape;
import io.github.gradsmith.processor.plan.simd.SimdTiles;

/**
 * The conditions on the SIMD kernels of a layer; each case gives the shape that meets its own.
 *
 * @param layer whose kernels they are
 */
record SimdCheck(LayerPlan layer) implements SimdShape.Cases<SimdShape> {
  @Override
  public SimdShape none(SimdShape.None shape) {
    return shape;
  }

  @Override
  public SimdShape rowTiles(SimdShape.RowTiles shape) {
    require(!layer.isInputMajor(), "%s has rows for inputs in plain loops only", layer);
    tiles(shape.tiles());
    return shape;
  }

  @Override
  public SimdShape inputMajorTiles(SimdShape.InputMajorTiles shape) {
    require(layer.isInputMajor(), "%s has rows for neurons in plain loops only", layer);
    tiles(shape.tiles());
    return shape;
  }

  @Override
  public SimdShape panels(SimdShape.Panels shape) {
    return shape;
  }

  private static void tiles(SimdTiles tiles) {
    require(
        tiles.forwardRows() >= 1 && tiles.batchRows() >= 1 && tiles.backwardRows() >= 1,
        "%s has no rows",
        tiles);
  }
}
