package io.github.gradsmith.processor.plan;

import io.github.gradsmith.processor.activation.ActivationFormula;
import io.github.gradsmith.processor.activation.Activations;
import io.github.gradsmith.processor.formula.Arithmetic;
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

  /** The plan of {@code model}. */
  public static NetworkPlan plan(NetworkModel model) {
    List<LayerPlan> layers = model.layers().stream().map(layer -> layer(layer, model)).toList();
    LayerPlan last = layers.get(layers.size() - 1);
    LossFormula loss = Losses.of(model.loss(), last.model().activation(), last.outputs());
    OutputLayer output = OutputLayer.of(last.activation(), loss, Arithmetic.of(model.precision()));
    boolean needsZ = model.trains() && output.forms().deltaNeedsZ();
    return new NetworkPlan(
        model,
        needsZ ? withLast(layers, last.keepingZ()) : layers,
        output,
        Optimizers.of(model.optimizer()),
        tile(model));
  }

  private static List<LayerPlan> withLast(List<LayerPlan> layers, LayerPlan last) {
    List<LayerPlan> changed = new ArrayList<>(layers.subList(0, layers.size() - 1));
    changed.add(last);
    return List.copyOf(changed);
  }

  private static LayerPlan layer(LayerModel layer, NetworkModel model) {
    ActivationFormula activation = Activations.of(layer.activation(), model.precision());
    boolean keepsZ = model.trains() && !activation.slope().inOutput();
    return new LayerPlan(
        layer,
        activation,
        Initializers.distribution(
            layer.initializer(), activation.automatic(), layer.inputs(), layer.outputs()),
        ShapeRules.forward(layer),
        ShapeRules.unrolled(layer),
        keepsZ,
        keepsZ
            || VectorRules.apply(model)
            || ShapeRules.blocked(layer, model)
            || ShapeRules.sweepsColumns(layer, model),
        VectorRules.tiles(layer, model),
        VectorStrips.fit(layer, model));
  }

  private static int tile(NetworkModel model) {
    long widths = model.layers().stream().mapToLong(LayerModel::outputs).sum();
    long samples = TILE_ACTIVATIONS / widths / 5 * 5;
    return (int) Math.max(SMALLEST_TILE, Math.min(LARGEST_TILE, samples));
  }
}
