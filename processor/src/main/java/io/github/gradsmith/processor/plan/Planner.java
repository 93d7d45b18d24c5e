package io.github.gradsmith.processor.plan;

import io.github.gradsmith.processor.activation.ActivationFormula;
import io.github.gradsmith.processor.activation.Activations;
import io.github.gradsmith.processor.formula.machine.Arithmetic;
import io.github.gradsmith.processor.initializer.Initializers;
import io.github.gradsmith.processor.layer.OutputLayer;
import io.github.gradsmith.processor.loss.LossFormula;
import io.github.gradsmith.processor.loss.Losses;
import io.github.gradsmith.processor.model.LayerModel;
import io.github.gradsmith.processor.model.NetworkModel;
import io.github.gradsmith.processor.optimizer.Optimizers;
import java.util.ArrayList;
import java.util.List;

/** Decides how a network is computed. */
public final class Planner {
  /** The most samples of a tile; usual mini-batches fit, so that they need no gradient buffer. */
  private static final int LARGEST_TILE = 100;

  /** Two passes of five samples: the fewest with which the update kernel runs at its best. */
  private static final int SMALLEST_TILE = 10;

  /**
   * Activations kept in a tile: with as many deltas 1 MB in float. A mini-batch that needs a second
   * tile needs gradient arrays, too, so that 64 samples of 784-512-512-10 better fit one.
   */
  private static final int TILE_ACTIVATIONS = 131_072;

  private Planner() {}

  /**
   * The plan of {@code model}.
   *
   * @throws BrokenPlanException if a decision does not meet its condition: a defect
   */
  public static NetworkPlan plan(NetworkModel model) {
    LayerModel last = model.layers().get(model.layers().size() - 1);
    LossFormula loss = Losses.of(model.loss(), last.activation(), last.outputs());
    OutputLayer output =
        OutputLayer.of(
            Activations.of(last.activation(), model.precision()),
            loss,
            Arithmetic.of(model.precision()));
    boolean byLayer = goesByLayer(model);
    List<LayerPlan> layers = new ArrayList<>();
    for (LayerModel layer : model.layers()) {
      boolean asksOutput = layer == last && model.trains();
      layers.add(
          layer(
              layer,
              model,
              asksOutput && output.forms().deltaNeedsZ(),
              asksOutput && byLayer && output.lossFromWeightedSums()));
    }
    return PlanCheck.checked(
        new NetworkPlan(model, layers, output, Optimizers.of(model.optimizer()), tile(model)));
  }

  /** Whether a mini-batch goes through one layer before the next: a row is read much later then. */
  private static boolean goesByLayer(NetworkModel model) {
    return VectorRules.apply(model)
        || model.layers().stream()
            .anyMatch(
                layer ->
                    ShapeRules.blocked(layer, model) || ShapeRules.sweepsColumns(layer, model));
  }

  private static LayerPlan layer(
      LayerModel layer, NetworkModel model, boolean deltaReadsZ, boolean lossReadsZ) {
    ActivationFormula activation = Activations.of(layer.activation(), model.precision());
    boolean keepsZ = deltaReadsZ || model.trains() && !activation.slope().inOutput();
    return new LayerPlan(
        layer,
        activation,
        Initializers.distribution(
            layer.initializer(), activation.automatic(), layer.inputs(), layer.outputs()),
        ShapeRules.forward(layer),
        ShapeRules.unrolled(layer),
        keepsZ,
        keepsZ
            || lossReadsZ
            || VectorRules.apply(model)
            || ShapeRules.blocked(layer, model)
            || ShapeRules.sweepsColumns(layer, model),
        VectorRules.tiles(layer, model),
        VectorStrips.fit(layer, model));
  }

  private static int tile(NetworkModel model) {
    return tile(model.layers().stream().mapToLong(LayerModel::outputs).sum());
  }

  /** The samples of a tile of so many activations each. */
  static int tile(long widths) {
    long samples = TILE_ACTIVATIONS / widths / 5 * 5;
    return (int) Math.max(SMALLEST_TILE, Math.min(LARGEST_TILE, samples));
  }
}
