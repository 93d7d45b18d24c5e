package io.github.gradsmith.training;

import io.github.gradsmith.TopologyLayer;
import java.util.List;

/**
 * What {@link Fit#recordLayers} has found out about a layer: a number for each finished epoch, of
 * its last step. NaN if that mini-batch was skipped, as its weights are all 0.
 *
 * @param layer a layer with parameters
 * @param stepRatios how large the step was relative to the parameters: ‖after − before‖ / ‖before‖
 *     over all parameters of the layer; infinite where they were all 0
 * @param gradientNorms the root of the sum of squares of the layer's part of the mini-batch's mean
 *     gradient, before clipping
 */
public record LayerHistory(
    TopologyLayer layer, List<Double> stepRatios, List<Double> gradientNorms) {
  /** As given. */
  public LayerHistory {
    stepRatios = List.copyOf(stepRatios);
    gradientNorms = List.copyOf(gradientNorms);
  }
}
