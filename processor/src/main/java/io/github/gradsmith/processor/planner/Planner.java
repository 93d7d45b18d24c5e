package io.github.gradsmith.processor.planner;

import io.github.gradsmith.processor.activation.ActivationFormula;
import io.github.gradsmith.processor.activation.Activations;
import io.github.gradsmith.processor.formula.machine.Arithmetic;
import io.github.gradsmith.processor.kernel.lowering.LayerLowering;
import io.github.gradsmith.processor.kernel.lowering.registry.Lowerings;
import io.github.gradsmith.processor.layer.OutputLayer;
import io.github.gradsmith.processor.loss.LossFormula;
import io.github.gradsmith.processor.loss.Losses;
import io.github.gradsmith.processor.model.LayerModel;
import io.github.gradsmith.processor.model.NetworkModel;
import io.github.gradsmith.processor.optimizer.Optimizers;
import io.github.gradsmith.processor.optimizer.UpdateRule;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import io.github.gradsmith.processor.plan.PlanCheck;
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
   * tile needs gradient arrays, too. See docs/design/kernels.md for the networks this counts on.
   */
  private static final int TILE_ACTIVATIONS = 131_072;

  /**
   * Copies of fewer parameters cost little beside the rest, unless they come out of panels.
   * Measurements: docs/design/kernels.md.
   */
  private static final int LEAST_SHARED_PARAMETERS = 32_768;

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
    UpdateRule update = Optimizers.of(model.optimizer());
    List<LayerPlan> layers = new ArrayList<>();
    for (LayerModel layer : model.layers()) {
      boolean deltaReadsZ = layer == last && model.trains() && output.forms().deltaNeedsZ();
      layers.add(layer(layer, model, deltaReadsZ));
    }
    boolean trains = model.trains();
    int tile = tile(model);
    boolean lossReadsZ = output.lossFromWeightedSums();
    PassPlanner passes = new PassPlanner(layers, output, update, trains, tile);
    return PlanCheck.checked(
        new NetworkPlan(
            model,
            layers,
            output,
            update,
            tile,
            new BufferPlanner(
                    layers, passes.backward(), model.precision(), trains, lossReadsZ, tile)
                .buffers(update),
            passes.backward(),
            passes.passes(),
            trains && sharesSteps(layers)));
  }

  private static LayerPlan layer(LayerModel layer, NetworkModel model, boolean deltaReadsZ) {
    ActivationFormula activation = Activations.of(layer.activation(), model.precision());
    LayerLowering lowering = Lowerings.of(layer.choice());
    return new LayerPlan(
        layer,
        activation,
        lowering.distribution(layer, activation),
        lowering.loops(layer, model),
        deltaReadsZ || model.trains() && !activation.slope().inOutput());
  }

  /** Dropout must be told which rows of a mini-batch a slice has. */
  private static boolean sharesSteps(List<LayerPlan> layers) {
    return layers.stream().anyMatch(LayerPlan::drops)
        || layers.stream().mapToLong(LayerPlan::parameters).sum() >= LEAST_SHARED_PARAMETERS
        || layers.stream().anyMatch(LayerPlan::hasPanels);
  }

  private static int tile(NetworkModel model) {
    return tile(model.layers().stream().mapToLong(LayerModel::outputs).sum());
  }

  /** The samples of a tile of so many activations each. */
  public static int tile(long widths) {
    long samples = TILE_ACTIVATIONS / widths / 5 * 5;
    return (int) Math.max(SMALLEST_TILE, Math.min(LARGEST_TILE, samples));
  }
}
