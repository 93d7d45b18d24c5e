package io.github.gradsmith.training.internal.outcome;

import io.github.gradsmith.TopologyLayer;

/**
 * What a layer's neurons did for some rows.
 *
 * @param layer the layer
 * @param saturated the share of outputs near an end of the activation's range; NaN if it has none
 * @param constant the share of neurons whose output is the same for all rows; NaN with less than
 *     two rows
 */
public record LayerRow(TopologyLayer layer, double saturated, double constant) {
  /** So near to an end, of a range of 1. */
  private static final double NEAR = 0.01;

  /**
   * Of the outputs of a layer.
   *
   * @param outputs row by row; none without rows
   */
  public static LayerRow of(TopologyLayer layer, double[][] outputs) {
    double[] range = range(layer.activation());
    if (outputs.length == 0) {
      return new LayerRow(layer, Double.NaN, Double.NaN);
    }
    long near = 0;
    int constant = 0;
    int width = outputs[0].length;
    for (int k = 0; k < width; k++) {
      boolean isConstant = true;
      for (double[] row : outputs) {
        near += range.length > 0 && isNear(row[k], range) ? 1 : 0;
        isConstant &= row[k] == outputs[0][k];
      }
      constant += isConstant ? 1 : 0;
    }
    return new LayerRow(
        layer,
        range.length == 0 ? Double.NaN : (double) near / outputs.length / width,
        outputs.length < 2 ? Double.NaN : (double) constant / width);
  }

  private static boolean isNear(double value, double[] range) {
    double room = NEAR * (range[1] - range[0]);
    return value < range[0] + room || value > range[1] - room;
  }

  /** Where an activation's slope goes to 0 on both sides. */
  private static double[] range(String activation) {
    return switch (activation) {
      case "SIGMOID", "HARD_SIGMOID" -> new double[] {0, 1};
      case "TANH", "SOFTSIGN" -> new double[] {-1, 1};
      default -> new double[0];
    };
  }
}
