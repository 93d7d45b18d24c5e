package io.github.gradsmith.processor.planner;

import io.github.gradsmith.Activation;
import io.github.gradsmith.Initializer;
import io.github.gradsmith.Loss;
import io.github.gradsmith.Simd;
import io.github.gradsmith.processor.kind.registry.Layers;
import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.InputModel;
import io.github.gradsmith.processor.model.LayerModel;
import io.github.gradsmith.processor.model.LossChoice;
import io.github.gradsmith.processor.model.NetworkModel;
import io.github.gradsmith.processor.model.OptimizerChoice;
import io.github.gradsmith.processor.model.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Models of sigmoid networks for the tests of this package. */
public final class Models {
  private Models() {}

  public static LayerModel layer(int inputs, int outputs) {
    return layer(2, inputs, outputs, Activation.SIGMOID);
  }

  /** A network that trains, of these widths, input first, in plain Java. */
  public static NetworkModel network(int... widths) {
    return network(Precision.FLOAT, false, widths);
  }

  /** The same with kernels on the Vector API. */
  public static NetworkModel vectorized(Precision precision, int... widths) {
    return network(precision, true, widths);
  }

  /** A classifier whose loss is computed from its weighted sums. */
  public static NetworkModel classifier(boolean trains, boolean vectorized, int... widths) {
    return network(
        Precision.FLOAT,
        vectorized,
        trains,
        Activation.SIGMOID,
        Activation.SOFTMAX,
        Loss.CROSS_ENTROPY,
        widths);
  }

  private static NetworkModel network(Precision precision, boolean vectorized, int... widths) {
    Activation sigmoid = Activation.SIGMOID;
    return network(precision, vectorized, true, sigmoid, sigmoid, Loss.HALF_SQUARED_ERROR, widths);
  }

  /** The last layer has an activation of its own. */
  public static NetworkModel network(
      Precision precision,
      boolean vectorized,
      boolean trains,
      Activation hidden,
      Activation last,
      Loss loss,
      int... widths) {
    List<LayerModel> layers = new ArrayList<>();
    for (int i = 1; i < widths.length; i++) {
      Activation activation = i == widths.length - 1 ? last : hidden;
      layers.add(layer(i + 1, widths[i - 1], widths[i], activation));
    }
    return network(precision, vectorized, trains, loss, layers);
  }

  /** A network of any layers. */
  public static NetworkModel network(
      Precision precision, boolean vectorized, boolean trains, Loss loss, List<LayerModel> layers) {
    return new NetworkModel(
        "demo",
        List.of("Net"),
        true,
        precision,
        trains,
        InputModel.ofChain(layers.get(0).inputs()),
        layers,
        new LossChoice.Named(loss),
        OptimizerChoice.PLAIN,
        Optional.empty(),
        Optional.empty(),
        vectorized ? Simd.AUTO : Simd.OFF,
        vectorized,
        Set.of(),
        true,
        false,
        Optional.empty());
  }

  private static LayerModel layer(int number, int inputs, int outputs, Activation activation) {
    return Layers.dense(
        number, inputs, outputs, new ActivationChoice.Named(activation), Initializer.AUTO);
  }
}
