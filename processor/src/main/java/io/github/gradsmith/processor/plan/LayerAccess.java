package io.github.gradsmith.processor.plan;

import io.github.gradsmith.processor.plan.Step.Access;
import java.util.List;

/**
 * What steps read and write of the buffers of a layer.
 *
 * @param layer whose buffers they are
 * @param simd whether its SIMD kernels run
 */
public record LayerAccess(LayerPlan layer, boolean simd) {
  /** The number of steps so far. */
  public static final String STEPS = "steps";

  /** The row of a sample. */
  public Access row(String letter) {
    return new Access(letter + layer.tag(), 1, layer.outputs());
  }

  /** What an activation takes: a where there is none. */
  public Access sums() {
    return row(layer.activates() ? "z" : "a");
  }

  /** What the derivative of the activation is computed from. */
  public List<Access> slope() {
    return layer.keepsZ() && layer.activates() ? List.of(row("a"), row("z")) : List.of(row("a"));
  }

  /** What is kept of a sample besides z and a. */
  public Access moments() {
    return new Access("m" + layer.tag(), 1, layer.loops().moments());
  }

  /** The weights, or as many numbers. */
  public Access weights(String letter) {
    boolean panels = simd && layer.hasPanels();
    return panels
        ? new Access(letter + layer.tag(), layer.inputs(), layer.outputs())
        : new Access(letter + layer.tag(), layer.rows(), layer.rowLength());
  }

  /** The biases, or as many numbers. */
  public Access biases(String letter) {
    return new Access(letter + layer.tag(), 1, layer.biases());
  }

  /** What stands in the place of biases that the layer does not have. */
  public Access inPlaceOfBiases(String letter) {
    return new Access(letter + layer.tag(), 1, layer.weightOutputs());
  }

  /** Scratch of the plain loops. */
  public Access scratch(int numbers) {
    return new Access("sums" + layer.tag(), 1, numbers);
  }

  /** Scratch of SIMD kernels on panels: rows as long as a row of panels. */
  public Access scratchOfPanels(int rows) {
    return new Access("sums" + layer.tag(), rows, layer.outputs());
  }
}
